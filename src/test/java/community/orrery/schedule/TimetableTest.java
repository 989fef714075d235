package community.orrery.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrawlScheduleTest {

    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String NEVER_SOON = "0 0 0 1 1 ? 2099";

    @Test
    void crawlsOnceAtTheStartWhateverTheCronSays() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        try (CrawlSchedule schedule = CrawlSchedule.start(NEVER_SOON, ZoneOffset.UTC, ran::countDown)) {
            assertThat(schedule).isNotNull();
            assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void crawlsAgainWhenTheCronSaysButNeverTwiceAtOnce() throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        AtomicInteger underWay = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        Runnable crawl = () -> {
            if (underWay.incrementAndGet() > 1) {
                overlapped.set(true);
            }
            three.countDown();
            underWay.decrementAndGet();
        };
        try (CrawlSchedule schedule = CrawlSchedule.start(EVERY_SECOND, ZoneOffset.UTC, crawl)) {
            assertThat(schedule).isNotNull();
            assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(overlapped).isFalse();
    }

    @Test
    void closingWaitsForTheRunUnderWay() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        CrawlSchedule schedule = CrawlSchedule.start(NEVER_SOON, ZoneOffset.UTC, () -> {
            begun.countDown();
            ended.set(awaits(mayEnd));
        });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Thread closing = new Thread(schedule::close);
        closing.start();
        assertThat(ended).isFalse();
        mayEnd.countDown();
        closing.join(20_000);
        assertThat(ended).isTrue();
    }

    @Test
    void saysWhatIsWrongWithACron() {
        assertThatThrownBy(() -> CrawlSchedule.check("every half hour"))
                .isInstanceOf(CrawlSchedule.BadSchedule.class)
                .hasMessageContaining("every half hour")
                .hasMessageContaining("0 0/30 * * * ?");
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
