package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
        EmbeddedValidator checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        List<String> errors = new ArrayList<>();
        for (Path site : List.of(BrowserSites.DEMO, BrowserSites.MADE_UP)) {
            List<String> pages = site.equals(BrowserSites.DEMO) ? BrowserSites.pages(site) : BrowserSites.kinds(site);
            for (String page : pages) {
                errors.addAll(errors(checker, site, page));
            }
        }
        assertThat(errors).isEmpty();
    }

    private static List<String> errors(EmbeddedValidator checker, Path site, String page)
            throws IOException, SAXException {
        try (InputStream in = Files.newInputStream(site.resolve(page))) {
            String report = checker.validate(in);
            return report.lines()
                    .filter(line -> line.contains("error"))
                    .map(line -> page + " " + line)
                    .toList();
        }
    }
}
