package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The Nu HTML checker finds no error on any page. */
class SoundHtmlTest {

    @BeforeAll
    static void build() {
        BrowserSites.build();
    }

    @Test
    void hasNoErrorOnAnyPage() throws IOException, SAXException {
        EmbeddedValidator checker = checker();
        List<String> errors = new ArrayList<>();
        for (Path site : List.of(BrowserSites.DEMO, BrowserSites.MADE_UP)) {
            List<String> pages = site.equals(BrowserSites.DEMO) ? BrowserSites.pages(site) : BrowserSites.kinds(site);
            for (String page : pages) {
                errors.addAll(errors(checker, page, BrowserSites.text(site, page)));
            }
        }
        assertThat(errors).isEmpty();
    }

    /** Else the test above would be content with everything. */
    @Test
    void noticesAnError() throws IOException, SAXException {
        String sound = BrowserSites.text(BrowserSites.DEMO, "about.html");
        assertThat(errors(checker(), "about.html", sound.replace("</main>", "<p><div></p><img></main>")))
                .anyMatch(error -> error.contains("No “p” element in scope"))
                .anyMatch(error -> error.contains("Element “img” is missing"));
    }

    private static EmbeddedValidator checker() {
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return checker;
    }

    private static List<String> errors(EmbeddedValidator checker, String page, String html)
            throws IOException, SAXException {
        String report = checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        return report.lines()
                .filter(line -> line.contains("error"))
                .map(line -> page + " " + line)
                .toList();
    }
}
