package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.publish.WholeSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at a hundred moments of real processes, then one run that nobody disturbs. */
class KilledTest {

    private static final long SEED = 20_261_121;
    private static final String ADDRESS = "https://planet.example/";
    private static final int KILLS = 100;
    private static final int BLOGS = 6;
    private static final int POSTS_AT_FIRST = 5;
    private static final int KILLS_A_POST = 5;
    private static final int LEAST_AT_WORK = 10;
    private static final Instant FIRST = Instant.parse("2025-01-01T08:00:00Z");

    /** How long a process lives that nobody kills; measured by the first, bounded for a machine that was busy then. */
    private long life;

    @Test
    void losesNothingAndChangesNoIdWheneverItIsKilled(@TempDir Path home) throws Exception {
        AtomicInteger posts = new AtomicInteger(POSTS_AT_FIRST);
        Random random = new Random(SEED);
        Planetarium killed = new Planetarium(Files.createDirectory(home.resolve("killed")));
        Planetarium calm = new Planetarium(Files.createDirectory(home.resolve("calm")));
        try (Village village = Village.open(blog -> Village.feed(blog, posts.get(), FIRST))) {
            String everySecond =
                    "<planet:schedule>* * * * * ?</planet:schedule><planet:link>" + ADDRESS + "</planet:link>";
            Files.writeString(killed.folder().resolve("feeds.opml"), village.opml(BLOGS, everySecond));
            Files.writeString(calm.folder().resolve("feeds.opml"), village.opml(BLOGS, everySecond));
            long begun = System.nanoTime();
            calm.run(ExitCode.DONE, "update", "--force");
            life = Math.min(6_000, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));

            SortedMap<String, String> known = new TreeMap<>();
            WholeSite whole = new WholeSite(ADDRESS);
            int endedBefore = 0;
            int atWork = 0;
            Path note = killed.folder().resolve(".orrery/archive.db.run");
            for (int kill = 1; kill <= KILLS; kill++) {
                if (kill % KILLS_A_POST == 0) {
                    posts.incrementAndGet();
                    calm.run(ExitCode.DONE, "update", "--force");
                }
                Files.deleteIfExists(note);
                endedBefore += kill(killed, kill % 2 == 0 ? "run" : "update", random);
                atWork += Files.exists(note) ? 1 : 0;
                assertThat(whole.faults(killed.folder().resolve("output")))
                        .as("after kill %d", kill)
                        .isEmpty();
                if (kill % KILLS_A_POST == 0) {
                    assertNothingLost(known, killed.pages());
                }
            }
            assertThat(endedBefore)
                    .as("processes that ended before they were killed")
                    .isLessThan(KILLS / 4);
            // A machine twice as slow starts twice as slowly, too, so the share is much the same on any.
            assertThat(atWork)
                    .as("processes that were killed between their first question and their last file")
                    .isGreaterThanOrEqualTo(LEAST_AT_WORK);
            killed.run(ExitCode.DONE, "update", "--force");

            assertNothingLost(known, killed.pages());
            assertThat(killed.pages()).isEqualTo(calm.pages()).hasSize(BLOGS * posts.get());
            assertThat(killed.site()).isEqualTo(calm.site());
        }
    }

    /** @return 1 when it had ended by itself */
    private int kill(Planetarium planet, String command, Random random) throws Exception {
        Process process = planet.start(command, "--force");
        boolean ended = process.waitFor(random.nextLong(50, life), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return ended ? 1 : 0;
    }

    /** What was once stored is there for ever, under the same page and date. */
    private static void assertNothingLost(SortedMap<String, String> known, Map<String, String> now) {
        assertThat(now).containsAllEntriesOf(known);
        known.putAll(now);
    }
}
