package community.orrery.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoServerTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private DemoServer server;

    @BeforeEach
    void open() throws IOException {
        server = DemoServer.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.base()).hasScheme("http").hasHost("127.0.0.1");
        assertThat(server.base().getPort()).isPositive();
    }

    @Test
    void servesEveryFeedAsItsPlatformDoes() throws Exception {
        for (Blog blog : Blog.ALL) {
            HttpResponse<byte[]> response = get(blog.path());
            assertThat(response.statusCode()).as(blog.name()).isEqualTo(200);
            assertThat(response.body()).as(blog.name()).isEqualTo(DemoCommunity.read(blog.resource()));
            assertThat(response.headers().firstValue("Content-Type")).contains(blog.mediaType());
            assertThat(response.headers().firstValue("ETag")).isPresent();
        }
        assertThat(server.takeAnswers()).isEqualTo(Map.of(200, DemoCommunity.feeds()));
    }

    @Test
    void compressesForWhoeverAcceptsIt() throws Exception {
        HttpResponse<byte[]> plain = get("/rankzero/feed.xml");
        HttpResponse<byte[]> compressed = get("/rankzero/feed.xml", "Accept-Encoding", "gzip");

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.body().length).isLessThan(plain.body().length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(compressed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
    }

    @Test
    void answersNotModifiedToWhoeverHoldsTheFeed() throws Exception {
        HttpResponse<byte[]> first = get("/sluice/feed.xml", "Accept-Encoding", "gzip");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String lastModified = first.headers().firstValue("Last-Modified").orElseThrow();

        HttpResponse<byte[]> byTag = get("/sluice/feed.xml", "If-None-Match", etag);
        assertThat(byTag.statusCode()).isEqualTo(304);
        assertThat(byTag.body()).isEmpty();
        assertThat(get("/sluice/feed.xml", "If-None-Match", "\"other\", W/" + etag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/sluice/feed.xml", "If-Modified-Since", lastModified).statusCode())
                .isEqualTo(304);
    }

    @Test
    void tagOutranksDate() throws Exception {
        String lastModified =
                get("/sluice/feed.xml").headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get("/sluice/feed.xml", "If-None-Match", "\"other\"", "If-Modified-Since", lastModified)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void countsAnswersByStatusSinceLastAsked() throws Exception {
        get("/sluice/feed.xml");
        get("/larder/feed.xml");
        get("/nobody/feed.xml");
        assertThat(server.takeAnswers()).containsExactly(Map.entry(200, 2), Map.entry(404, 1));
        assertThat(server.takeAnswers()).isEmpty();
    }

    @Test
    void refusesOtherMethods() throws Exception {
        HttpRequest post = request("/sluice/feed.xml")
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        HttpResponse<byte[]> response = client.send(post, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void headGivesTheFieldsAlone() throws Exception {
        HttpRequest head = request("/sluice/feed.xml")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> response = client.send(head, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).isPresent();
    }

    @Test
    void freesItsPortWhenClosed() {
        server.close();
        Assertions.assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> get("/sluice/feed.xml"));
    }

    private HttpResponse<byte[]> get(String path, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.base() + path));
    }
}
