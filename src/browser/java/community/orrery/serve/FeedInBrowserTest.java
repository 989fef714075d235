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
import java.time.Clock;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feed that a person opens is a page, with the style sheet that it names, and no raw text. */
class FeedInBrowserTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"feed.xml, rss", "atom.xml, feed", "opml.xml, opml"})
    void isShownWithItsStyleSheet(String name, String root) throws Exception {
        Assumptions.assumeTrue(Chromium.executable().isPresent(), "no Chromium on this machine");
        Files.writeString(
                folder.resolve(name),
                "<?xml version='1.0'?><?xml-stylesheet href='feed.css' type='text/css'?><" + root + " version='2.0'/>");
        Files.writeString(folder.resolve("feed.css"), root + " { display: grid }");
        try (SiteServer server = SiteServer.open(
                        folder,
                        new Publisher(folder),
                        folder.resolve("archive.db"),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Clock.systemUTC());
                Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(server.address().resolve(name).toString());

            assertThat(page.evaluate("getComputedStyle(document.documentElement).display"))
                    .isEqualTo("grid");
        }
    }
}
