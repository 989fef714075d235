package community.orrery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import community.orrery.publish.Publisher;
import community.orrery.site.Chromium;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An open page of a preview, under the security policy that the site's own pages have. */
class LiveReloadInBrowserTest {

    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta"
            + " http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self';"
            + " base-uri 'none'\"><title>T</title></head><body><p id=\"news\">%s</p></body></html>";

    @TempDir
    private Path folder;

    @Test
    void showsTheRunAtWorkAndThenWhatItPublished() throws Exception {
        Assumptions.assumeTrue(Chromium.executable().isPresent(), "no Chromium on this machine");
        Path archive = folder.resolve("archive.db");
        Path site = Files.createDirectory(folder.resolve("output"));
        publish(site, "old");
        try (SiteServer server = SiteServer.open(
                        site,
                        new Publisher(site),
                        archive,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Clock.systemUTC());
                Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            List<String> errors = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.navigate(server.address().toString());
            assertThat(page.textContent("#news")).isEqualTo("old");

            try (RunNote note = RunNote.beside(archive, 1, Clock.systemUTC())) {
                note.asked("Ada <b>");
                page.waitForSelector(".orrery-preview >> text=1 of at most 1 feeds asked, last Ada <b>");
                assertThat(page.evaluate("getComputedStyle(document.querySelector('.orrery-preview')).position"))
                        .isEqualTo("fixed");
            }
            page.waitForCondition(() -> page.isHidden(".orrery-preview"));

            publish(site, "new");
            page.waitForCondition(() -> page.textContent("#news").equals("new"));
            assertThat(errors).isEmpty();
        }
    }

    /** As a publish does: the manifest last, each moved into place. */
    private void publish(Path site, String news) throws Exception {
        for (String name : new String[] {"index.html", ".orrery-manifest"}) {
            Path beside = Files.writeString(folder.resolve("new"), PAGE.formatted(news));
            Files.move(beside, site.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
