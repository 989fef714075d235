package community.orrery.fetch;

import static community.orrery.fetch.Asking.ATOM;
import static community.orrery.fetch.Asking.NOW;
import static community.orrery.fetch.Asking.after;
import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Subscription;
import community.orrery.feed.Validators;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One conditional GET: what is sent, and what each answer comes to. */
class FetcherTest {

    private final MockWebServer server = new MockWebServer();
    private final Fetcher fetcher = Asking.fetcher();
    private HttpUrl address;

    @BeforeEach
    void start() throws IOException {
        server.start();
        address = server.url("/feed.atom");
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void fetchesAFeedWithAllThatIsNeededToReadIt() throws InterruptedException {
        server.enqueue(feed().newBuilder()
                .addHeader("ETag", "W/\"v1\"")
                .addHeader("Last-Modified", "Sun, 01 Mar 2026 08:00:00 GMT")
                .addHeader("Content-Location", "/feeds/2026.atom")
                .addHeader("Cache-Control", "max-age=600")
                .build());

        FetchOutcome.Fetched fetched = fetched(fetcher.fetch(first(address)));

        assertThat(new String(fetched.representation().body(), UTF_8)).isEqualTo(ATOM);
        assertThat(fetched.representation().uri()).isEqualTo(address.uri());
        assertThat(fetched.representation().contentType()).isEqualTo("application/atom+xml");
        assertThat(fetched.representation().contentLocation())
                .isEqualTo(server.url("/feeds/2026.atom").uri());
        assertThat(fetched.validators()).isEqualTo(new Validators("W/\"v1\"", "Sun, 01 Mar 2026 08:00:00 GMT"));
        assertThat(fetched.freshFor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(fetched.movedTo()).isNull();
        assertThat(fetched.notice()).isNull();
    }

    @Test
    void saysWhoAsksAndForWhat() throws InterruptedException {
        server.enqueue(feed());

        fetcher.fetch(first(address));

        Headers sent = server.takeRequest().getHeaders();
        assertThat(sent.get("User-Agent")).isEqualTo("Orrery/1.0 (+https://planet.example/)");
        assertThat(sent.get("Accept")).contains("application/atom+xml", "application/rss+xml", "application/feed+json");
        assertThat(sent.get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(sent.names()).doesNotContain("If-None-Match", "If-Modified-Since", "Authorization", "Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v1\"", "W/\"weak\"", "unquoted", "\"caf\u00e9\"", "\"\""})
    void sendsHeldValidatorsToTheLetterAndReportsNotModified(String etag) throws InterruptedException {
        server.enqueue(feed().newBuilder()
                .addHeaderLenient("ETag", etag)
                .addHeader("Last-Modified", "yesterday, more or less")
                .build());
        server.enqueue(response(304, "")
                .newBuilder()
                .addHeader("Cache-Control", "max-age=7200")
                .build());

        FetchOutcome first = fetcher.fetch(first(address));
        FetchOutcome second = fetcher.fetch(after(address, first));

        assertThat(second).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(((FetchOutcome.NotModified) second).freshFor()).isEqualTo(Duration.ofHours(2));
        server.takeRequest();
        RecordedRequest conditional = server.takeRequest();
        assertThat(conditional.getHeaders().get("If-None-Match")).isEqualTo(etag);
        assertThat(conditional.getHeaders().get("If-Modified-Since")).isEqualTo("yesterday, more or less");
    }

    @Test
    void sendsNoValidatorsToAnAddressThatDidNotGiveThem() throws InterruptedException {
        server.enqueue(feed());
        Validators held = new Validators("\"v1\"", null);

        fetcher.fetch(new FeedRequest(
                new Subscription(address.uri(), 3), null, held, URI.create("https://elsewhere.example/feed")));

        assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isNull();
    }

    @Test
    void givesEqualBytesAnEqualDigest() throws InterruptedException {
        server.enqueue(feed());
        server.enqueue(feed());
        server.enqueue(response(200, ATOM + " "));

        String first = fetched(fetcher.fetch(first(address))).digest();

        assertThat(fetched(fetcher.fetch(first(address))).digest()).isEqualTo(first);
        assertThat(fetched(fetcher.fetch(first(address))).digest()).isNotEqualTo(first);
    }

    @Test
    void undoesGzip() throws IOException, InterruptedException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(ATOM);
        }
        server.enqueue(new MockResponse.Builder()
                .body(packed)
                .addHeader("Content-Encoding", "gzip")
                .build());

        assertThat(new String(
                        fetched(fetcher.fetch(first(address))).representation().body(), UTF_8))
                .isEqualTo(ATOM);
    }

    @Test
    void refusesACodingThatWasNotAskedFor() throws InterruptedException {
        server.enqueue(feed().newBuilder().addHeader("Content-Encoding", "br").build());

        assertThat(fetcher.fetch(first(address)).words()).contains("in the coding br, which was not asked for");
    }

    @Test
    void keepsNoCookies() throws InterruptedException {
        server.enqueue(
                feed().newBuilder().addHeader("Set-Cookie", "id=7; Path=/").build());
        server.enqueue(feed());

        fetcher.fetch(first(address));
        fetcher.fetch(first(address));

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void stopsAtGone() throws InterruptedException {
        server.enqueue(response(410, ""));

        FetchOutcome outcome = fetcher.fetch(first(address));

        assertThat(outcome).isInstanceOf(FetchOutcome.Gone.class);
        assertThat(outcome.words()).contains("410", "its posts stay", "planet:status=\"retired\"");
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 2026-03-02T12:02:00Z",
        "503, 3600, 2026-03-02T13:00:00Z",
        "429, 'Mon, 02 Mar 2026 15:30:00 GMT', 2026-03-02T15:30:00Z",
        "503, 'Monday, 02-Mar-26 15:30:00 GMT', 2026-03-02T15:30:00Z",
    })
    void readsBothFormsOfRetryAfter(int status, String value, String notBefore) throws InterruptedException {
        server.enqueue(response(status, "later")
                .newBuilder()
                .addHeader("Retry-After", value)
                .build());

        FetchOutcome outcome = fetcher.fetch(first(address));

        assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.RetryLater.class, later -> {
            assertThat(later.status()).isEqualTo(status);
            assertThat(later.notBefore()).isEqualTo(notBefore);
        });
        assertThat(outcome.words()).contains(String.valueOf(status), notBefore);
    }

    @Test
    void asksOnceEvenWhenRetryAfterIsNothing() throws InterruptedException {
        server.enqueue(
                response(503, "").newBuilder().addHeader("Retry-After", "0").build());
        server.enqueue(feed());

        assertThat(fetcher.fetch(first(address)))
                .isInstanceOfSatisfying(FetchOutcome.RetryLater.class, later -> assertThat(later.notBefore())
                        .isEqualTo(NOW));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, STATUS, status 400",
        "401, LOGIN, wants a login (401)",
        "403, FORBIDDEN, is refused to us (403): ask the blogger to let the planet's crawler",
        "404, NOT_FOUND, is not there (404): it is asked again",
        "408, STATUS, status 408",
        "429, THROTTLED, asked too often",
        "500, SERVER_ERROR, failed in its server (500)",
        "503, SERVER_ERROR, failed in its server (503)",
        "204, STATUS, status 204",
        "300, STATUS, status 300",
        "304, PROTOCOL, nothing was asked to compare with",
    })
    void saysWhatAStatusMeansAndWhatToDo(int status, FailureReason reason, String words) throws InterruptedException {
        server.enqueue(response(status, ""));
        server.enqueue(response(500, "asked twice"));

        FetchOutcome outcome = fetcher.fetch(first(address));

        assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> assertThat(failed.reason())
                .isEqualTo(reason));
        assertThat(outcome.words()).contains(words).endsWith(reason.remedy());
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void keepsNoValidatorThatCouldNotBeSentBack() throws InterruptedException {
        server.enqueue(feed().newBuilder()
                .addHeaderLenient("ETag", "\"a\u0007b\"")
                .addHeader("Last-Modified", "x".repeat(1001))
                .build());

        assertThat(fetched(fetcher.fetch(first(address))).validators()).isEqualTo(Validators.NONE);
    }

    @Test
    void showsNoControlCharactersOfAServer() throws InterruptedException {
        server.enqueue(feed().newBuilder()
                .addHeaderLenient("Content-Encoding", "\u001b[31mred" + "x".repeat(1000))
                .build());

        assertThat(fetcher.fetch(first(address)).words())
                .contains("?[31mred")
                .doesNotContain("\u001b")
                .hasSizeLessThan(450);
    }

    @Test
    void saysThatNothingCame() throws InterruptedException {
        server.enqueue(response(200, ""));

        assertThat(fetcher.fetch(first(address)).words()).startsWith("answered with nothing: ");
    }

    private static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
        assertThat(outcome).as(outcome.words()).isInstanceOf(FetchOutcome.Fetched.class);
        return (FetchOutcome.Fetched) outcome;
    }
}
