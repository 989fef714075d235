package community.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import community.orrery.clean.SafeUrl;
import community.orrery.site.Chromium;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the status page takes the same addresses for one as the program does. */
class SpellingsInBrowserTest {

    private static final Path SCRIPT = Path.of("src/main/resources/site/assets/status.js");

    @Test
    void findsAPostHoweverItsAddressIsTyped(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Chromium.executable().isPresent(), "no Chromium on this machine");
        List<Spellings> pages = Spellings.all();
        StringBuilder html = new StringBuilder("<!doctype html><meta charset=utf-8><form class=lookup hidden"
                + " data-shards=0 data-digits=0 data-missing=known data-all=all data-unknown=unknown data-stranger=stranger data-badly=badly"
                + " data-looking=looking><input></form><div class=answer></div>");
        StringBuilder prints = new StringBuilder();
        StringBuilder told = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            URI read = SafeUrl.resolve(pages.get(page).given(), URI.create("urn:nowhere"))
                    .orElseThrow();
            prints.append(",\"" + Fingerprint.of(read) + "\":[" + 5 * page + "," + (5 * page + 1) + "," + (5 * page + 1)
                    + "," + (5 * page + 2) + "," + (5 * page + 2) + "]");
            told.append(",\"page " + page + "\",\"blog\",null,\"\",\"\"");
        }
        html.append("<script src=status.js></script>");
        Files.createDirectory(folder.resolve("status"));
        Files.writeString(
                folder.resolve("status/known-all.js"),
                "orreryKnown({posts:{" + prints.substring(1) + "},words:[" + told.substring(1) + "],hosts:{}})");
        Files.copy(SCRIPT, folder.resolve("status.js"));
        Path file = Files.writeString(folder.resolve("page.html"), html);

        List<String> wrong = new ArrayList<>();
        try (Chromium chromium = Chromium.start();
                BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(file.toUri().toString());
            for (int number = 0; number < pages.size(); number++) {
                Spellings spellings = pages.get(number);
                for (String typed : Stream.concat(Stream.of(spellings.given()), spellings.typed().stream())
                        .toList()) {
                    page.fill("input", typed);
                    page.press("input", "Enter");
                    page.waitForCondition(() -> !page.innerText(".answer").matches("(looking)?"));
                    String answer = page.innerText(".answer").replaceAll("\\s+", " ");
                    if (!answer.startsWith("known page " + number + " ")) {
                        wrong.add(typed + ": " + answer + " for page " + number);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
