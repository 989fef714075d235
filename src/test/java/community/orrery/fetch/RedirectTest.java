package community.orrery.fetch;

import static community.orrery.fetch.Asking.after;
import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.redirect;
import static community.orrery.fetch.Asking.remembering;
import static community.orrery.fetch.Asking.response;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which redirects are followed, which remembered, which refused. */
class RedirectTest {

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final Fetcher fetcher = Asking.fetcher();
    private final Map<String, MockResponse> pages = new ConcurrentHashMap<>();
    private HttpUrl listed;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return pages.getOrDefault(request.getUrl().encodedPath(), response(404, ""));
            }
        });
        server.start();
        other.start();
        listed = server.url("/listed");
        pages.put("/feed", feed().newBuilder().addHeader("ETag", "\"v1\"").build());
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void remembersWhereAPermanentRedirectLed(int status) throws InterruptedException {
        pages.put("/listed", redirect(status, "/feed"));

        FetchOutcome.Fetched fetched = fetched(fetcher.fetch(first(listed)));

        assertThat(fetched.movedTo()).isEqualTo(server.url("/feed").uri());
        assertThat(fetched.representation().uri()).isEqualTo(server.url("/feed").uri());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void forgetsWhereAPassingRedirectLed(int status) throws InterruptedException {
        pages.put("/listed", redirect(status, "/feed"));

        FetchOutcome.Fetched fetched = fetched(fetcher.fetch(first(listed)));

        assertThat(fetched.movedTo()).isNull();
        assertThat(fetched.notice()).isNull();
        assertThat(fetched.representation().uri()).isEqualTo(server.url("/feed").uri());
    }

    @Test
    void remembersOnlyThePermanentBeginningOfAChain() throws InterruptedException {
        pages.put("/listed", redirect(301, "/moved"));
        pages.put("/moved", redirect(302, "/passing"));
        pages.put("/passing", redirect(301, "/feed"));

        assertThat(fetched(fetcher.fetch(first(listed))).movedTo())
                .isEqualTo(server.url("/moved").uri());
    }

    @Test
    void asksTheRememberedAddressFirst() throws InterruptedException {
        FetchOutcome.Fetched fetched = fetched(fetcher.fetch(remembering(listed, server.url("/feed"))));

        assertThat(fetched.movedTo()).isEqualTo(server.url("/feed").uri());
        assertThat(server.takeRequest().getUrl()).isEqualTo(server.url("/feed"));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void remembersWhereARememberedAddressMovedOnTo() throws InterruptedException {
        pages.put("/once", redirect(301, "/feed"));

        assertThat(fetched(fetcher.fetch(remembering(listed, server.url("/once"))))
                        .movedTo())
                .isEqualTo(server.url("/feed").uri());
    }

    @Test
    void asksConditionallyAtTheStepThatGaveTheValidators() throws InterruptedException {
        pages.put("/listed", redirect(302, "/feed"));
        FetchOutcome first = fetcher.fetch(first(listed));
        pages.put("/feed", response(304, ""));

        FetchOutcome second = fetcher.fetch(after(listed, first));

        assertThat(second).isInstanceOf(FetchOutcome.NotModified.class);
        server.takeRequest();
        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isNull();
        assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
    }

    @Test
    void followsFiveRedirects() throws InterruptedException {
        chain(5);

        assertThat(fetcher.fetch(first(listed))).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void refusesTheSixthRedirect() throws InterruptedException {
        chain(6);

        assertRefused(fetcher.fetch(first(listed)), "redirects more than 5 times");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void refusesALoop() throws InterruptedException {
        pages.put("/listed", redirect(301, "/there#top"));
        pages.put("/there", redirect(302, "/listed#top"));

        assertRefused(fetcher.fetch(first(listed)), "redirects in a circle");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, redirects to file:",
        "FILE:///etc/passwd, redirects to file:",
        "ftp://blog.example/feed, redirects to ftp:",
        "'javascript:alert(1)', redirects to javascript:",
        "'data:application/rss+xml,<rss/>', redirects to data:",
        "'jar:http://blog.example/a.jar!/feed', redirects to jar:",
        "http://, redirects to http:",
        "'', redirects without saying where to"
    })
    void followsOnlyHttpAndHttps(String location, String words) throws InterruptedException {
        pages.put("/listed", redirect(302, location));

        assertRefused(fetcher.fetch(first(listed)), words);
    }

    @Test
    void survivesAnyLocation() throws Refusal {
        Random random = new Random(20260302);
        String pieces = "abc019.:/?#@[]%{}|^\\`<>\"' _~-\t\u00e9\u65e5\u0000\ud83d";
        Trail here = Trail.from(first(listed));
        int followed = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder location = new StringBuilder(i % 3 == 0 ? "http://" : i % 3 == 1 ? "//" : "");
            for (int left = random.nextInt(12); left > 0; left--) {
                location.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            try {
                Trail there = here.redirected(301, location.toString());
                followed++;
                assertThat(there.movedTo()).as("%s", location).isNotNull();
                assertThat(there.at().uri()).isNotNull();
            } catch (Refusal refusal) {
                assertThat(refusal.reason()).isEqualTo(FailureReason.BAD_REDIRECT);
            }
        }
        assertThat(followed).isGreaterThan(1_000);
    }

    @Test
    void refusesARedirectToNowhere() throws InterruptedException {
        pages.put("/listed", response(301, ""));

        assertRefused(fetcher.fetch(first(listed)), "redirects without saying where to");
    }

    @Test
    void resolvesWhatServersWriteAsLocation() throws InterruptedException {
        for (String location :
                List.of("feed", "./feed", "//" + listed.host() + ":" + listed.port() + "/feed", " /feed")) {
            pages.put("/listed", redirect(302, location));

            assertThat(fetcher.fetch(first(listed))).as(location).isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    @Test
    void givesCredentialsToTheirHostAlone() throws InterruptedException {
        HttpUrl secret =
                listed.newBuilder().username("ann").password("p@ss:w\u00f6rd").build();
        pages.put("/listed", redirect(302, "/inside"));
        pages.put("/inside", redirect(301, other.url("/feed").toString()));
        other.enqueue(feed());

        FetchOutcome.Fetched fetched = fetched(fetcher.fetch(first(secret)));

        String basic = "Basic YW5uOnBAc3M6d8O2cmQ=";
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo(basic);
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo(basic);
        assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(fetched + fetched.words()).doesNotContain("ann", "p@ss", "YW5u");
    }

    @Test
    void givesCredentialsToARememberedAddressOnTheSameHost() throws InterruptedException {
        HttpUrl secret = listed.newBuilder().username("ann").password("secret").build();

        FetchOutcome.Fetched fetched = fetched(fetcher.fetch(remembering(secret, server.url("/feed"))));

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic YW5uOnNlY3JldA==");
        assertThat(fetched.movedTo()).isEqualTo(server.url("/feed").uri());
    }

    @Test
    void takesNoCredentialsFromARedirect() throws InterruptedException {
        pages.put(
                "/listed",
                redirect(
                        301,
                        server.url("/feed")
                                .newBuilder()
                                .username("eve")
                                .password("known")
                                .build()
                                .toString()));

        FetchOutcome.Fetched fetched = fetched(fetcher.fetch(first(listed)));

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(fetched.movedTo()).isEqualTo(server.url("/feed").uri());
    }

    @Test
    void showsNoCredentialsInAnyFailure() throws InterruptedException {
        for (String address : List.of(
                "http://ann:secret@127.0.0.1:1/feed",
                "ftp://ann:secret@127.0.0.1/feed",
                "http://ann:secret@blog.invalid/feed",
                listed.newBuilder().username("ann").password("secret").build() + "")) {
            FetchRequestAndOutcome seen = ask(address);

            assertThat(seen.outcome()).as(address).isInstanceOf(FetchOutcome.Failed.class);
            assertThat(seen.outcome() + seen.outcome().words() + seen.request()).doesNotContain("secret");
        }
    }

    private record FetchRequestAndOutcome(FeedRequest request, FetchOutcome outcome) {}

    private FetchRequestAndOutcome ask(String address) throws InterruptedException {
        FeedRequest request = first(URI.create(address));
        return new FetchRequestAndOutcome(request, fetcher.fetch(request));
    }

    private void chain(int redirects) {
        pages.put("/listed", redirect(302, "/1"));
        for (int i = 1; i < redirects; i++) {
            pages.put("/" + i, redirect(302, "/" + (i + 1)));
        }
        pages.put("/" + redirects, feed());
    }

    private static void assertRefused(FetchOutcome outcome, String words) {
        assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> assertThat(failed.reason())
                .isEqualTo(FailureReason.BAD_REDIRECT));
        assertThat(outcome.words()).startsWith(words);
    }

    private static FetchOutcome.Fetched fetched(FetchOutcome outcome) {
        assertThat(outcome).as(outcome.words()).isInstanceOf(FetchOutcome.Fetched.class);
        return (FetchOutcome.Fetched) outcome;
    }
}
