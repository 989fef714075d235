package community.orrery.site;

import static community.orrery.site.StatusPageTest.parsed;
import static community.orrery.site.StatusPageTest.print;
import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.crosspost.Kinship;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Writing;
import community.orrery.health.Fingerprint;
import community.orrery.health.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the status page leaves to further pages and to the shards that questions are answered from. */
class StatusPagesTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final Instant DAY = Instant.parse("2026-05-19T10:00:00Z");
    private static final Post RICH = SamplePlanet.rich(500, "ada", DAY);
    private static final Post COPY = SamplePlanet.post(501, "weekly", DAY.plusSeconds(60), new Random(3));

    @Test
    void listsEveryPostThatIsNotOnTheFrontPageOnPagesNumberedFromTheOldest() {
        Post[] withdrawn = new Post[2 * AbsencePages.PER_PAGE + 3];
        for (int i = 0; i < withdrawn.length; i++) {
            Post post = SamplePlanet.post(1000 + i, "acme", DAY.minusSeconds(i), new Random(i));
            withdrawn[i] = SamplePlanet.with(post, Standing.WITHDRAWN);
        }

        Map<String, String> files = print(SamplePlanet.planet(), null, withdrawn);

        Document newest = parsed(files, "status/acme.html");
        Document oldest = parsed(files, "status/acme/1.html");
        assertThat(newest.select(".absences li")).hasSize(AbsencePages.PER_PAGE + 3);
        assertThat(oldest.select(".absences li")).hasSize(AbsencePages.PER_PAGE);
        assertThat(newest.select(".absences li").get(0).text())
                .isEqualTo(
                        "May 19, 2026 A post Its author withdrew it: it vanished from its feed while older posts were"
                                + " still there. If it comes back, so does its page.");
        assertThat(newest.select(".pager a").attr("href")).isEqualTo("../status/acme/1.html");
        assertThat(parsed(files, "status.html").select("#blog-acme .why a").attr("href"))
                .isEqualTo("status/acme.html");
        assertThat(parsed(files, "status.html").select("#blog-acme .why").text())
                .isEqualTo(withdrawn.length + " posts are not on the front page: why");
    }

    /** In the list's order; a member with more of them goes on on the next. */
    @Test
    void cutsALongListIntoPages() {
        List<Member> members = new ArrayList<>();
        for (int i = 1; i <= StatusLeaf.FEEDS_ON_FIRST + 5; i++) {
            members.add(SamplePlanet.member("blog-" + i, "Blog " + i));
        }
        String[] many = IntStream.range(0, 2 * StatusLeaf.FEEDS + 7)
                .mapToObj(i -> "https://many.example/" + i + ".xml")
                .toArray(String[]::new);
        members.add(MemberBuilder.of("many").name("Many Feeds").feeds(many).build());

        Map<String, String> files = print(SamplePlanet.planet(members), null);

        Document first = parsed(files, "status.html");
        assertThat(first.select(".patients > li")).hasSize(StatusLeaf.FEEDS_ON_FIRST);
        assertThat(first.select(".tally").text()).startsWith("18 blogs, 64 feeds");
        assertThat(first.select(".pager a").eachAttr("href")).containsExactly("status-2.html");
        Document second = parsed(files, "status-2.html");
        assertThat(second.select("h3").eachText())
                .containsExactly("Blog 13", "Blog 14", "Blog 15", "Blog 16", "Blog 17");
        assertThat(second.select(".asking, .own, .alarm")).isEmpty();
        assertThat(second.select(".crumbs a").attr("href")).isEqualTo("status.html");
        List<Integer> feeds = new ArrayList<>();
        for (String page : List.of("status-3.html", "status-4.html", "status-5.html")) {
            feeds.add(parsed(files, page).select(".visits").size());
        }
        assertThat(feeds).containsExactly(StatusLeaf.FEEDS, StatusLeaf.FEEDS, 7);
        assertThat(parsed(files, "status-3.html").select("#blog-many .meta")).isNotEmpty();
        assertThat(parsed(files, "status-4.html").select(".patients .meta, [id=blog-many]"))
                .isEmpty();
        assertThat(files).doesNotContainKey("status-6.html");
    }

    /** A visit that brought nothing new changes the first page and the data, nothing else. */
    @Test
    void leavesFurtherPagesAloneWhenOnlyTimesPassed() {
        List<Member> members = new ArrayList<>(SamplePlanet.members());
        for (int i = 1; i <= StatusLeaf.FEEDS_ON_FIRST; i++) {
            members.add(SamplePlanet.member("blog-" + i, "Blog " + i));
        }
        Map<String, Sum> before = digests(members, NOW);

        assertThat(changed(before, digests(members, NOW.plusSeconds(3600))))
                .containsExactly("status.html", "status.json");
        assertThat(changed(before, digests(members, NOW.plus(Duration.ofHours(6)))))
                .containsExactly("status-2.html", "status.html", "status.json");
    }

    private static List<String> changed(Map<String, Sum> before, Map<String, Sum> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return after.keySet().stream()
                .filter(path -> !Objects.equals(after.get(path), before.get(path)))
                .toList();
    }

    private static Map<String, Sum> digests(List<Member> members, Instant asked) {
        Planet planet = SamplePlanet.planet(members);
        Post held = SamplePlanet.with(RICH, Standing.HELD_BACK);
        List<Writing> writings = List.of(new Writing(held, List.of(COPY)));
        Attribution attribution =
                new Attribution(writings, List.of(new Verdict(held, COPY, Kinship.Reason.SAME_TEXT, 0.9)), List.of());
        Health health = Health.of(
                planet,
                (member, feed) -> StatusPageTest.unchanged(asked, null),
                List.of(held, COPY),
                attribution,
                null,
                StatusPageTest.DIARY);
        Map<String, Sum> digests = new TreeMap<>();
        SitePlan.of(planet, writings, Theme.NONE, health)
                .files()
                .forEach(file -> digests.put(file.path(), file.digest()));
        return digests;
    }

    /** By the fingerprint's first digits, each fingerprint in the shard that the script asks for it. */
    @Test
    void cutsWhatQuestionsAreAnsweredFromIntoShards() {
        Post[] withdrawn = new Post[1_200];
        for (int i = 0; i < withdrawn.length; i++) {
            Post post = SamplePlanet.post(1000 + i, "acme", DAY.minusSeconds(i), new Random(i));
            withdrawn[i] = SamplePlanet.with(post, Standing.WITHDRAWN);
        }

        Map<String, String> files = print(SamplePlanet.planet(), null, withdrawn);

        assertThat(parsed(files, "status.html").select("form.lookup").attr("data-digits"))
                .isEqualTo("1");
        assertThat(files.keySet().stream().filter(path -> path.startsWith("status/known-")))
                .hasSize(16);
        for (Post post : withdrawn) {
            String fingerprint = Fingerprint.ofText(post.path());
            assertThat(files.get("status/known-" + fingerprint.charAt(0) + ".js"))
                    .contains(fingerprint);
        }
        String host = Fingerprint.ofText("acme.example");
        assertThat(files.get("status/known-" + host.charAt(0) + ".js"))
                .contains("\"" + host + "\":[[\"Acme Systems Engineering\",\"status.html#blog-acme\"]]");
    }
}
