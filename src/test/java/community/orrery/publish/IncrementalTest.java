package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import community.orrery.site.PlannedFile;
import community.orrery.site.Press;
import community.orrery.site.SamplePlanet;
import community.orrery.site.SitePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cost follows change: what one new post rewrites, and that many small steps end where a build from nothing does. */
class IncrementalTest {

    private static Published publish(Path output, SitePlan plan) {
        return new Publisher(output).write(plan.files(), new Press(plan, SamplePlanet.SHORT_TEXTS)::print);
    }

    @Test
    void rewritesOnlyWhatShowsTheNewPost(@TempDir Path output) throws IOException {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(2_000));
        publish(output, SamplePlanet.plan(SamplePlanet.planet(), writings));
        Map<String, FileTime> before = times(output);
        Post newest = writings.get(1_999).original();
        Post newestOfQuietNode = writings.stream()
                .map(Writing::original)
                .filter(post -> post.member().equals("quiet-node"))
                .reduce((first, second) -> second)
                .orElseThrow();
        Instant later = newest.ordered().plus(Duration.ofMinutes(5));
        Post added = SamplePlanet.tagged(
                SamplePlanet.post(2_001, "quiet-node", later, new Random(7)), List.of("MPI", "storage"));
        writings.add(new Writing(added, List.of()));

        Published published = publish(output, SamplePlanet.plan(SamplePlanet.planet(), writings));

        Set<String> expected = new TreeSet<>(Set.of(
                added.path(),
                newest.path(),
                newestOfQuietNode.path(),
                "index.html",
                "feed.xml",
                "atom.xml",
                "feed.json",
                "members.html",
                "members/quiet-node.html",
                "members/quiet-node/feed.xml",
                "members/quiet-node/atom.xml",
                "groups/personal.html",
                "groups/personal/feed.xml",
                "groups/personal/atom.xml",
                "tags/mpi.html",
                "tags/mpi/feed.xml",
                "tags/mpi/atom.xml",
                "tags/storage.html",
                "tags/storage/feed.xml",
                "tags/storage/atom.xml",
                "archive/" + later.toString().substring(0, 7) + ".html",
                "search/41.js",
                "search.html", // a shard more: the status page searches through them too
                "status.html",
                "status.json"));
        assertThat(new TreeSet<>(published.written())).isEqualTo(expected);
        Map<String, FileTime> after = times(output);
        expected.forEach(after::remove);
        after.remove(Manifest.NAME);
        assertThat(before).containsAllEntriesOf(after);
    }

    /** And the site is whole at any instant between: one instant of each step is looked at, and many of every twentieth. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20260518})
    void endsWhereABuildFromNothingDoes(long seed, @TempDir Path output) throws IOException {
        Changes changes = new Changes(new Random(seed));
        Random instants = new Random(seed);
        Map<String, byte[]> site = new TreeMap<>();
        WholeSite whole = new WholeSite("https://planet.example/blogs/");
        Set<String> happened = new TreeSet<>();
        for (int step = 1; step <= 200; step++) {
            String change = changes.next();
            happened.add(change);
            SitePlan plan = changes.plan();
            Map<String, byte[]> printed = new ConcurrentHashMap<>(); // printed by several threads
            Press press = new Press(plan, SamplePlanet.SHORT_TEXTS);
            Published published = new Publisher(output).write(plan.files(), file -> {
                byte[] bytes = press.print(file);
                printed.put(file.path(), bytes);
                return bytes;
            });
            List<String> moved = Stream.concat(published.written().stream(), published.removed().stream())
                    .toList();
            int looked = moved.isEmpty() ? 0 : instants.nextInt(moved.size());
            for (int i = 0; i < moved.size(); i++) {
                if (i < published.written().size()) {
                    site.put(moved.get(i), printed.get(moved.get(i)));
                } else {
                    site.remove(moved.get(i));
                }
                if (i == looked || (step % 20 == 1 && i % 5 == 0)) {
                    assertThat(whole.faults(site))
                            .as("step %d of seed %d: %s, killed after %s", step, seed, change, moved.get(i))
                            .isEmpty();
                }
            }
            if (step % 50 == 0) {
                assertThat(contents(output))
                        .as("after step %d of seed %d: %s", step, seed, change)
                        .isEqualTo(fromNothing(plan));
            }
        }
        assertThat(happened)
                .containsExactly(
                        "copied",
                        "edited",
                        "held back",
                        "hidden",
                        "member added",
                        "member removed",
                        "member renamed",
                        "new",
                        "settings",
                        "shown",
                        "tagged",
                        "withdrawn");
    }

    private static Map<String, String> fromNothing(SitePlan plan) {
        Press press = new Press(plan, SamplePlanet.SHORT_TEXTS);
        Map<String, String> files = new TreeMap<>();
        for (PlannedFile file : plan.files()) {
            files.put(file.path(), new String(press.print(file), StandardCharsets.UTF_8));
        }
        return files;
    }

    private static Map<String, String> contents(Path output) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(output)) {
            contents.put(
                    output.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        contents.remove(Manifest.NAME);
        return contents;
    }

    private static Map<String, FileTime> times(Path output) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (Path file : files(output)) {
            times.put(output.relativize(file).toString(), Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static List<Path> files(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }

    /** A planet to which things happen. */
    private static final class Changes {

        private final Random random;
        private final List<Member> members = new ArrayList<>(SamplePlanet.members());
        private final List<Writing> writings;
        private Settings settings = SamplePlanet.settings(4, 6);
        private Locale language = Locale.ENGLISH;
        private long keys = 24;

        Changes(Random random) {
            this.random = random;
            this.writings = new ArrayList<>(SamplePlanet.writings(members, 24, random.nextLong()));
        }

        SitePlan plan() {
            Planet planet = SamplePlanet.planet(members, settings, language);
            return SamplePlanet.plan(planet, writings);
        }

        /** Makes something happen and says what. */
        String next() {
            int at = random.nextInt(writings.size());
            Writing writing = writings.get(at);
            Post post = writing.original();
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> {
                    writings.add(new Writing(newPost(), List.of()));
                    return "new";
                }
                case 3 -> {
                    String title = "Edited " + random.nextInt();
                    return replace(
                            at, SamplePlanet.edited(post, title, post.ordered().plusSeconds(99)), "edited");
                }
                case 4 -> {
                    return replace(at, SamplePlanet.with(post, Standing.WITHDRAWN), "withdrawn");
                }
                case 5 -> {
                    return replace(at, SamplePlanet.with(post, Standing.HELD_BACK), "held back");
                }
                case 6 -> {
                    return replace(at, SamplePlanet.with(post, Standing.SHOWN), "shown");
                }
                case 7 -> {
                    writings.remove(at); // what the list hides does not get here
                    return "hidden";
                }
                case 8 -> {
                    writings.set(at, new Writing(post, List.of(newPost())));
                    return "copied";
                }
                case 9 -> {
                    List<String> tags = List.of("tag " + random.nextInt(5), "GPU");
                    return replace(at, SamplePlanet.tagged(post, tags), "tagged");
                }
                case 10 -> {
                    return changeMembers();
                }
                default -> {
                    changeSettings();
                    return "settings";
                }
            }
        }

        private Post newPost() {
            Member member = members.get(random.nextInt(members.size()));
            // A third arrive late: dated among the old ones.
            Duration back = Duration.ofHours(random.nextInt(3) == 0 ? random.nextInt(2_000) : 0);
            Instant time = Instant.parse("2026-05-19T00:00:00Z")
                    .plus(Duration.ofHours(keys))
                    .minus(back);
            return SamplePlanet.post(++keys, member.id(), time, random);
        }

        private String replace(int at, Post post, String what) {
            writings.set(at, new Writing(post, writings.get(at).copies()));
            return what;
        }

        private String changeMembers() {
            int at = random.nextInt(members.size());
            int kind = random.nextInt(3);
            if (kind == 0 && members.size() > 5) {
                members.remove(at);
                return "member removed";
            }
            if (kind == 1) {
                members.add(SamplePlanet.member("new-" + keys++, "Newcomer " + keys));
                return "member added";
            }
            members.set(
                    at,
                    SamplePlanet.member(
                            members.get(at).id(),
                            "Renamed " + random.nextInt(100),
                            random.nextBoolean() ? Member.Extent.FULL : Member.Extent.EXCERPT,
                            random.nextBoolean()));
            return "member renamed";
        }

        private void changeSettings() {
            settings = SamplePlanet.settings(3 + random.nextInt(4), 4 + random.nextInt(8));
            if (random.nextInt(3) == 0) {
                settings = SamplePlanet.in(settings, ZoneId.of("Australia/Sydney"));
                language = random.nextBoolean() ? Locale.GERMAN : Locale.FRENCH;
            }
        }
    }
}
