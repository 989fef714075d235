package community.orrery.fetch;

import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Long bodies wait on disk for each other; short ones wait for nobody. */
@Timeout(60)
class HeldBytesTest {

    private static final int MAX = 3 * Body.HELD;
    private static final int AT_ONCE = 12;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int length = Integer.parseInt(request.getUrl().encodedPath().substring(1));
                return new MockResponse.Builder()
                        .body(new Buffer().writeUtf8("<rss>").write(new byte[length - 5]))
                        .build();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    @Test
    void holdsNoMoreLongBodiesThanOneOfTheLongestWeighs() throws Exception {
        AtomicLong now = new AtomicLong();
        AtomicLong most = new AtomicLong();
        List<Callable<Integer>> visits = new ArrayList<>();
        try (Fetcher fetcher = fetcher()) {
            for (int i = 0; i < AT_ONCE; i++) {
                int length = i % 2 == 0 ? MAX : MAX / 2 - 2048;
                visits.add(() -> fetcher.fetch(first(address(length)), outcome -> {
                    int bytes = body(outcome);
                    most.accumulateAndGet(now.addAndGet(bytes), Math::max);
                    Thread.yield();
                    now.addAndGet(-bytes);
                    return bytes;
                }));
            }
            long sum = 0;
            for (Future<Integer> visit : threads.invokeAll(visits)) {
                sum += visit.get();
            }

            assertThat(sum).as("all came, whole").isEqualTo(AT_ONCE / 2L * (MAX + MAX / 2 - 2048));
            assertThat(most.get()).as("held at once").isEqualTo(MAX);
        }
    }

    @Test
    void takesTwoAtOnceThatFitTogether() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2); // passes only when two are inside
        AtomicInteger inside = new AtomicInteger();
        try (Fetcher fetcher = fetcher()) {
            Callable<Integer> visit = () -> fetcher.fetch(first(address(MAX / 2 - 2048)), outcome -> {
                try {
                    both.await(20, TimeUnit.SECONDS);
                } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
                    throw new AssertionError("the other was not let in", e);
                }
                return inside.incrementAndGet();
            });
            for (Future<Integer> one : threads.invokeAll(List.of(visit, visit))) {
                one.get();
            }
        }
        assertThat(inside).hasValue(2);
    }

    @Test
    void letsAShortBodyPassWhileLongOnesWait() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (Fetcher fetcher = fetcher()) {
            Future<Integer> first = threads.submit(() -> fetcher.fetch(first(address(MAX)), outcome -> {
                taken.countDown();
                over.await();
                return body(outcome);
            }));
            taken.await();
            Future<Integer> second = threads.submit(() -> fetcher.fetch(first(address(MAX)), HeldBytesTest::body));

            assertThat(fetcher.fetch(first(address(1000)), HeldBytesTest::body)).isEqualTo(1000);

            assertThat(second.isDone()).isFalse();
            over.countDown();
            assertThat(first.get()).isEqualTo(MAX);
            assertThat(second.get()).isEqualTo(MAX);
        }
    }

    @Test
    void makesRoomAgainWhenItsTakerFails() throws Exception {
        try (Fetcher fetcher = fetcher()) {
            Future<Object> failing = threads.submit(() -> fetcher.fetch(first(address(MAX)), outcome -> {
                throw new IllegalStateException("a fault of ours");
            }));
            assertThat(failing).failsWithin(Duration.ofSeconds(20));

            assertThat(fetcher.fetch(first(address(MAX)), HeldBytesTest::body)).isEqualTo(MAX);
        }
    }

    private static int body(FetchOutcome outcome) {
        assertThat(outcome).as(outcome.words()).isInstanceOf(FetchOutcome.Fetched.class);
        return ((FetchOutcome.Fetched) outcome).representation().body().length;
    }

    private URI address(int length) {
        return server.url("/" + length).uri();
    }

    private static Fetcher fetcher() {
        return Asking.fetcher(settings(Duration.ZERO, Duration.ofSeconds(20), MAX), Reach.ANYWHERE, Asking.offline());
    }
}
