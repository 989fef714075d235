package community.orrery.fetch;

import static community.orrery.fetch.Asking.fetcher;
import static community.orrery.fetch.Asking.offline;
import static community.orrery.fetch.Asking.redirect;
import static community.orrery.fetch.Asking.response;
import static community.orrery.fetch.Asking.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a WebSub hub is told, and what becomes of one that does not listen. */
class HubTest {

    private static final List<String> FEEDS =
            List.of("https://planet.example/feed.xml", "https://planet.example/tags/c++ & co/atom.xml");

    private final MockWebServer server = new MockWebServer();
    private final Fetcher fetcher = fetcher();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void isToldOfEachFeedInAForm() throws Exception {
        server.enqueue(response(204, ""));

        assertThat(fetcher.announce(hub(), FEEDS)).isEmpty();

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Orrery/1.0 (+https://planet.example/)");
        assertThat(fields(request))
                .containsExactly("hub.mode=publish", "hub.url=" + FEEDS.get(0), "hub.url=" + FEEDS.get(1));
    }

    @Test
    void isToldOfManyFeedsInSeveralForms() throws Exception {
        List<String> many =
                IntStream.range(0, 250).mapToObj(i -> "https://p.example/" + i).toList();
        for (int i = 0; i < 3; i++) {
            server.enqueue(response(202, "thanks"));
        }

        assertThat(fetcher.announce(hub(), many)).isEmpty();

        assertThat(fields(server.takeRequest())).hasSize(101);
        assertThat(fields(server.takeRequest())).hasSize(101);
        assertThat(fields(server.takeRequest())).hasSize(51).endsWith("hub.url=https://p.example/249");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 407, 408, 500, 503})
    void isNotAskedAgainWhenItRefuses(int status) throws Exception {
        server.enqueue(response(status, "no"));

        assertThat(fetcher.announce(hub(), FEEDS)).contains("answered " + status);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void isNotFollowedToAnotherAddress() throws Exception {
        server.enqueue(redirect(308, server.url("/elsewhere").toString()));

        assertThat(fetcher.announce(hub(), FEEDS).orElseThrow()).contains("redirects (308)");

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void isNotSoughtAtAPrivateAddress() throws Exception {
        try (Fetcher guarded = fetcher(settings(), Reach.PUBLIC, offline())) {
            assertThat(guarded.announce(hub(), FEEDS)).isPresent();
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void isGivenNoMoreTimeThanAFeed() throws Exception {
        server.enqueue(
                new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
        try (Fetcher hasty =
                fetcher(settings(Duration.ZERO, Duration.ofMillis(200), 1024), Reach.ANYWHERE, offline())) {
            assertThat(hasty.announce(hub(), FEEDS)).contains("did not answer in the time allowed");
        }
    }

    @Test
    void isNotToldByAFetcherThatWasClosed() {
        fetcher.close();

        assertThatThrownBy(() -> fetcher.announce(hub(), FEEDS)).isInstanceOf(InterruptedException.class);
    }

    private URI hub() {
        return server.url("/hub").uri();
    }

    private static List<String> fields(RecordedRequest request) {
        return List.of(Objects.requireNonNull(request.getBody()).utf8().split("&")).stream()
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .toList();
    }
}
