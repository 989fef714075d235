package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.demo.DemoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What add, check, validate, posts and completion promise, over real HTTP on loopback. */
class ListCommandsTest {

    private static final String LIST = "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\">\n<head>\n"
            + "  <title>T</title>\n  <planet:hostPause>PT0S</planet:hostPause>\n</head>\n<body>\n"
            + "  <!-- Kept. -->\n  <outline type=\"rss\" text=\"Bo\" xmlUrl=\"https://bo.example/f\"/>\n</body>\n</opml>\n";
    private static final String FEED = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Ada's Blog</title>"
            + "<link>https://ada.example/</link><generator>https://wordpress.org/?v=6.4</generator>"
            + "<item><title>On engines</title><link>https://ada.example/engines</link><description>It begins [&#8230;]"
            + "</description></item></channel></rss>";

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path list;

    @BeforeEach
    void place() throws IOException {
        list = Files.writeString(folder.resolve("feeds.opml"), LIST);
    }

    @Test
    void addFindsTheFeedThatAPageNamesAndShowsWhatItWouldPublish() throws IOException {
        try (MockWebServer server = serving(
                "/", "<html><head><link rel=alternate type=application/rss+xml href=/f.rss></head></html>", "/f.rss")) {
            String home = server.url("/").toString();

            assertThat(run("add", home, "--group", "Friends", "--allow-private-addresses"))
                    .as(terminal.err())
                    .isZero();

            assertThat(terminal.out()).contains("f.rss", "On engines", "no date", "only the beginning", "On WordPress");
            assertThat(Folder.read(list))
                    .contains("  <!-- Kept. -->\n", "<outline text=\"Friends\">")
                    .contains("text=\"Ada's Blog\" xmlUrl=\"" + home + "f.rss\" htmlUrl=\"https://ada.example/\"");
            assertThat(run("validate")).isZero();

            assertThat(run("add", home + "f.rss", "--allow-private-addresses")).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("has this feed already, in line");
        }
    }

    @Test
    void addLooksInTheUsualPlaces() throws IOException {
        try (MockWebServer server = serving("/", "<html><body>Hello</body></html>", "/index.xml")) {
            assertThat(run("add", server.url("/").toString(), "--dry-run", "--allow-private-addresses"))
                    .as(terminal.err())
                    .isZero();
        }
        assertThat(terminal.out())
                .contains("/index.xml", "\n+  <outline type=\"rss\" text=\"Ada's Blog\"", "--dry-run");
        assertThat(Folder.read(list)).isEqualTo(LIST);
    }

    @Test
    void addSaysWhyNoFeedWasFound() throws IOException {
        try (MockWebServer server = serving("/", "<html><body>Hello</body></html>", "/nowhere/at/all")) {
            assertThat(run("add", server.url("/").toString(), "--allow-private-addresses"))
                    .isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("No feed was found", "Nothing was changed");
            assertThat(run("add", server.url("/").toString())).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("--allow-private-addresses");
        }
        assertThat(Folder.read(list)).isEqualTo(LIST);
    }

    @Test
    void checkNamesTheRemedyAndWarningsNeverFail() throws IOException {
        try (MockWebServer server = serving("/", "", "/f.rss")) {
            String feed = server.url("/f.rss").toString();
            assertThat(terminal.run("check", feed, "--allow-private-addresses")).isZero();
            assertThat(terminal.out())
                    .contains("Fit: 1 entry, published by WordPress.", "ETag", "Settings, Reading", "no licence");

            assertThat(terminal.run("check", feed, "--format", "json", "--allow-private-addresses"))
                    .isZero();
            assertThat(terminal.out()).contains("\"fit\" : true", "\"weight\" : \"warning\"");
        }
    }

    @Test
    void checkOfAChangeAsksOnlyTheFeedsThatItAdds() throws IOException {
        Path base = Files.writeString(folder.resolve("old.opml"), LIST);
        try (MockWebServer server = serving("/", "", "/f.rss")) {
            Files.writeString(
                    list,
                    LIST.replace(
                            "</body>",
                            "<outline type=\"rss\" text=\"A|b @all\" xmlUrl=\"" + server.url("/gone") + "\"/></body>"));

            assertThat(run("check", "--base", base.toString(), "--format", "markdown", "--allow-private-addresses"))
                    .isEqualTo(ExitCode.MEND);

            assertThat(server.getRequestCount()).isEqualTo(1);
        }
        assertThat(terminal.out())
                .contains("### A\\|b @&#8203;all", "Not fit yet", "| must mend |")
                .doesNotContain("bo.example");
    }

    @Test
    void checkOfABrokenListTellsItsMistakes() throws IOException {
        Files.writeString(list, LIST.replace("https://bo.example/f", "gopher://bo.example/f"));

        assertThat(run("check", "--format", "markdown")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.out()).contains("Line 8: ", "gopher");
        assertThat(run("validate")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).containsPattern("feeds\\.opml:8: .*gopher");
    }

    @Test
    void postsTellsWhereEachIsOrWhyNot() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            String archive = folder.resolve("archive.db").toString();
            run(
                    "update",
                    "--archive",
                    archive,
                    "--output",
                    folder.resolve("out").toString(),
                    "--allow-private-addresses");

            assertThat(run("posts", "--archive", archive)).isZero();
            assertThat(terminal.out())
                    .contains(
                            "  shown\n",
                            "shown as a crosspost on posts/",
                            "hidden, line ",
                            "Spam, posted through a hole")
                    .contains("planet:categories");
            run("remove", "The Night Queue");
            assertThat(run("posts", "the-night-queue", "--archive", archive)).isZero();
            assertThat(terminal.out()).contains("no such member").doesNotContain("rank-zero");
            assertThat(run("posts", "nobody", "--archive", archive)).isEqualTo(ExitCode.MEND);
        }
    }

    @Test
    void completionKnowsEveryCommand() {
        assertThat(terminal.run("completion")).isZero();
        assertThat(terminal.out())
                .contains("complete -F", "unhide", "import", "export", "--posts", "--allow-private-addresses");
    }

    /** A page at one path, the feed at another, 404 for the rest. */
    private static MockWebServer serving(String page, String html, String feed) throws IOException {
        MockWebServer server = new MockWebServer();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                if (path.equals(feed)) {
                    return new MockResponse.Builder()
                            .addHeader("Content-Type", "application/rss+xml")
                            .body(FEED)
                            .build();
                }
                return path.equals(page)
                        ? new MockResponse.Builder()
                                .addHeader("Content-Type", "text/html")
                                .body(html)
                                .build()
                        : new MockResponse.Builder().code(404).build();
            }
        });
        server.start();
        return server;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--feeds");
        all.add(list.toString());
        return terminal.run(all.toArray(String[]::new));
    }
}
