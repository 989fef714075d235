package community.orrery.fetch;

import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.response;
import static community.orrery.fetch.Asking.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three hundred feeds on thirty hosts, every tenth broken: the others arrive, and no host is pressed. */
@Timeout(60)
class ManyFeedsTest {

    private static final int FEEDS = 300;
    private static final int HOSTS = 30;

    @Test
    void everyTenthIsBrokenAndTheOthersArrive() throws Exception {
        Busy busy = new Busy();
        OkHttpClient namesToHere = new OkHttpClient.Builder()
                .dns(host -> List.of(InetAddress.getLoopbackAddress()))
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(80);
        try (MockWebServer server = new MockWebServer();
                Fetcher fetcher = Asking.fetcher(
                        settings(Duration.ofMillis(1), Duration.ofSeconds(30), 4096), Reach.ANYWHERE, namesToHere)) {
            server.setDispatcher(busy);
            server.start();

            List<Callable<FetchOutcome>> asked = new ArrayList<>();
            for (int i = 0; i < FEEDS; i++) {
                URI address = URI.create("http://blog" + i * HOSTS / FEEDS + ".example:" + server.getPort() + "/" + i);
                asked.add(() -> fetcher.fetch(first(address)));
            }
            List<FetchOutcome> outcomes = new ArrayList<>();
            for (Future<FetchOutcome> one : threads.invokeAll(asked)) {
                outcomes.add(one.get());
            }

            for (int i = 0; i < FEEDS; i++) {
                assertThat(outcomes.get(i))
                        .as("feed %s: %s", i, outcomes.get(i).words())
                        .isInstanceOf(i % 10 == 0 ? FetchOutcome.Failed.class : FetchOutcome.Fetched.class);
            }
            assertThat(busy.mostAtOneHost()).as("at once to one host").isBetween(1, 2);
            assertThat(busy.mostInAll).as("at once in all").hasValueBetween(3, 64);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Counts who is inside at once, as a server sees it. */
    private static final class Busy extends Dispatcher {

        final Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> most = new ConcurrentHashMap<>();
        final AtomicInteger all = new AtomicInteger();
        final AtomicInteger mostInAll = new AtomicInteger();

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            String host = String.valueOf(request.getHeaders().get("Host"));
            AtomicInteger here = inside.computeIfAbsent(host, h -> new AtomicInteger());
            most.computeIfAbsent(host, h -> new AtomicInteger()).accumulateAndGet(here.incrementAndGet(), Math::max);
            mostInAll.accumulateAndGet(all.incrementAndGet(), Math::max);
            boolean unused = new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS); // a server takes its time
            here.decrementAndGet();
            all.decrementAndGet();
            return answer(Integer.parseInt(request.getUrl().encodedPath().substring(1)));
        }

        private static MockResponse answer(int feed) {
            return switch (feed % 60) {
                case 0 -> response(500, "oops");
                case 10 ->
                    feed().newBuilder()
                            .onResponseBody(new SocketEffect.CloseSocket())
                            .build();
                case 20 -> response(200, "x".repeat(5000));
                case 30 -> Asking.redirect(302, "/" + feed);
                case 40 -> response(200, "<html>");
                case 50 ->
                    feed().newBuilder().addHeader("Content-Encoding", "gzip").build();
                default -> feed();
            };
        }

        int mostAtOneHost() {
            return most.values().stream().mapToInt(AtomicInteger::get).max().orElseThrow();
        }
    }
}
