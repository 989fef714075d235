package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.UntrustedHtml;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code fidelity/KIND/NAME.html} comes out as {@code NAME.out.html}. Its first line is a comment that says what is
 * odd about it, and may set {@code base=}, {@code permalink=} (or {@code permalink=none}) and {@code uses-maths}.
 * {@code -Dgolden.update=true} writes the expectations anew: read the difference before you keep it.
 */
class FidelityTest {

    static List<Path> fixtures() {
        return Fixtures.files("fidelity", ".html").stream()
                .filter(file -> !file.toString().endsWith(".out.html"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void comesOutAsItsAuthorMeant(Path file) throws IOException {
        String source = Fixtures.read(file);
        int head = source.indexOf("-->") + "-->\n".length();
        String about = source.substring(0, head);
        String base = option(about, "base=", Fixtures.BASE.toString());
        String permalink = option(about, "permalink=", Fixtures.BASE.toString());
        Origin origin = new Origin(
                permalink.equals("none") ? null : URI.create(permalink),
                URI.create("https://blog.example/feed.xml"),
                about.contains("uses-maths"));
        String cleaned = SafeHtml.onPage(
                        HtmlCleaner.clean(new UntrustedHtml(source.substring(head), URI.create(base)), origin)
                                .html(),
                        "p1-")
                .markup();
        Path expected = Path.of(file.toString().replace(".html", ".out.html"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, cleaned);
        }
        assertThat(cleaned).isEqualTo(Fixtures.read(expected));
        assertThat(PolicyCheck.violations(cleaned, "p1-")).isEmpty();
    }

    @Test
    void atLeastAHundredAndFifty() {
        assertThat(fixtures()).hasSizeGreaterThanOrEqualTo(150);
    }

    private static String option(String about, String name, String otherwise) {
        int at = about.indexOf(name);
        return at < 0 ? otherwise : about.substring(at + name.length()).split("[\\s;]", 2)[0];
    }
}
