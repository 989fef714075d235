package community.orrery.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HostGateTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void letsTwoAtOnceToOneHost() throws Exception {
        HostGate gate = new HostGate(2, 64, Duration.ZERO);
        CyclicBarrier both = new CyclicBarrier(2); // passes only when two are inside

        inParallel(20, i -> through(gate, i % 2 == 0 ? "blog.example" : "BLOG.example", both));

        assertThat(most).hasValue(2);
    }

    @Test
    void letsSoManyInAllHosts() throws Exception {
        HostGate gate = new HostGate(2, 3, Duration.ZERO);
        CyclicBarrier three = new CyclicBarrier(3);

        inParallel(21, i -> through(gate, "host" + i, three));

        assertThat(most).hasValue(3);
    }

    @Test
    void pausesBetweenTwoRequestsToOneHost() throws InterruptedException {
        Duration pause = Duration.ofMillis(40);
        HostGate gate = new HostGate(2, 64, pause);
        long left = 0;
        for (int i = 0; i < 4; i++) {
            try (HostGate.Pass unused = gate.enter("blog.example")) {
                if (i > 0) {
                    assertThat(System.nanoTime() - left).isGreaterThanOrEqualTo(pause.toNanos());
                }
                left = System.nanoTime();
            }
        }
    }

    @Test
    void pausesBetweenTwoThatGoInSideBySide() throws InterruptedException {
        Duration pause = Duration.ofMillis(40);
        HostGate gate = new HostGate(2, 64, pause);
        try (HostGate.Pass first = gate.enter("blog.example")) {
            long entered = System.nanoTime();
            try (HostGate.Pass second = gate.enter("blog.example")) {
                // a little was spent between entering and looking at the clock
                assertThat(System.nanoTime() - entered)
                        .isGreaterThan(pause.minusMillis(10).toNanos());
            }
        }
    }

    @Test
    void letsThroughWithoutAPauseWhomNothingIsAskedFor() throws InterruptedException {
        HostGate gate = new HostGate(2, 64, Duration.ofHours(1));

        gate.enter("blog.example").close();
        gate.enter("blog.example", () -> true).close(); // would not return within this test
    }

    @Test
    void letsNoHostWaitForAnother() throws InterruptedException {
        HostGate gate = new HostGate(2, 64, Duration.ofHours(1));

        gate.enter("first.example").close();
        gate.enter("second.example").close(); // would not return within this test
    }

    @Test
    void givesAWaitersPlaceBackWhenItIsInterrupted() throws Exception {
        HostGate gate = new HostGate(1, 1, Duration.ZERO);
        Future<?> waiting;
        try (HostGate.Pass unused = gate.enter("blog.example")) {
            for (String host : List.of("blog.example", "other.example")) {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> gate.enter(host)).isInstanceOf(InterruptedException.class);
            }
            waiting = threads.submit(() -> {
                gate.enter("other.example").close();
                return null;
            });
        }
        waiting.get(10, TimeUnit.SECONDS);
        gate.enter("blog.example").close();
    }

    private void through(HostGate gate, String host, CyclicBarrier together) throws Exception {
        try (HostGate.Pass unused = gate.enter(host)) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            together.await(10, TimeUnit.SECONDS);
            inside.decrementAndGet();
        }
    }

    private interface Step {
        void take(int i) throws Exception;
    }

    private void inParallel(int times, Step step) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int each = i;
            tasks.add(() -> {
                step.take(each);
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(tasks)) {
            done.get();
        }
    }
}
