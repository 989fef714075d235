package community.orrery.archive;

import static community.orrery.archive.Planting.NOW;
import static community.orrery.archive.Planting.entry;
import static community.orrery.archive.Planting.feed;
import static community.orrery.archive.Planting.member;
import static community.orrery.archive.Planting.reading;
import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.FeedState;
import community.orrery.health.Run;
import community.orrery.health.VisitDay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs and visits came to is kept, and does not grow without end. */
class DiaryTest {

    private static final FeedKey ADA = new FeedKey("ada", feed("ada"));
    private static final LocalDate TODAY = LocalDate.parse("2025-03-10");

    private Archive archive;

    @BeforeEach
    void open(@TempDir Path folder) {
        archive = Planting.begin(folder.resolve("archive.db"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void addsUpAFeedsVisitsByTheDay() {
        archive.save(Map.of(ADA, visited(NOW, 100, 0)));
        archive.record(
                reading(member("ada"), NOW.plusSeconds(60), List.of(entry("ada", 1, "One."))),
                visited(NOW.plusSeconds(60), 300, 0),
                Planting::derive);
        archive.save(Map.of(ADA, visited(NOW.plusSeconds(120), 50, 1)));
        archive.save(Map.of(ADA, visited(NOW.plus(Duration.ofDays(2)), 7, 0)));

        assertThat(archive.visits())
                .containsOnlyKeys(ADA)
                .extractingByKey(ADA)
                .isEqualTo(List.of(
                        new VisitDay(TODAY, 3, 1, Duration.ofMillis(450), Duration.ofMillis(300)),
                        new VisitDay(TODAY.plusDays(2), 1, 0, Duration.ofMillis(7), Duration.ofMillis(7))));
        assertThat(visits().get(0).mean()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void countsAVisitOnceHoweverOftenItsStateIsSaved() {
        archive.save(Map.of(ADA, visited(NOW, 100, 0)));
        archive.save(Map.of(ADA, visited(NOW, 100, 0)));

        assertThat(visits()).extracting(VisitDay::visits).containsExactly(1);
    }

    @Test
    void knowsNothingOfAFeedThatWasNeverAsked() {
        archive.save(Map.of(ADA, FeedState.UNASKED));

        assertThat(archive.visits()).isEmpty();
    }

    @Test
    void forgetsDaysLongPast() {
        for (int day = 0; day < 100; day++) {
            Instant now = NOW.plus(Duration.ofDays(day));
            archive.save(Map.of(ADA, visited(now, day, 0)));
            archive.ran(run(now));
        }

        assertThat(visits()).hasSize(VisitDay.KEPT);
        assertThat(visits().get(0).day()).isEqualTo(TODAY.plusDays(100 - VisitDay.KEPT));
    }

    @Test
    void keepsTheNewestRunsInTheOrderInWhichTheyEnded() {
        Run first = run(NOW);
        Run clockSetBack = run(NOW.minus(Duration.ofDays(400)));
        archive.ran(first);
        archive.ran(clockSetBack);
        assertThat(archive.runs()).containsExactly(first, clockSetBack);

        for (int i = 0; i < Run.KEPT - 1; i++) {
            archive.ran(first);
        }
        assertThat(archive.runs()).hasSize(Run.KEPT).startsWith(clockSetBack);
    }

    private List<VisitDay> visits() {
        return Objects.requireNonNull(archive.visits().get(ADA));
    }

    private static Run run(Instant begun) {
        return new Run(begun, Duration.ofSeconds(3), 10, 1, 2, 3, 4, 5);
    }

    private static FeedState visited(Instant asked, long millis, int failures) {
        boolean well = failures == 0;
        Duration took = Duration.ofMillis(millis);
        return new FeedState(
                FeedState.Approach.UNASKED,
                FeedState.Turn.UNASKED,
                new FeedState.Course(
                        asked, well ? asked : null, took, failures, well ? null : asked, "answered", null, null));
    }
}
