package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.FeedMetadata;
import community.orrery.feed.FeedState;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.fetch.FeedRequest;
import community.orrery.fetch.FetchOutcome;
import community.orrery.fetch.Fetcher;
import community.orrery.fetch.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits one after another to a real server, each by a new fetcher, as after a restart: only the state goes along. */
class VisitsTest {

    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> pages = new ConcurrentHashMap<>();
    private Instant now = START;
    private FeedState state = FeedState.UNASKED;
    private boolean readable = true;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                MockResponse page = pages.getOrDefault(request.getUrl().encodedPath(), page(404));
                String etag = page.getHeaders().get("ETag");
                return etag != null && etag.equals(request.getHeaders().get("If-None-Match")) ? page(304) : page;
            }
        });
        server.start();
        pages.put(
                "/new",
                new MockResponse.Builder()
                        .body("<feed/>")
                        .addHeader("ETag", "W/\"1\"")
                        .build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksThePermanentAddressNextTimeAndConditionally() throws InterruptedException {
        pages.put("/listed", redirect(301));
        visit();

        assertThat(visit()).isInstanceOf(FetchOutcome.NotModified.class);

        assertThat(asked()).containsExactly("/listed", "/new", "/new");
        assertThat(state.course().warning()).contains("write xmlUrl=\"" + server.url("/new") + "\"");
    }

    @Test
    void asksTheListsAddressAgainAfterAPassingRedirectAndConditionallyWhereItLed() throws InterruptedException {
        pages.put("/listed", redirect(307));
        visit();

        assertThat(visit()).isInstanceOf(FetchOutcome.NotModified.class);

        assertThat(asked()).containsExactly("/listed", "/new", "/listed", "/new");
        assertThat(state.course().warning()).isNull();
    }

    @Test
    void doesNotRememberAPermanentRedirectToWhatIsNoFeed() throws InterruptedException {
        pages.put("/listed", redirect(308));
        readable = false;
        visit();

        assertThat(visit()).isInstanceOf(FetchOutcome.Fetched.class);

        assertThat(asked()).containsExactly("/listed", "/new", "/listed", "/new");
    }

    @Test
    void goesBackToTheListsAddressWhenThePermanentOneFails() throws InterruptedException {
        pages.put("/listed", redirect(301));
        visit();
        pages.put("/new", page(404));
        pages.put("/listed", new MockResponse.Builder().body("<feed/>").build());
        visit();

        assertThat(visit()).isInstanceOf(FetchOutcome.Fetched.class);

        assertThat(asked()).containsExactly("/listed", "/new", "/new", "/listed");
        assertThat(state.course().warning()).isNull();
    }

    @Test
    void goesBackToTheListsAddressWhenThePermanentOneGivesNoFeedAnyMore() throws InterruptedException {
        pages.put("/listed", redirect(301));
        visit();
        pages.put("/new", new MockResponse.Builder().body("{\"error\": 1}").build());
        pages.put("/listed", new MockResponse.Builder().body("<feed/>").build());
        readable = false;
        visit();
        readable = true;

        assertThat(visit()).isInstanceOf(FetchOutcome.Fetched.class);

        assertThat(asked()).containsExactly("/listed", "/new", "/new", "/listed");
        assertThat(state.course().warning()).isNull();
    }

    @Test
    void leavesAServerAloneAsLongAsItAsks() throws InterruptedException {
        pages.put(
                "/listed",
                new MockResponse.Builder()
                        .code(429)
                        .addHeader("Retry-After", "7200")
                        .build());
        visit();

        now = START.plus(Duration.ofMinutes(119));
        assertThat(NextState.isDue(state, now, true)).isFalse();
        now = START.plus(Duration.ofMinutes(120));
        assertThat(NextState.isDue(state, now, true)).isTrue();
    }

    @Test
    void sendsNoValidatorsWhenTheAddressInTheListChanges() throws InterruptedException {
        pages.put(
                "/listed",
                new MockResponse.Builder()
                        .body("<feed/>")
                        .addHeader("ETag", "W/\"1\"")
                        .build());
        visit();
        Subscription changed = new Subscription(server.url("/new").uri(), 12);

        try (Fetcher fetcher = fetcher()) {
            assertThat(fetcher.fetch(FeedRequest.of(changed, state))).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    private FetchOutcome visit() throws InterruptedException {
        Subscription feed = new Subscription(server.url("/listed").uri(), 12);
        NextState next = new NextState(feed, Settings.DEFAULT, now, true);
        try (Fetcher fetcher = fetcher()) {
            FetchOutcome outcome = fetcher.fetch(FeedRequest.of(feed, state));
            ParsedFeed parsed = new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, null, 0, List.of());
            state = outcome.fold(
                    fetched -> readable
                            ? next.read(state, fetched, parsed)
                            : next.unreadable(state, fetched, "is no feed"),
                    notModified -> next.notModified(state, notModified),
                    gone -> next.gone(state, gone),
                    later -> next.retryLater(state, later),
                    heldBack -> state,
                    failed -> next.failed(state, failed));
            return outcome;
        }
    }

    private Fetcher fetcher() {
        Settings usual = Settings.DEFAULT;
        Settings unhurried = new Settings(
                usual.postsPerPage(),
                usual.feedPosts(),
                usual.newcomerPosts(),
                usual.schedule(),
                usual.minInterval(),
                usual.requests(),
                usual.requestsPerHost(),
                Duration.ZERO,
                usual.connectTimeout(),
                usual.callTimeout(),
                usual.maxBytes(),
                usual.timezone(),
                usual.hub(),
                usual.theme(),
                usual.caretaker());
        return new Fetcher(
                unhurried,
                null,
                Reach.publicAnd(new InetSocketAddress("localhost", server.getPort())),
                Path.of("."),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> asked() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        for (int left = server.getRequestCount(); left > 0; left--) {
            paths.add(server.takeRequest().getUrl().encodedPath());
        }
        return paths;
    }

    private static MockResponse page(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private static MockResponse redirect(int status) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", "/new")
                .build();
    }
}
