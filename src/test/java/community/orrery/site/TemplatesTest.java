package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A template cannot print what was not cleaned. */
class TemplatesTest {

    private static final Path FOLDER = Path.of("src/main/resources/site");

    private static Theme theme(String name, String content) {
        return new Theme(new TreeMap<>(Map.of(name, content.getBytes(StandardCharsets.UTF_8))));
    }

    private static void print(Theme theme) {
        new PrintedSite(SamplePlanet.planet(), SamplePlanet.writings(3), theme);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ site.title | raw }}",
                "{% autoescape false %}{{ site.title }}{% endautoescape %}",
                "{{ site.title | markup }}",
                "{{ nobody }}",
                "{{ t(\"no.such.text\") }}"
            })
    void namesFileAndLineOfAThemesMistake(String mistake) {
        assertThatThrownBy(() -> print(theme("templates/members.html", "<p>\n\n" + mistake)))
                .isInstanceOf(ThemeException.class)
                .hasMessageStartingWith("templates/members.html:3: ")
                .hasMessageContaining("The site is left as it was");
    }

    @Test
    void namesATemplateThatIsMissing() {
        assertThatThrownBy(() -> print(theme("templates/members.html", "{% include \"missing.html\" %}")))
                .isInstanceOf(ThemeException.class)
                .hasMessageContaining("templates/members.html")
                .hasMessageContaining("there is no templates/missing.html");
    }

    @Test
    void printsStringsEscapedWhateverAThemeDoes() {
        PrintedSite site = new PrintedSite(
                SamplePlanet.planet(List.of(SamplePlanet.member("x", "it's <script>alert(\"1\" & 2)</script>"))),
                List.of(),
                theme("templates/members.html", "{% for row in rows %}{{ row.blog.name }}{% endfor %}"));

        assertThat(site.text("members.html"))
                .isEqualTo("it&#39;s &lt;script&gt;alert(&quot;1&quot; &amp; 2)&lt;/script&gt;");
    }

    @Test
    void takesAThemesFilesOneByOne() {
        Theme theme = new Theme(new TreeMap<>(Map.of(
                "assets/logo.svg", "<svg/>".getBytes(StandardCharsets.UTF_8),
                "assets/style.css", "body{}".getBytes(StandardCharsets.UTF_8),
                "messages/en.properties", "nav.members = Crew".getBytes(StandardCharsets.UTF_8))));

        PrintedSite site = new PrintedSite(SamplePlanet.planet(), SamplePlanet.writings(3), theme);

        assertThat(site.text("assets/logo.svg")).isEqualTo("<svg/>");
        assertThat(site.text("assets/style.css")).isEqualTo("body{}");
        assertThat(site.page("index.html").select("nav").text())
                .contains("Crew")
                .contains("Tags");
    }

    @Test
    void letsPagesLoadAThemesOwnScriptsStylesAndFonts() {
        assertThat(new PrintedSite(SamplePlanet.planet(), List.of())
                        .page("index.html")
                        .select("meta[http-equiv=Content-Security-Policy]")
                        .attr("content"))
                .contains("script-src 'self'", "style-src 'self'", "font-src 'self'");
    }

    @Test
    void noTemplateOfOursPrintsAString() throws IOException {
        for (String name : SiteResources.OURS) {
            if (name.startsWith("templates/")) {
                String template = Files.readString(FOLDER.resolve(name));
                assertThat(template)
                        .as(name)
                        .doesNotContainPattern("\\|\\s*raw")
                        .doesNotContain("autoescape");
                assertThat(template.split("\\| *markup", -1).length - 1)
                        .as("only a post's body and the page's JSON-LD are markup: " + name)
                        .isEqualTo(name.equals("templates/post.html") || name.equals("templates/base.html") ? 1 : 0);
                assertThat(template).as(name).doesNotContain(" style=").doesNotContainPattern("\\son[a-z]+=");
            }
        }
    }

    @Test
    void namesEveryFileOfTheDesign() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(SiteResources.OURS).containsExactlyElementsOf(found);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void saysEverythingInEveryLanguage(String language) throws IOException {
        Properties english = messages("en");
        Properties translated = messages(language);

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            for (String place : List.of("{0}", "{1}", "{2}")) {
                assertThat(translated.getProperty(key).contains(place))
                        .as(key + " " + place)
                        .isEqualTo(english.getProperty(key).contains(place));
            }
        }
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        messages.load(new StringReader(
                new String(SiteResources.ours("messages/" + language + ".properties"), StandardCharsets.UTF_8)));
        return messages;
    }
}
