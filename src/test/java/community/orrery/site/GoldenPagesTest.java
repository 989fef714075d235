package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page of each kind, byte for byte. After a change that was meant, {@code -Dgolden.update=true} writes them anew; the
 * difference is then read like code.
 */
class GoldenPagesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/site-fixtures/golden");
    private static final PrintedSite SITE = site();

    private static PrintedSite site() {
        Instant day = Instant.parse("2026-05-20T10:00:00Z");
        List<Member> members = List.of(
                SamplePlanet.member("ada", "Ada’s Cluster Notes"),
                SamplePlanet.member("tape-robot", "The Tape Robot", Member.Extent.EXCERPT, false),
                SamplePlanet.member("weekly", "Research Computing Weekly"));
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(members, 9, 4));
        Post copy = SamplePlanet.post(600, "weekly", day.plusSeconds(60), new Random(3));
        writings.add(new Writing(SamplePlanet.rich(500, "ada", day), List.of(copy)));
        Post taken = writings.get(0).original();
        writings.set(0, new Writing(SamplePlanet.with(taken, Standing.WITHDRAWN), List.of()));
        return new PrintedSite(SamplePlanet.planet(members, SamplePlanet.settings(3, 4), Locale.ENGLISH), writings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "page/1.html",
                "posts/ada/rich.html",
                "members.html",
                "members/ada.html",
                "groups/personal.html",
                "groups/personal/feed.xml",
                "tags.html",
                "tags/hpc.html",
                "archive.html",
                "archive/2026-05.html",
                "search.html",
                "search/1.js",
                "about.html",
                "status.html",
                "status.json",
                "status/known-all.js",
                "404.html",
                "feed.xml",
                "atom.xml",
                "feed.json",
                "opml.xml",
                "sitemap.xml",
                "sitemap-pages-1.xml",
                "robots.txt"
            })
    void looksAsItDid(String path) throws IOException {
        compare(path, path.replace('/', '-'));
    }

    @Test
    void looksAsItDidWherePostsAreNotOnTheFrontPage() throws IOException {
        String path = SITE.files().keySet().stream()
                .filter(each -> each.matches("status/.*\\.html"))
                .findFirst()
                .orElseThrow();
        compare(path, "absences.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"excerpt", "moved", "withdrawn"})
    void looksAsItDidInSpecialCases(String kind) throws IOException {
        String telling =
                switch (kind) {
                    case "excerpt" -> "class=\"continue\"";
                    case "moved" -> "http-equiv=\"refresh\"";
                    default -> "was withdrawn by its author.</p>";
                };
        String path = SITE.files().keySet().stream()
                .filter(each -> each.startsWith("posts/") && SITE.text(each).contains(telling))
                .findFirst()
                .orElseThrow();
        compare(path, "post-" + kind + ".html");
    }

    private static void compare(String path, String name) throws IOException {
        // The version in assets' addresses changes with every touch of the style sheet.
        String page = SITE.text(path)
                .replaceAll("(assets/[a-z]+\\.(?:css|js)\\?)[0-9a-f]{8}", "$1VERSION")
                .replaceAll("data-version=\"[0-9a-f]{8}\"", "data-version=\"VERSION\"");
        Path golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, page);
        }
        assertThat(golden)
                .as(path + "; if the change was meant: -Dgolden.update=true")
                .exists();
        assertThat(page).as(path).isEqualTo(Files.readString(golden));
    }
}
