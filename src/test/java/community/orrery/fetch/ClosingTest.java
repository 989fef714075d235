package community.orrery.fetch;

import static community.orrery.fetch.Asking.first;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop is no failure of the feeds that were under way. */
@Timeout(20)
class ClosingTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void breaksOffWhatIsUnderWay() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (RawServer server = new RawServer(socket -> {
            asked.countDown();
            never.await();
        })) {
            Fetcher fetcher = Asking.fetcher();
            Future<FetchOutcome> waiting = thread.submit(() -> fetcher.fetch(first(server.uri())));
            asked.await();

            fetcher.close();

            assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            assertThatThrownBy(() -> fetcher.fetch(first(server.uri()))).isInstanceOf(InterruptedException.class);
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void anInterruptedThreadAsksNobody() throws Exception {
        try (RawServer server = new RawServer(socket -> asked.countDown());
                Fetcher fetcher = Asking.fetcher(
                        Asking.settings(),
                        Reach.publicAnd(
                                new InetSocketAddress("127.0.0.1", server.uri().getPort())),
                        new OkHttpClient())) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> fetcher.fetch(first(server.uri()))).isInstanceOf(InterruptedException.class);
        }
    }
}
