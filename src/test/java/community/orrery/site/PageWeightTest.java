package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.crosspost.Attribution;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import community.orrery.health.Diary;
import community.orrery.health.Health;
import community.orrery.health.Run;
import community.orrery.health.VisitDay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No page costs its reader more than 100 kB of ours, however large the planet: the page without what the posts' authors wrote,
 * and every style sheet and script that it names.
 */
class PageWeightTest {

    private static final int MOST = 100_000;

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(?:\\.\\./)*(assets/[a-z]+\\.(?:css|js))\\?");
    private static final Pattern WRITTEN =
            Pattern.compile("<p class=\"excerpt\"[^>]*>.*?</p>|<div class=\"prose\"[^>]*>.*?</div>\n", Pattern.DOTALL);
    private static final String SAID =
            "Its server answered 503 Service Unavailable and asked to be left alone for a while; the feed is asked again"
                    + " after that, and everything else is as it was";

    @ParameterizedTest
    @ValueSource(ints = {300, 1_000})
    void staysBelowHundredKilobytesOnEveryPage(int count) {
        Planet planet = planet(count);
        List<Writing> writings = writings(planet.members());
        SitePlan plan = SitePlan.of(planet, writings, Theme.NONE, health(planet, writings));
        Press press = new Press(
                plan, SameTexts.of(SamplePlanet.SHORT_TEXTS, writings.get(0).original()));
        Map<String, Integer> assets = new HashMap<>();
        plan.files().stream()
                .filter(file -> file.path().startsWith("assets/"))
                .forEach(file -> assets.put(file.path(), press.print(file).length));
        Map<String, List<PlannedFile>> kinds = new TreeMap<>();
        for (PlannedFile file : plan.files()) {
            if (file.path().endsWith(".html")) {
                String kind = file.path().replaceFirst("(?<=/).*", "").replaceFirst("[-.].*", "");
                kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(file);
            }
        }

        Map<String, Integer> heavy = new TreeMap<>();
        for (List<PlannedFile> kind : kinds.values()) {
            for (int i = 0; i < kind.size(); i++) {
                if (i < 8 || i > kind.size() - 8) { // the first page of a list is planned last
                    int bytes = own(new String(press.print(kind.get(i)), StandardCharsets.UTF_8), assets);
                    heavy.put(kind.get(i).path(), bytes);
                }
            }
        }

        heavy.values().removeIf(bytes -> bytes < MOST);
        assertThat(heavy).isEmpty();
        assertThat(kinds.keySet())
                .contains(
                        "index",
                        "page/",
                        "posts/",
                        "members",
                        "members/",
                        "groups/",
                        "tags",
                        "tags/",
                        "archive",
                        "archive/",
                        "search",
                        "about",
                        "status",
                        "status/",
                        "404");
    }

    private static int own(String page, Map<String, Integer> assets) {
        int bytes = WRITTEN.matcher(page).replaceAll("").getBytes(StandardCharsets.UTF_8).length;
        Matcher named = ASSET.matcher(page);
        while (named.find()) {
            bytes += Objects.requireNonNull(assets.get(named.group(1)), named.group(1));
        }
        return bytes;
    }

    private static Planet planet(int count) {
        List<Member> members = new ArrayList<>();
        List<List<String>> rings = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < count; i++) {
            String id = "institute-for-large-machines-" + i;
            rings.get(i % 7 == 0 ? 1 : i % 50 == 1 ? 2 : 0).add(id);
            members.add(MemberBuilder.of(id)
                    .name("The Institute for Large Machines, Number " + i)
                    .description("What the people of department " + i
                            + " found out about computers, networks and each other.")
                    .build());
        }
        List<Group> groups = List.of(
                new Group("everybody-who-computes", "Everybody who computes", List.of(), rings.get(0)),
                new Group("projects", "Projects", List.of(), rings.get(1)),
                new Group("commercial", "Commercial", List.of(), rings.get(2)));
        return SamplePlanet.planet(members, groups, Settings.DEFAULT, Locale.GERMAN);
    }

    /** One blog writes much, the others a little, all of it in three months; of everybody's posts some are held back. */
    private static List<Writing> writings(List<Member> members) {
        Random random = new Random(5);
        List<Writing> writings = new ArrayList<>();
        for (int key = 1; key <= members.size() * 2; key++) {
            Member member = members.get(key % 5 == 0 ? 0 : key % members.size());
            Instant time = NOW.minus(Duration.ofMinutes(random.nextInt(90 * 24 * 60)));
            Post post = SamplePlanet.tagged(
                    SamplePlanet.post(key, member.id(), time, random),
                    List.of("HPC", "storage", "Open Source", "performance portability", "tag " + key / 2));
            writings.add(new Writing(key % 3 == 0 ? SamplePlanet.with(post, Standing.HELD_BACK) : post, List.of()));
        }
        return writings;
    }

    /** Everything that the status page can tell, for everybody. */
    private static Health health(Planet planet, List<Writing> writings) {
        List<Run> runs = new ArrayList<>();
        for (int i = Run.KEPT; i > 0; i--) {
            runs.add(new Run(NOW.minusSeconds(3600L * i), Duration.ofMillis(90_000 + i), 4_000, 12, 30, 40, 5, 1234));
        }
        List<VisitDay> days = new ArrayList<>();
        LocalDate today = LocalDate.of(2026, 5, 20);
        for (int back = VisitDay.KEPT - 1; back >= 0; back--) {
            days.add(new VisitDay(today.minusDays(back), 12, 3, Duration.ofSeconds(31 + back), Duration.ofSeconds(9)));
        }
        return Health.of(
                planet,
                (member, feed) -> StatusPageTest.state(9, NOW.minus(Duration.ofDays(9)), false, SAID, SAID),
                writings.stream().map(Writing::original).toList(),
                new Attribution(writings, List.of(), List.of()),
                "feeds.opml:3: there is no outline here. Put one there.",
                new Diary(runs, (member, feed) -> days));
    }
}
