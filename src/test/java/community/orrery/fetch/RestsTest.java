package community.orrery.fetch;

import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A platform with many feeds that asks for rest when asked for one of them. */
@Timeout(20)
class RestsTest {

    private final MockWebServer platform = new MockWebServer();
    private final Map<String, MockResponse> pages = new ConcurrentHashMap<>();
    private final Fetcher fetcher = Asking.fetcher();

    @BeforeEach
    void start() throws IOException {
        platform.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return pages.getOrDefault(request.getUrl().encodedPath(), feed());
            }
        });
        platform.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, asked for rest until 2026-03-02T12:02:00Z",
        "503, 'Mon, 02 Mar 2026 15:30:00 GMT', asked for rest until 2026-03-02T15:30:00Z",
        "429, , said that it is asked too often",
        "429, soon, said that it is asked too often",
    })
    void leavesTheOtherFeedsOfAServerAloneThatAsksForRest(int status, @Nullable String retryAfter, String words)
            throws InterruptedException {
        pages.put("/ada", refusal(status, retryAfter));
        fetcher.fetch(first(platform.url("/ada")));

        FetchOutcome outcome = fetcher.fetch(first(platform.url("/grace")));

        assertThat(outcome).isInstanceOf(FetchOutcome.HeldBack.class);
        assertThat(outcome.words())
                .startsWith("was not asked, since its server, localhost:" + platform.getPort() + ", " + words + ": ");
        assertThat(platform.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"503,", "500,", "500, 120", "403, 120", "429, 0", "503, 0", "429, 'Mon, 02 Mar 2026 11:30:00 GMT'"})
    void asksTheOthersWhereNoRestWasAskedForOrItIsOver(int status, @Nullable String retryAfter)
            throws InterruptedException {
        pages.put("/ada", refusal(status, retryAfter));
        fetcher.fetch(first(platform.url("/ada")));

        assertThat(fetcher.fetch(first(platform.url("/grace")))).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void letsOnlyTheRequestsUnderWayFinish() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Callable<FetchOutcome>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                pages.put("/" + i, refusal(429, "120"));
                FeedRequest request = first(platform.url("/" + i));
                all.add(() -> fetcher.fetch(request));
            }
            List<FetchOutcome> outcomes = new ArrayList<>();
            for (Future<FetchOutcome> each : threads.invokeAll(all)) {
                outcomes.add(each.get());
            }

            assertThat(platform.getRequestCount()).as("at once to one host").isBetween(1, 2);
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome instanceof FetchOutcome.HeldBack)
                    .hasSize(20 - platform.getRequestCount());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Its own server was asked by then, and would be asked again in each run. */
    @Test
    void concernsNoFeedThatIsLedThereFromElsewhere() throws Exception {
        pages.put("/ada", refusal(429, "120"));
        fetcher.fetch(first(platform.url("/ada")));
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            elsewhere.enqueue(Asking.redirect(302, platform.url("/grace").toString()));

            assertThat(fetcher.fetch(first(elsewhere.url("/")))).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    /** Or whoever leads there would still a whole platform. */
    @Test
    void isNotHeardWhereAFeedIsLedFromElsewhere() throws Exception {
        pages.put("/ada", refusal(429, "120"));
        try (MockWebServer neighbour = new MockWebServer()) {
            neighbour.start();
            neighbour.enqueue(Asking.redirect(302, platform.url("/ada").toString()));
            neighbour.enqueue(feed());
            assertThat(fetcher.fetch(first(neighbour.url("/ada")))).isInstanceOf(FetchOutcome.RetryLater.class);

            assertThat(fetcher.fetch(first(neighbour.url("/jean")))).isInstanceOf(FetchOutcome.Fetched.class);
            assertThat(fetcher.fetch(first(platform.url("/grace")))).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    @Test
    void meansNoOtherPortOfTheHost() throws Exception {
        pages.put("/ada", refusal(429, "120"));
        fetcher.fetch(first(platform.url("/ada")));
        try (MockWebServer neighbour = new MockWebServer()) {
            neighbour.start();
            neighbour.enqueue(feed());

            assertThat(fetcher.fetch(first(neighbour.url("/jean")))).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    private static MockResponse refusal(int status, @Nullable String retryAfter) {
        MockResponse.Builder refusal = response(status, "later").newBuilder();
        return retryAfter == null
                ? refusal.build()
                : refusal.addHeader("Retry-After", retryAfter).build();
    }
}
