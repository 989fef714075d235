package community.orrery.archive;

import static community.orrery.archive.Planting.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.Outbox.Waiting;
import community.orrery.health.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which message is tried next, and which no more. */
class OutboxTest {

    @Test
    void aMessageThatIsAlwaysRefusedKeepsNoOtherBack(@TempDir Path folder) {
        try (Archive archive = Planting.begin(folder.resolve("archive.db"))) {
            Outbox outbox = new Outbox(archive);
            outbox.put(List.of(notice("refused"), notice("other")), Set.of(), NOW);
            Instant day = NOW;
            for (int tries = 0; tries < 3; tries++) {
                assertThat(outbox.waiting(day)).extracting(OutboxTest::id).containsExactly("refused", "other");
                outbox.undelivered(outbox.waiting(day).get(0), "413", day);
                assertThat(outbox.waiting(day)).isEmpty();
                day = day.plus(Duration.ofDays(1));
            }

            assertThat(outbox.waiting(day)).extracting(OutboxTest::id).containsExactly("other", "refused");
        }
    }

    @Test
    void triesAgainAfterFiveMinutesThenEverMoreSeldomUpToFiveHours(@TempDir Path folder) {
        try (Archive archive = Planting.begin(folder.resolve("archive.db"))) {
            Outbox outbox = new Outbox(archive);
            outbox.put(List.of(notice("refused")), Set.of(), NOW);
            Instant now = NOW;
            for (int minutes : new int[] {5, 10, 20, 40, 80, 160, 320, 320, 320}) {
                Instant again = now.plus(Duration.ofMinutes(minutes));
                outbox.undelivered(outbox.waiting(now).get(0), "503", now);
                assertThat(outbox.waiting(again.minusSeconds(1))).isEmpty();
                assertThat(outbox.waiting(again)).hasSize(1);
                now = again;
            }
        }
    }

    @Test
    void triesAtOnceWhatAClockThatRanAheadPutOff(@TempDir Path folder) {
        try (Archive archive = Planting.begin(folder.resolve("archive.db"))) {
            Outbox outbox = new Outbox(archive);
            outbox.put(List.of(notice("refused")), Set.of(), NOW);
            Instant ahead = NOW.plus(Duration.ofDays(300));
            outbox.undelivered(outbox.waiting(ahead).get(0), "503", ahead);

            assertThat(outbox.waiting(NOW)).hasSize(1);
        }
    }

    @Test
    void givesUpWhatItTriedForAMonthButNothingUntried(@TempDir Path folder) {
        try (Archive archive = Planting.begin(folder.resolve("archive.db"))) {
            Outbox outbox = new Outbox(archive);
            outbox.put(List.of(notice("made by a wrong clock")), Set.of(), Instant.EPOCH);
            assertThat(outbox.expire(NOW)).isEmpty();

            outbox.undelivered(outbox.waiting(NOW).get(0), "503", NOW);

            outbox.put(List.of(notice("of this month")), Set.of(), NOW.minus(Duration.ofDays(30)));
            outbox.undelivered(outbox.waiting(NOW.plus(Duration.ofDays(1))).get(1), "503", NOW);

            assertThat(outbox.expire(NOW)).extracting(OutboxTest::id).containsExactly("made by a wrong clock");
            assertThat(outbox.expire(NOW.plusMillis(1)))
                    .extracting(OutboxTest::id)
                    .containsExactly("of this month");
            assertThat(outbox.waiting(NOW.plus(Duration.ofDays(1)))).isEmpty();
        }
    }

    private static Notice notice(String id) {
        return new Notice(id, "Subject", "Body");
    }

    private static String id(Waiting message) {
        return message.notice().id();
    }
}
