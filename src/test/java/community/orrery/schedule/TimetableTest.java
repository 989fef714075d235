package community.orrery.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.orrery.schedule.Timetable.BadSchedule;
import community.orrery.schedule.Timetable.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2019-05-20T12:00:00Z");
    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String NEVER_SOON = "0 0 0 1 1 ? 2099";

    @Test
    void doesATaskThatIsPressedWhateverItsCronSays() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Timetable timetable = start(new Task("sweep", NEVER_SOON, done::countDown))) {
            timetable.press("sweep");

            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void doesTasksWhenTheirCronsSayButNeverTwoAtOnce() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        AtomicInteger atWork = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        Runnable work = () -> {
            if (atWork.incrementAndGet() > 1) {
                overlapped.set(true);
            }
            three.countDown();
            atWork.decrementAndGet();
        };
        try (Timetable timetable = start(new Task("one", EVERY_SECOND, work), new Task("other", EVERY_SECOND, work))) {
            assertThat(timetable).isNotNull();
            assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(overlapped).isFalse();
    }

    @Test
    void goesOnAfterATaskThatThrew() throws Exception {
        CountDownLatch two = new CountDownLatch(2);
        try (Timetable timetable = start(new Task("sweep", EVERY_SECOND, () -> {
            two.countDown();
            throw new IllegalStateException("a fault of ours");
        }))) {
            assertThat(timetable).isNotNull();
            assertThat(two.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void givesATaskOtherTimesAndKeepsThemWhenTheNewOnesAreNone() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Timetable timetable = start(new Task("sweep", NEVER_SOON, done::countDown))) {
            assertThatThrownBy(() -> timetable.change("sweep", "every half hour", ZoneOffset.UTC))
                    .isInstanceOf(BadSchedule.class);

            timetable.change("sweep", EVERY_SECOND, ZoneOffset.UTC);

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Quartz goes by the machine's clock, which no test sets: reckoned from years ago, New Year was missed, and is made up for. */
    @Test
    void reckonsAnewWhenTheClockIsSetBack() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Timetable timetable = start(new Task("sweep", "0 0 0 1 1 ?", done::countDown))) {
            timetable.look(NOW.plus(Duration.ofSeconds(5)));
            assertThat(done.getCount()).isEqualTo(1);

            timetable.look(NOW.minus(Duration.ofDays(2000)));

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingWaitsForTheTaskAtWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Timetable timetable = start(new Task("sweep", NEVER_SOON, () -> {
            begun.countDown();
            ended.set(awaits(mayEnd));
        }));
        timetable.press("sweep");
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(timetable::close);
        closing.start();
        assertThat(ended).isFalse();
        mayEnd.countDown();
        closing.join(20_000);
        assertThat(ended).isTrue();
    }

    @Test
    void saysWhatIsWrongWithACron() {
        assertThatThrownBy(() -> Timetable.check("every half hour", ZoneOffset.UTC, NOW))
                .isInstanceOf(BadSchedule.class)
                .hasMessageContaining("every half hour")
                .hasMessageContaining("0 0/30 * * * ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 0 30 2 ?", "0 0 0 1 1 ? 2020", "0 0 0 1 4 ? 2026"})
    void refusesACronThatNeverComesAgain(String cron) throws Exception {
        assertThatThrownBy(() -> Timetable.check(cron, ZoneOffset.UTC, NOW))
                .isInstanceOf(BadSchedule.class)
                .hasMessageContaining("planet:schedule \"" + cron + "\" never comes again");
        Timetable.check(cron.replace(" 30 2 ?", " 29 2 ?"), ZoneOffset.UTC, LONG_AGO);
        assertThatThrownBy(() -> start(new Task("sweep", cron, () -> {}))).isInstanceOf(BadSchedule.class);
        try (Timetable timetable = start(new Task("sweep", NEVER_SOON, () -> {}))) {
            assertThatThrownBy(() -> timetable.change("sweep", cron, ZoneOffset.UTC))
                    .isInstanceOf(BadSchedule.class);
        }
    }

    private static Timetable start(Task... tasks) throws BadSchedule {
        return Timetable.start(ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC), List.of(tasks));
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
