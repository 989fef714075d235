package community.orrery.site;

import community.orrery.cli.Main;
import community.orrery.crosspost.Attribution;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import community.orrery.health.Health;
import community.orrery.publish.Publisher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** The sites that browser tests look at: the sample community's, and one with every kind of page in German. */
final class BrowserSites {

    static final Path DEMO = Path.of("target/browser/demo");
    static final Path MADE_UP = Path.of("target/browser/made-up");

    /** A member's name, which is a title and a tag, too: wider than a telephone, and no place to break it. */
    static final String LONG = "Hochleistungsrechenzentrumsverwaltungsangestelltenvertretungsversammlungsprotokoll";

    /** What a page has that leads on at once. */
    static final String MOVED = "http-equiv=\"refresh\"";

    private BrowserSites() {}

    static void build() {
        Main.main(new String[] {"demo", "--output", DEMO.toString()});
        Instant day = Instant.parse("2026-05-20T10:00:00Z");
        List<Member> members = new ArrayList<>(SamplePlanet.members());
        members.set(3, SamplePlanet.member("rse-diary", "An RSE’s Diary", Member.Extent.EXCERPT, false));
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(members, 90, 1));
        Post copy = SamplePlanet.post(600, "weekly", day.plusSeconds(60), new Random(3));
        writings.add(new Writing(SamplePlanet.rich(500, "ada", day), List.of(copy)));
        for (int key : new int[] {700, 701}) {
            Post wide = SamplePlanet.post(key, "wide", day.minusSeconds(key), new Random(key));
            Post titled = SamplePlanet.edited(wide, LONG, wide.ordered());
            writings.add(new Writing(SamplePlanet.tagged(titled, List.of(LONG)), List.of()));
        }
        Post first = writings.get(0).original();
        writings.set(0, new Writing(SamplePlanet.with(first, Standing.WITHDRAWN), List.of()));
        Planet planet = planet(members);
        SitePlan plan = SitePlan.of(planet, writings, Theme.NONE, health(planet, writings));
        new Publisher(MADE_UP).write(plan.files(), new Press(plan, SamplePlanet.TEXTS)::print);
    }

    /**
     * These, some that have not written yet and one with a long name, one of them in a group inside a group: more than one
     * status page and a group's own page show.
     */
    private static Planet planet(List<Member> members) {
        List<Member> all = new ArrayList<>(members);
        for (int number = 1; number <= 14; number++) {
            all.add(SamplePlanet.member("laboratory-" + number, "Laboratory " + number));
        }
        all.add(SamplePlanet.member("wide", LONG));
        List<String> ids = all.stream().map(Member::id).toList();
        List<Group> groups = List.of(
                new Group("personal", "Personal", List.of(), ids.subList(0, 5)),
                new Group("commercial", "Commercial", List.of(), ids.subList(5, 6)),
                new Group(
                        "community",
                        "Community",
                        List.of(new Group("everyday", "Everyday", List.of(), ids.subList(6, 7))),
                        ids.subList(7, ids.size())));
        return SamplePlanet.planet(all, groups, Settings.DEFAULT, Locale.GERMAN);
    }

    /** One feed has failed for ten days, one is gone, another was repaired, and the list itself has a fault. */
    private static Health health(Planet planet, List<Writing> writings) {
        Instant since = Instant.parse("2026-05-10T12:00:00Z");
        return Health.of(
                planet,
                (member, feed) -> switch (member.id()) {
                    case "lockstep" -> StatusPageTest.state(12, since, false, "answered 503 Service Unavailable", null);
                    case "tape-robot" -> StatusPageTest.state(1, since, true, "is gone (410)", null);
                    case "ada" -> StatusPageTest.state(0, null, false, "read, 7 entries", "repaired: stray ampersand");
                    default -> StatusPageTest.state(0, null, false, "unchanged", null);
                },
                writings.stream().flatMap(Writing::posts).toList(),
                new Attribution(writings, List.of(), List.of()),
                "feeds.opml:3: there is no outline here. Put one there.",
                StatusPageTest.DIARY);
    }

    /** Every page below the folder, sorted. */
    static List<String> pages(Path site) {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(file -> site.relativize(file).toString())
                    .sorted(Comparator.naturalOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path site, String page) {
        try {
            return Files.readString(site.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page of every kind, and each post of the sample community that is unlike the others. */
    static List<String> kinds(Path site) {
        List<String> kinds = new ArrayList<>();
        for (String start : List.of(
                "index",
                "page/",
                "members.",
                "members/",
                "groups/",
                "groups/community/members.",
                "tags.",
                "tags/",
                "archive.",
                "archive/",
                "search.",
                "about.",
                "status.",
                "status-2.",
                "status/",
                "404.")) {
            pages(site).stream()
                    .filter(page -> page.startsWith(start))
                    .findFirst()
                    .ifPresent(kinds::add);
        }
        List<String> posts =
                pages(site).stream().filter(page -> page.startsWith("posts/")).toList();
        posts.stream().limit(12).forEach(kinds::add);
        for (String telling : List.of(MOVED, "class=\"continue\"", "class=\"notice\"")) {
            posts.stream()
                    .filter(page -> !kinds.contains(page) && text(site, page).contains(telling))
                    .findFirst()
                    .ifPresent(kinds::add);
        }
        return kinds;
    }
}
