package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import community.orrery.metrics.Figures;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight hours of a planet of two hundred blogs, a sweep each minute, with the clock pushed on by hand. */
class SoakTest {

    private static final int BLOGS = 200;
    private static final int SWEEPS = 500;
    private static final Instant START = Instant.parse("2026-05-18T00:00:00Z");
    private static final Instant FIRST = START.minus(Duration.ofDays(6));

    private final AtomicInteger clock = new AtomicInteger();

    /**
     * A blog's life by the last digit of its number: 1 publishes, 2 fails for good from the second hour on, 3 fails for two
     * hours and returns, 4 moves in the third hour, 5 is gone (410) in the fourth, 6 gives no feed any more; the rest is
     * quiet.
     */
    private Village.Answer answer(int blog) {
        int minute = clock.get();
        if (blog >= 1000) {
            return Village.feed(blog - 1000, 5, FIRST); // where those that moved live
        }
        switch (blog % 10) {
            case 1:
                return Village.feed(blog, 5 + minute / 100, FIRST);
            case 2:
                return minute < 60 ? Village.feed(blog, 5, FIRST) : new Village.Answer(500, "");
            case 3:
                return minute >= 60 && minute < 180 ? new Village.Answer(503, "") : Village.feed(blog, 5, FIRST);
            case 4:
                return minute < 120
                        ? Village.feed(blog, 5, FIRST)
                        : new Village.Answer(301, "/" + (1000 + blog) + ".xml");
            case 5:
                return minute < 180 ? Village.feed(blog, 5, FIRST) : new Village.Answer(410, "");
            case 6:
                return minute < 60
                        ? Village.feed(blog, 5, FIRST)
                        : new Village.Answer(200, "<html>A new design</html>");
            default:
                return Village.feed(blog, 5, FIRST);
        }
    }

    @Test
    void tellsTheTrueStoryAtTheEndAndNeedsNoMoreMemoryThanAtTheBeginning(@TempDir Path folder) throws Exception {
        List<Long> used = new ArrayList<>();
        try (Village village = Village.open(this::answer)) {
            CrawlOptions options = new CrawlOptions();
            options.feeds = folder.resolve("feeds.opml");
            options.output = folder.resolve("output");
            options.archive = folder.resolve("archive.db");
            options.allowPrivateAddresses = true;
            options.talk.quiet = true;
            Files.writeString(options.feeds, village.opml(BLOGS, "<planet:minInterval>PT1M</planet:minInterval>"));
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            Surroundings around = new Surroundings(nowhere, nowhere, false, new Minutes(), Map.of());
            try (Rounds rounds = new Rounds(options, around, new Update(options, around), new Figures())) {
                for (int minute = 0; minute < SWEEPS; minute++) {
                    clock.set(minute);
                    assertThat(rounds.sweep()).as("minute %s", minute).isNotEqualTo(ExitCode.MEND);
                    if (minute % 100 == 99) {
                        used.add(usedAfterCollection());
                    }
                }
            }
            System.out.println("bytes used after sweeps 100, 200 …: " + used);
            assertStory(new JsonMapper().readTree(Folder.read(options.output.resolve("status.json"))));
        }
        assertThat(used.get(used.size() - 1)).isLessThan(used.get(0) + (8 << 20));
    }

    private static void assertStory(JsonNode status) {
        assertThat(status.get("members")).hasSize(BLOGS);
        for (int blog = 0; blog < BLOGS; blog++) {
            JsonNode member = status.get("members").get(blog);
            JsonNode feed = member.get("feeds").get(0);
            String condition = feed.get("condition").asText();
            int shown = member.get("posts").get("shown").asInt();
            assertThat(member.get("name").asText()).isEqualTo("Blog " + blog);
            switch (blog % 10) {
                case 1 ->
                    assertThat(condition + " " + shown).as("%s publishes", blog).isEqualTo("well 9");
                case 2 -> {
                    assertThat(condition + " " + shown).as("%s fails", blog).isEqualTo("failing 5");
                    assertThat(feed.get("said").asText()).contains("500");
                    assertThat(feed.get("failingSince").asText()).startsWith("2026-05-18T01:");
                    assertThat(feed.get("failures").asInt()).isGreaterThanOrEqualTo(3);
                }
                case 4 -> {
                    assertThat(condition + " " + shown).as("%s moved", blog).isEqualTo("well 5");
                    assertThat(feed.get("warning").asText()).contains("/" + (1000 + blog) + ".xml now");
                }
                case 5 ->
                    assertThat(condition + " " + shown).as("%s is gone", blog).isEqualTo("gone 5");
                case 6 ->
                    assertThat(condition + " " + shown)
                            .as("%s gives a page", blog)
                            .isEqualTo("failing 5");
                default -> {
                    assertThat(condition + " " + shown).as("%s is well", blog).isEqualTo("well 5");
                    assertThat(feed.has("warning")).as("%s warns", blog).isFalse();
                }
            }
        }
    }

    private static long usedAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private final class Minutes extends Clock {
        @Override
        public Instant instant() {
            return START.plus(Duration.ofMinutes(clock.get()));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
