package community.orrery.fetch;

import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.redirect;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A web page in a feed's place: its feed is found once, or what the page is is said in words. */
class WebPageTest {

    private final MockWebServer server = new MockWebServer();
    private final Fetcher fetcher = Asking.fetcher();
    private HttpUrl listed;

    @BeforeEach
    void start() throws IOException {
        server.start();
        listed = server.url("/");
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void findsTheFeedThatAPageNames() throws IOException, InterruptedException {
        server.enqueue(page(200, "names-feed.html"));
        server.enqueue(feed());

        FetchOutcome outcome = fetcher.fetch(first(listed));

        assertThat(outcome).as(outcome.words()).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> {
            assertThat(fetched.representation().uri())
                    .isEqualTo(server.url("/real.atom").uri());
            assertThat(fetched.movedTo()).isEqualTo(server.url("/real.atom").uri());
            assertThat(fetched.notice()).contains("the list gives a web page", "/real.atom");
        });
    }

    @Test
    void doesNotRememberAFeedFoundBehindAPassingRedirect() throws IOException, InterruptedException {
        server.enqueue(redirect(302, "/maintenance"));
        server.enqueue(page(200, "names-feed.html"));
        server.enqueue(feed());

        assertThat(fetcher.fetch(first(listed)))
                .isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> assertThat(fetched.movedTo())
                        .isNull());
    }

    @Test
    void looksForAFeedOnceOnly() throws IOException, InterruptedException {
        server.enqueue(page(200, "names-feed.html"));
        server.enqueue(page(200, "names-feed.html"));

        FetchOutcome outcome = fetcher.fetch(first(listed));

        assertThat(outcome.words())
                .startsWith("is a web page, and what it names as its feed")
                .contains("is another");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void refusesAPageThatNamesItself() throws IOException, InterruptedException {
        server.enqueue(page(200, "names-feed.html"));

        assertThat(fetcher.fetch(first(server.url("/real.atom"))).words())
                .startsWith("is a web page that names itself as its feed");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "200, bot-wall.html, BOT_WALL, answered with a bot wall instead of a feed: ask the blogger to let the planet",
        "403, bot-wall.html, BOT_WALL, 403 from a bot wall: ask the blogger to let the planet",
        "503, bot-wall.html, BOT_WALL, 503 from a bot wall: ask the blogger to let the planet",
        "200, login.html, LOGIN, answered with a login page instead of a feed: ask the blogger for an address",
        "200, parked.html, PARKED, answered with the page of a parked domain",
        "200, no-feed.html, NOT_A_FEED, answered with a web page that names no feed: find the feed's own address",
        "404, no-feed.html, NOT_FOUND, is not there (404)"
    })
    void saysWhatKindOfPageCame(int status, String fixture, FailureReason reason, String words)
            throws IOException, InterruptedException {
        server.enqueue(page(status, fixture));

        FetchOutcome outcome = fetcher.fetch(first(listed));

        assertThat(outcome.words()).startsWith(words);
        assertThat(((FetchOutcome.Failed) outcome).reason()).isEqualTo(reason);
    }

    @Test
    void knowsABotWallByItsField() throws InterruptedException {
        server.enqueue(Asking.response(403, "no words")
                .newBuilder()
                .addHeader("cf-mitigated", "challenge")
                .build());

        assertThat(fetcher.fetch(first(listed)).words()).startsWith("403 from a bot wall");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'><channel><title>&lt;html></title></channel></rss>",
                "\ufeff<?xml version='1.0'?>\n<!-- <html> --><feed xmlns='http://www.w3.org/2005/Atom'><title/></feed>",
                "<rdf:RDF xmlns:rdf='x'><title/></rdf:RDF>",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"<html>\"}",
                "\ufeff{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"<html>\"}",
                "<br />\n<b>Warning</b>: mysql_connect()<br />\n<?xml version='1.0'?><rss><channel/></rss>",
                "<RSS><CHANNEL><TITLE>x</TITLE></CHANNEL></RSS>"
            })
    void takesAFeedForAFeedWhateverTheServerCallsIt(String feed) {
        assertThat(Sniff.isHtml(feed.getBytes(UTF_8), "text/html")).isFalse();
        assertThat(Sniff.isHtml(feed.getBytes(UTF_16LE), "text/html")).isFalse();
        assertThat(Sniff.isHtml(feed.getBytes(UTF_16BE), "text/html")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>",
                " <HTML lang=en>",
                "<head>",
                "<title>Blog</title>",
                "<!-- <rss> --><body class='x'>"
            })
    void takesAPageForAPageWhateverTheServerCallsIt(String page) {
        assertThat(Sniff.isHtml(page.getBytes(UTF_8), "application/rss+xml")).isTrue();
    }

    @Test
    void believesTheServerWhenTheBytesSayNothing() {
        assertThat(Sniff.isHtml("Service is busy".getBytes(UTF_8), "text/html; charset=utf-8"))
                .isTrue();
        assertThat(Sniff.isHtml("Service is busy".getBytes(UTF_8), "application/xml"))
                .isFalse();
        assertThat(Sniff.isHtml(new byte[0], null)).isFalse();
    }

    private static MockResponse page(int status, String fixture) throws IOException {
        try (InputStream in = WebPageTest.class.getResourceAsStream("/fetch/pages/" + fixture)) {
            return new MockResponse.Builder()
                    .code(status)
                    .addHeader("Content-Type", "text/html; charset=utf-8")
                    .body(new Buffer().write(Objects.requireNonNull(in, fixture).readAllBytes()))
                    .build();
        }
    }
}
