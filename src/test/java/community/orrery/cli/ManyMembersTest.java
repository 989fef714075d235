package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred members, every tenth with a feed that is broken in one way or another: the others' posts appear. */
class ManyMembersTest {

    private static final int MEMBERS = 300;

    @TempDir
    private Path folder;

    @Test
    void everyTenthIsBrokenAndTheOthersAppear() throws IOException {
        Terminal terminal = new Terminal();
        Path output = folder.resolve("output");
        StringBuilder list = new StringBuilder("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head>"
                + "<title>T</title><planet:hostPause>PT0S</planet:hostPause><planet:maxBytes>20000</planet:maxBytes>"
                + "<planet:requestsPerHost>16</planet:requestsPerHost></head><body>\n");
        try (FeedServer server = FeedServer.start()) {
            for (int i = 0; i < MEMBERS; i++) {
                if (i % 10 == 0) {
                    server.serve("/" + i, broken(i / 10 % 8));
                } else {
                    server.serve("/" + i, FeedServer.rss("blog" + i));
                }
                list.append("<outline type=\"rss\" text=\"Blog ")
                        .append(i)
                        .append("\" xmlUrl=\"")
                        .append(server.url("/" + i))
                        .append("\"/>\n");
            }
            Path feeds = Files.writeString(folder.resolve("feeds.opml"), list + "</body></opml>");

            int exit = terminal.run(
                    "update",
                    "--allow-private-addresses",
                    "--feeds=" + feeds,
                    "--output=" + output,
                    "--archive=" + folder.resolve("archive.db"));

            assertThat(exit).as(terminal.err()).isZero();
        }
        assertThat(terminal.out()).contains("300 asked, 270 with news, 0 unchanged, 30 failed", "810 new");
        for (int i = 0; i < MEMBERS; i++) {
            Path page = output.resolve("posts/blog-" + i + "/day-3-of-blog" + i + ".html");
            assertThat(Files.exists(page)).as(page.toString()).isEqualTo(i % 10 != 0);
        }
    }

    private static MockResponse broken(int way) {
        return switch (way) {
            case 0 -> body("oops").newBuilder().code(500).build();
            case 1 ->
                body(FeedServer.rss("torn"))
                        .newBuilder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build();
            case 2 -> body("x".repeat(30_000));
            case 3 ->
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", "file:///etc/hostname")
                        .build();
            case 4 -> body("<!DOCTYPE html><html><head><title>Hello</title></head><body>No feed</body></html>");
            case 5 ->
                body(FeedServer.rss("packed"))
                        .newBuilder()
                        .addHeader("Content-Encoding", "gzip")
                        .build();
            case 6 -> body("<rss version=\"2.0\"><channel>" + "<a>".repeat(3000));
            default -> new MockResponse.Builder().code(404).build();
        };
    }

    private static MockResponse body(String body) {
        return new MockResponse.Builder().body(body).build();
    }
}
