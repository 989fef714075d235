package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.site.AtomGrammar;
import community.orrery.site.FeedRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole planet, end to end: the sample community over real HTTP, through the command that the README names first. */
class DemoCommandTest {

    /** Rank Zero wrote it, Node Zero Collective carries it too. */
    private static final String MERGED = "posts/node-zero-collective/a-halo-exchange-three-ways.html";

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

    /** Not even the status page, which tells a quiet planet's visits four times a day. */
    @Test
    void writesNothingTheSecondTime() {
        assertThat(terminal.out()).containsPattern(": 0 written, [0-9]+ unchanged, 0 removed");
    }

    @Test
    void givesEveryPostAPageAndNamesItsBlogAndItsOriginal() {
        Map<String, String> posts = pages("posts/");
        posts.remove(MERGED);
        assertThat(posts).hasSize(62);
        assertThat(posts).allSatisfy((path, page) -> assertThat(page)
                .containsPattern("This is a crosspost from <a href=\"https://[a-z0-9.-]+\\.example/")
                .contains("See the original post")
                .containsPattern("<link rel=\"canonical\" href=\"https://[a-z0-9.-]+\\.example/"));
    }

    @Test
    void showsAWritingInTwoFeedsOnceAndLeadsFromTheCopyToIt() {
        assertThat(pages("posts/").get(MERGED))
                .contains("url=../../posts/rank-zero/a-halo-exchange-three-ways.html", "noindex");
        assertThat(pages("posts/").get("posts/rank-zero/a-halo-exchange-three-ways.html"))
                .contains("Also posted at", "Node Zero Collective");
        assertThat(Folder.read(output.resolve("members/node-zero-collective.html")))
                .contains("A halo exchange, three ways");
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
            document.select("script:not([type=application/ld+json])").forEach(script -> assertThat(page)
                    .as(path)
                    .matches(each -> script.attr("src").matches("(?:/|(?:\\.\\./)*)assets/[a-z]+\\.js\\?[0-9a-f]+")
                            || page.contains("&#39;sha256-" + sha256(script.data()) + "&#39;")));
            assertThat(document.select("[^on]")).as(path).isEmpty();
            assertThat(document.select("[href], [src]")).as(path).noneMatch(element -> (element.attr("href")
                            + element.attr("src"))
                    .matches("(?i)\\s*(java|vb)script:.*"));
        });
    }

    @Test
    void linksLeadToFilesThatExistAndToPlacesInThem() {
        Map<String, Document> pages = new TreeMap<>();
        pages("").forEach((path, page) -> pages.put(path, Jsoup.parse(page, "https://planet.invalid/" + path)));
        Set<String> broken = new TreeSet<>();
        pages.forEach((path, page) -> page.select("a[href], area[href], link[href], [src], [poster], form[action]")
                .forEach(element -> Stream.of("href", "src", "poster", "action")
                        .filter(element::hasAttr)
                        .map(element::attr)
                        .filter(written -> !leads(path, written, pages))
                        .forEach(written -> broken.add(path + " -> " + written))));
        assertThat(broken).isEmpty();
        assertThat(pages.values())
                .anyMatch(page -> !page.select(".prose a[href^=#]").isEmpty());
    }

    private static boolean leads(String path, String written, Map<String, Document> pages) {
        if (written.matches("(?:[a-z]+:|//).*")) {
            return true;
        }
        // 404.html is served under any address, so that its links start at the site's root.
        URI target = URI.create("https://planet.invalid/" + path).resolve(written);
        String file = target.getPath().substring(1).isEmpty()
                ? path
                : target.getPath().substring(1);
        String place = target.getFragment();
        Document page = pages.get(file);
        return Files.isRegularFile(output.resolve(file))
                && (place == null || place.isEmpty() || page != null && page.getElementById(place) != null);
    }

    @Test
    void publishesFeedsThatFollowTheirFormatsRules() {
        AtomGrammar grammar = new AtomGrammar();
        List<String> findings = new ArrayList<>();
        SortedMap<String, String> feeds = Folder.texts(output);
        feeds.keySet().removeIf(path -> !path.matches("(.*/)?(feed\\.xml|atom\\.xml|feed\\.json)"));
        feeds.forEach((path, latin) -> {
            String feed = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            findings.addAll(FeedRules.findings(path, feed));
            if (path.endsWith("atom.xml")) {
                findings.addAll(grammar.findings(path, feed));
            }
        });
        assertThat(feeds).hasSizeGreaterThan(30);
        assertThat(findings).isEmpty();
    }

    @Test
    void refusesToReplaceARealSite(@TempDir Path real) throws Exception {
        Terminal other = new Terminal();
        assertThat(other.run("demo", "--output", real.toString())).isZero();
        Files.delete(real.resolve(".orrery-sample"));
        List<String> before = List.copyOf(Folder.texts(real).values());

        assertThat(other.run("demo", "--output", real.toString())).isEqualTo(ExitCode.MEND);

        assertThat(other.err()).contains("holds a site already", "--output");
        assertThat(other.out()).doesNotContain("once more", "Now open");
        assertThat(Folder.texts(real).values()).containsExactlyElementsOf(before);
    }

    @Test
    void keepsItsListAndArchiveWhenAsked(@TempDir Path site) throws Exception {
        Terminal other = new Terminal();
        assertThat(other.run("demo", "--keep", "--output", site.toString())).isZero();

        Path kept = Path.of(other.out().replaceAll("(?s).*feeds\\.opml and archive are in (\\S+).*", "$1"));

        assertThat(kept.resolve("feeds.opml")).exists();
        assertThat(kept.resolve("archive.db")).exists();
        for (Path each : Files.list(kept).toList()) {
            Files.delete(each);
        }
        Files.delete(kept);
    }

    @Test
    void givesWayToARealPlanet(@TempDir Path real) throws Exception {
        Terminal other = new Terminal();
        assertThat(other.run("demo", "--output", real.resolve("output").toString()))
                .isZero();
        Path list = Files.writeString(
                real.resolve("feeds.opml"),
                "<opml version=\"2.0\"><head><title>Real</title></head><body><outline type=\"rss\" text=\"Ada\""
                        + " xmlUrl=\"https://ada.example/feed.xml\"/></body></opml>");

        assertThat(other.run(
                        "update",
                        "--offline",
                        "--feeds",
                        list.toString(),
                        "--archive",
                        real.resolve("archive.db").toString(),
                        "--output",
                        real.resolve("output").toString()))
                .isZero();

        assertThat(real.resolve("output/posts")).doesNotExist();
        assertThat(real.resolve("output/.orrery-sample")).doesNotExist();
    }

    /** As a Content-Security-Policy names a script of our own. */
    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> pages(String below) {
        return Folder.texts(output).entrySet().stream()
                .filter(file -> file.getKey().startsWith(below) && file.getKey().endsWith(".html"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
