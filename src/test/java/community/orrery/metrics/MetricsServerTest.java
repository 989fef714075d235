package community.orrery.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.crawl.FeedReport;
import community.orrery.crawl.FeedReport.Ending;
import community.orrery.crawl.Report;
import community.orrery.crosspost.Attribution;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.health.Diary;
import community.orrery.health.Health;
import community.orrery.publish.Published;
import community.orrery.site.SamplePlanet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final Member ADA = SamplePlanet.member("ada", "Ada");

    private final Figures figures = new Figures();
    private MetricsServer server;

    @BeforeEach
    void open() throws Exception {
        server = MetricsServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), figures, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsWhatSweepsCameTo() throws Exception {
        figures.begins(NOW);
        figures.ended(report(), SamplePlanet.health(SamplePlanet.planet(List.of(ADA)), List.of()), null, NOW);
        figures.begins(NOW);
        figures.ended(
                report(), SamplePlanet.health(SamplePlanet.planet(List.of(ADA)), List.of()), "line 3 is broken", NOW);

        HttpResponse<String> response = ask("GET", "/metrics");

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        assertThat(response.body())
                .contains("# TYPE orrery_feeds gauge\n", "orrery_feeds{condition=\"unasked\"} 1\n")
                .contains("# TYPE orrery_posts_added_total counter\norrery_posts_added_total 4\n")
                .contains("orrery_feed_visits_total 4\n", "orrery_feed_visit_failures_total 2\n")
                .contains("orrery_files_written_total 2\n", "orrery_list_broken 1\n")
                .contains("orrery_last_sweep_seconds 1.5\n", "orrery_last_sweep_timestamp_seconds 1779278400\n");
        assertThat(response.body().lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"})? [0-9.]+"));
    }

    @Test
    void isWellAtTheBeginningAndAfterAGoodSweepAndNotAfterABadOne() throws Exception {
        assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(200);
        figures.begins(NOW);
        figures.failed(NOW);
        assertThat(ask("GET", "/healthz").statusCode()).isEqualTo(503);
        assertThat(ask("GET", "/healthz").body()).contains("failed at 2026-05-20T12:00:00Z");
        figures.begins(NOW);
        figures.ended(report(), SamplePlanet.health(SamplePlanet.planet(List.of(ADA)), List.of()), null, NOW);
        assertThat(ask("GET", "/healthz").body()).isEqualTo("ok\n");
        figures.begins(NOW.minus(Duration.ofHours(3)));
        assertThat(ask("GET", "/healthz").body()).contains("under way began at 2026-05-20T09:00:00Z");
    }

    @Test
    void answersNothingElse() throws Exception {
        assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/metrics/../healthz").statusCode()).isEqualTo(404);
        assertThat(ask("POST", "/metrics").statusCode()).isEqualTo(405);
        assertThat(ask("HEAD", "/metrics").body()).isEmpty();
        assertThat(server.isLoopback()).isTrue();
    }

    /** A page on the web may lead a browser on this machine here, under a name of that page's own. */
    @Test
    void onLoopbackAnswersForThisMachinesNamesOnly() throws Exception {
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ")
                .doesNotContain("orrery_");
        assertThat(raw("GET /healthz HTTP/1.0\r\n\r\n")).as("a probe's").doesNotStartWith("HTTP/1.1 421 ");
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: localhost:9464\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("orrery_");
    }

    @Test
    void headTellsTheLengthThatGetWouldHave() throws Exception {
        String get = raw("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        String head = raw("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(get).containsIgnoringCase("Content-length: 3\r\n").endsWith("\r\n\r\nok\n");
        assertThat(head).containsIgnoringCase("Content-length: 3\r\n").endsWith("\r\n\r\n");
    }

    private String raw(String request) throws Exception {
        URI at = URI.create("http://" + server.address());
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Prometheus refuses a sample that it is given twice. */
    @Test
    void feedsThatDifferByTheirPasswordsAloneAreToldAsOne() {
        String slower = "https://b:22@feeds.example/f";
        Member member = MemberBuilder.of("ada")
                .feeds("https://a:1@feeds.example/f", slower, "https://c:3@feeds.example/f")
                .build();
        Health health = Health.of(
                SamplePlanet.planet(List.of(member)),
                (listed, feed) ->
                        answered(Duration.ofSeconds(feed.xmlUrl().toString().equals(slower) ? 2 : 1)),
                List.of(),
                new Attribution(List.of(), List.of(), List.of()),
                null,
                Diary.NONE);

        figures.ended(report(), health, null, NOW);

        assertThat(figures.text().lines().filter(line -> line.contains("feeds.example")))
                .containsExactly("orrery_feed_response_seconds{feed=\"https://feeds.example/f\"} 2");
    }

    private static FeedState answered(Duration response) {
        return new FeedState(
                FeedState.UNASKED.approach(),
                FeedState.UNASKED.turn(),
                new FeedState.Course(NOW, NOW, response, 0, null, "read, 1 entry", null, null));
    }

    @Test
    void escapesWhatAListMayHold() {
        Exposition text = new Exposition();
        text.sample("x", "feed", "a\"b\\c\nd", 1);
        assertThat(text).hasToString("x{feed=\"a\\\"b\\\\c\\nd\"} 1\n");
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Report report() {
        return new Report(
                List.of(feed(Ending.READ, 2), feed(Ending.FAILED, 0)),
                0,
                0,
                0,
                0,
                new Published(List.of("index.html"), 0, List.of(), List.of()),
                null,
                Duration.ofMillis(1500));
    }

    private static FeedReport feed(Ending ending, int added) {
        return new FeedReport(
                ADA, ADA.subscriptions().get(0), ending, "words", null, added, 0, 0, Duration.ofMillis(80));
    }
}
