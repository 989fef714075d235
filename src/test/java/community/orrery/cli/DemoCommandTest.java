package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole planet, end to end: the sample community over real HTTP, through the command that the README names first. */
class DemoCommandTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#?]+)");

    @TempDir
    private static Path output;

    private static Terminal terminal;

    @BeforeAll
    static void runTheDemo() {
        terminal = new Terminal();
        int exit = terminal.run("demo", "--output", output.toString());
        assertThat(exit).as(terminal.err()).isZero();
    }

    @Test
    void reachesAllTenBlogsAndTheSecondTimeAllAreUnchanged() {
        assertThat(terminal.out())
                .contains("the first time: 10 × 200")
                .contains("the second time: 10 × 304")
                .contains("10 asked, 10 with news, 0 unchanged, 0 failed")
                .contains("10 asked, 0 with news, 10 unchanged, 0 failed");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void writesNothingTheSecondTime() {
        assertThat(terminal.out()).containsPattern(": 0 written, [0-9]+ unchanged, 0 removed");
    }

    @Test
    void givesEveryPostAPageAndNamesItsBlogAndItsOriginal() {
        Map<String, String> posts = pages("posts/");
        assertThat(posts).hasSizeGreaterThan(55);
        assertThat(posts).allSatisfy((path, page) -> assertThat(page)
                .containsPattern("This is a crosspost from\\s+<a[^>]+href=\"https://[a-z0-9.-]+\\.example/")
                .contains("See the original post")
                .containsPattern("<link rel=\"canonical\" href=\"https://[a-z0-9.-]+\\.example/"));
    }

    @Test
    void publishesAFrontPageMembersGroupsAndAFeed() {
        assertThat(output.resolve("index.html")).exists();
        assertThat(output.resolve("members.html")).exists();
        assertThat(pages("members/").keySet().stream().filter(path -> path.matches("members/[a-z0-9-]+\\.html")))
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(pages("groups/")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Folder.read(output.resolve("feed.xml")))
                .contains("<rss ", "<source ", "content:encoded", "<dc:creator>");
    }

    @Test
    void runsNothingThatTheHostileBlogPublishes() {
        pages("").forEach((path, page) -> {
            Document document = Jsoup.parse(page);
            assertThat(document.select("iframe, object, embed, form:not([role=search]), base, style"))
                    .as(path)
                    .isEmpty();
            assertThat(document.select("script:not([type=application/ld+json])"))
                    .as(path)
                    .allMatch(script -> script.attr("src").matches("(?:\\.\\./)*assets/[a-z]+\\.js")
                            && script.data().isEmpty());
            assertThat(document.select("[^on]")).as(path).isEmpty();
            assertThat(document.select("[href], [src]")).as(path).noneMatch(element -> (element.attr("href")
                            + element.attr("src"))
                    .matches("(?i)\\s*(java|vb)script:.*"));
        });
    }

    @Test
    void linksLeadToFilesThatExist() {
        pages("").forEach((path, page) -> {
            Path file = output.resolve(path);
            LINK.matcher(page)
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("(?:[a-z]+:|//).*"))
                    .forEach(link -> assertThat(file.resolveSibling(link).normalize())
                            .as("%s links to %s", path, link)
                            .startsWith(output)
                            .matches(Files::exists));
        });
    }

    @Test
    void refusesToReplaceARealSite(@TempDir Path real) throws Exception {
        Terminal other = new Terminal();
        assertThat(other.run("demo", "--output", real.toString())).isZero();
        Files.delete(real.resolve(".orrery-sample"));
        List<String> before = List.copyOf(Folder.texts(real).values());

        assertThat(other.run("demo", "--output", real.toString())).isEqualTo(ExitCode.MEND);

        assertThat(other.err()).contains("holds a site already", "--output");
        assertThat(Folder.texts(real).values()).containsExactlyElementsOf(before);
    }

    private static Map<String, String> pages(String below) {
        return Folder.texts(output).entrySet().stream()
                .filter(file -> file.getKey().startsWith(below) && file.getKey().endsWith(".html"))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
