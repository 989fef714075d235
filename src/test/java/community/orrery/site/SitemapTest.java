package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The sitemap goes on in a second file long before the 50,000 addresses that the protocol allows in one. */
class SitemapTest {

    private static Map<String, Document> sitemaps(List<Writing> writings) {
        return sitemaps(SamplePlanet.planet(), writings);
    }

    private static Map<String, Document> sitemaps(Planet planet, List<Writing> writings) {
        SitePlan plan = SamplePlanet.plan(planet, writings);
        Press press = new Press(plan, SamplePlanet.SHORT_TEXTS);
        Map<String, Document> files = new TreeMap<>();
        plan.files().stream()
                .filter(file -> file.path().startsWith("sitemap"))
                .forEach(file -> files.put(
                        file.path(),
                        Jsoup.parse(new String(press.print(file), StandardCharsets.UTF_8), "", Parser.xmlParser())));
        return files;
    }

    private static List<String> addresses(Map<String, Document> files, String path) {
        return Objects.requireNonNull(files.get(path), path).select("loc").eachText();
    }

    @Test
    void goesOnInASecondFileAndLeavesTheFirstAsItIs() {
        List<Writing> writings = SamplePlanet.writings(Sitemap.PER_FILE + 2).stream()
                .map(writing -> new Writing(SamplePlanet.homeless(writing.original()), List.of()))
                .toList();
        Map<String, Document> two = sitemaps(writings);
        Map<String, Document> one = sitemaps(writings.subList(0, Sitemap.PER_FILE));

        assertThat(Sitemap.PER_FILE).isLessThanOrEqualTo(50_000);
        assertThat(addresses(two, "sitemap.xml"))
                .containsExactly(
                        "https://planet.example/blogs/sitemap-pages-1.xml",
                        "https://planet.example/blogs/sitemap-posts-1.xml",
                        "https://planet.example/blogs/sitemap-posts-2.xml");
        List<String> posts = new ArrayList<>(addresses(two, "sitemap-posts-1.xml"));
        assertThat(posts).hasSize(Sitemap.PER_FILE);
        posts.addAll(addresses(two, "sitemap-posts-2.xml"));
        assertThat(posts)
                .containsExactlyElementsOf(writings.stream()
                        .map(writing -> "https://planet.example/blogs/"
                                + writing.original().path())
                        .toList());
        assertThat(one.keySet()).containsExactly("sitemap-pages-1.xml", "sitemap-posts-1.xml", "sitemap.xml");
        assertThat(addresses(one, "sitemap-posts-1.xml")).isEqualTo(addresses(two, "sitemap-posts-1.xml"));
    }

    @Test
    void asksForNoPageThatNamesAnotherAsTheOneThatCounts() {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(2));
        Post homeless = SamplePlanet.homeless(writings.get(1).original());
        writings.set(1, new Writing(homeless, List.of()));

        assertThat(addresses(sitemaps(writings), "sitemap-posts-1.xml"))
                .containsExactly("https://planet.example/blogs/" + homeless.path());
    }

    @Test
    void namesEveryPageOfTheListsOfMembersAndTagsAndOfALargeGroup() {
        List<Member> members = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> SamplePlanet.member("blog-" + number, "Blog " + number))
                .toList();
        List<String> tags = IntStream.rangeClosed(1, 500)
                .mapToObj(number -> "tag " + number)
                .toList();
        List<Writing> writings = SamplePlanet.writings(members, 2, 1).stream()
                .map(writing -> new Writing(SamplePlanet.tagged(writing.original(), tags), List.of()))
                .toList();

        assertThat(addresses(sitemaps(SamplePlanet.planet(members), writings), "sitemap-pages-1.xml"))
                .contains(
                        "https://planet.example/blogs/members.html",
                        "https://planet.example/blogs/members-2.html",
                        "https://planet.example/blogs/tags.html",
                        "https://planet.example/blogs/tags-2.html",
                        "https://planet.example/blogs/groups/personal.html",
                        "https://planet.example/blogs/groups/personal/members.html")
                .doesNotContain("https://planet.example/blogs/groups/commercial/members.html")
                .doesNotHaveDuplicates();
    }
}
