package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room. A limit on the size of files stands in for it: both end a write half-way. */
class DiskFullTest {

    private static final Instant FIRST = Instant.parse("2025-01-01T08:00:00Z");

    /** The program unpacks SQLite's library, which is smaller; the archive is to grow beyond. */
    private static final String LIMIT = "ulimit -f 4000; exec \"$@\"";

    @Test
    void saysSoAndLeavesArchiveAndSiteAsTheyWereAndGoesOnWhenThereIsRoom(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs a shell that can set limits");
        AtomicInteger posts = new AtomicInteger(3);
        Planetarium planet = new Planetarium(folder);
        try (Village village = Village.open(blog -> posts.get() == 3 ? Village.feed(blog, 3, FIRST) : bulky(blog))) {
            Files.writeString(folder.resolve("feeds.opml"), village.opml(2, ""));
            planet.run(ExitCode.DONE, "update", "--force");
            SortedMap<String, String> site = planet.site();
            SortedMap<String, String> pages = planet.pages();
            posts.set(80);

            Process process = planet.start(List.of("/bin/bash", "-c", LIMIT, "bash"), "update", "--force");
            int exit = process.waitFor();
            String said = Files.readString(planet.log());

            assertThat(exit).as(said).isEqualTo(ExitCode.MEND);
            assertThat(said)
                    .contains("archive.db")
                    .containsAnyOf("disk is full", "it may be full")
                    .doesNotContain("\tat ");
            assertThat(planet.site()).isEqualTo(site);
            assertThat(planet.pages()).containsAllEntriesOf(pages);

            planet.run(ExitCode.DONE, "update", "--force");
            assertThat(planet.pages()).containsAllEntriesOf(pages).hasSize(2 * 43);
            assertThat(planet.site()).hasSizeGreaterThan(site.size() + 80);
        }
    }

    /** The same three posts, and forty of 55 KB each. */
    private static Village.Answer bulky(int blog) {
        String feed = Village.feed(blog, 43, FIRST).body();
        Random random = new Random(blog);
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int post = 43; post > 3; post--) {
            int end = feed.indexOf("</description></item>", from);
            text.append(feed, from, end);
            for (int word = 0; word < 8_000; word++) {
                text.append(' ').append(Integer.toString(random.nextInt(1_000_000_000), 36));
            }
            from = end;
        }
        return new Village.Answer(200, text + feed.substring(from));
    }
}
