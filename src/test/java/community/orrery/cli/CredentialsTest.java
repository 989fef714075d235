package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password in the list opens the feed, and is found nowhere else: on no page, in no feed, on no terminal. */
class CredentialsTest {

    private static final String SECRET = "open-sesame";
    private static final String SENT =
            Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void showNowhereWhateverBecomesOfTheFeed() throws IOException, InterruptedException {
        try (FeedServer server = FeedServer.start()) {
            Path feeds = list(server);
            server.serve("/ann", FeedServer.rss("ann").replace("<link>https://ann.example/</link>", ""));
            server.serve("/moved", redirect(301, server.url("/there")));
            server.serve("/there", FeedServer.rss("there"));
            server.serve("/page", "<!DOCTYPE html><link rel=alternate type='application/rss+xml' href='/ann'>");
            assertThat(update(feeds, Duration.ZERO)).isZero();
            keepsTheSecret(feeds);
            assertThat(Files.exists(folder.resolve("output/posts/ann/day-1-of-ann.html")))
                    .isTrue();

            for (MockResponse answer : List.of(
                    new MockResponse.Builder().code(401).build(),
                    new MockResponse.Builder()
                            .code(429)
                            .addHeader("Retry-After", "5")
                            .build(),
                    redirect(302, "file:///etc/hostname"),
                    new MockResponse.Builder().code(410).build())) {
                server.serve("/ann", answer);
                server.serve("/page", answer);
                assertThat(update(feeds, Duration.ofDays(30))).isZero();
                keepsTheSecret(feeds);
            }
        }
    }

    private void keepsTheSecret(Path feeds) {
        for (String said : List.of(terminal.out(), terminal.err())) {
            assertThat(said).doesNotContain(SECRET, SENT);
        }
        Folder.texts(folder.resolve("output"))
                .forEach((path, text) -> assertThat(text).as(path).doesNotContain(SECRET, SENT));
        for (String command : List.of("status", "posts")) {
            assertThat(terminal.run(command, "--feeds=" + feeds, "--archive=" + folder.resolve("archive.db")))
                    .isZero();
            assertThat(terminal.out() + terminal.err()).doesNotContain(SECRET, SENT);
        }
    }

    private Path list(FeedServer server) throws IOException {
        StringBuilder list = new StringBuilder("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head>"
                + "<title>T</title><planet:hostPause>PT0S</planet:hostPause></head><body>\n");
        for (String path : List.of("ann", "moved", "page", "absent")) {
            list.append("<outline type=\"rss\" text=\"")
                    .append(path)
                    .append("\" xmlUrl=\"")
                    .append(server.url("/" + path).replace("http://", "http://ann:" + SECRET + "@"))
                    .append("\"/>\n");
        }
        return Files.writeString(folder.resolve("feeds.opml"), list + "</body></opml>");
    }

    private int update(Path feeds, Duration later) {
        return terminal.runAt(
                Terminal.TODAY.plus(later),
                "update",
                "--allow-private-addresses",
                "--force",
                "--feeds=" + feeds,
                "--output=" + folder.resolve("output"),
                "--archive=" + folder.resolve("archive.db"));
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }
}
