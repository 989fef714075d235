package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code add} finds, shows, writes and refuses, over real HTTP. */
class AddCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;
    private Path list;

    @BeforeEach
    void start() throws IOException {
        server = FeedServer.start();
        list = folder.resolve("feeds.opml");
        write("https://bo.example/f");
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Where Jekyll, Hugo, WordPress, Pelican, MkDocs, Blogger, Ghost and others keep theirs. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/blog/feed.xml",
                "/blog/index.xml",
                "/blog/feed/",
                "/blog/rss.xml",
                "/blog/atom.xml",
                "/blog/feeds/all.atom.xml",
                "/blog/feed_rss_created.xml",
                "/blog/feeds/posts/default",
                "/blog/rss/",
                "/blog/feed.json",
                "/feed.xml",
                "/index.xml",
                "/rss/"
            })
    void findsAFeedInTheUsualPlaces(String path) {
        page("/blog", "<html><body>Hello</body></html>");
        server.serve(path, FeedServer.rss("ada"));

        assertThat(add(server.url("/blog"))).as(terminal.err()).isZero();

        assertThat(Folder.read(list)).contains("text=\"ada\" xmlUrl=\"" + server.url(path) + "\"");
    }

    @Test
    void findsAFeedBesideAPageThatIsAFile() throws IOException {
        page("/blog/index.html", "<html><body>Hello</body></html>");
        server.serve("/blog/feed.xml", FeedServer.rss("ada"));

        assertThat(add(server.url("/blog/index.html"))).as(terminal.err()).isZero();

        assertThat(Folder.read(list)).contains("text=\"ada\" xmlUrl=\"" + server.url("/blog/feed.xml") + "\"");
    }

    @Test
    void takesTheFeedThatAPageNamesAndNotThatOfItsComments() {
        page(
                "/",
                "<html><head><link rel=alternate type=application/atom+xml title='Comments' href=/comments.xml>"
                        + "<link rel=alternate type=application/rss+xml href=/ada.xml></head></html>");
        server.serve("/comments.xml", FeedServer.rss("comments"));
        server.serve("/ada.xml", FeedServer.rss("ada"));

        assertThat(add(server.url("/"))).as(terminal.err()).isZero();

        assertThat(terminal.out())
                .contains("Found the feed " + server.url("/ada.xml"))
                .contains("It would publish, among 3:\n    2026-10-03  Day 3 of ada\n    2026-10-02  Day 2 of ada\n")
                .contains("! It comes without encryption.", "neither ETag nor Last-Modified")
                .contains("feeds.opml: “ada” is a member now. The next run asks it.");
        assertThat(Folder.read(list))
                .contains("\n  <outline type=\"rss\" text=\"ada\" xmlUrl=\"" + server.url("/ada.xml")
                        + "\" htmlUrl=\"https://ada.example/\"/>\n</body>");
    }

    @Test
    void writesTheAddressToWhichAFeedHasMoved() {
        server.serve(
                "/old.xml",
                new MockResponse.Builder()
                        .code(308)
                        .setHeader("Location", "/ada.xml")
                        .build());
        server.serve("/ada.xml", FeedServer.rss("ada"));

        assertThat(add(server.url("/old.xml"))).as(terminal.err()).isZero();

        assertThat(Folder.read(list)).contains(server.url("/ada.xml")).doesNotContain("old.xml");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"https:", "www.", "slash", "same", "redirected"})
    void refusesAFeedThatTheListHasUnderAnotherSpelling(String spelling) throws IOException {
        server.serve("/ada.xml", FeedServer.rss("ada"));
        server.serve("/ada.xml/", FeedServer.rss("ada"));
        server.serve(
                "/moved",
                new MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", "/ada.xml")
                        .build());
        String address = server.url("/ada.xml");
        write(
                switch (spelling) {
                    case "https:" -> address.replace("http:", "https:");
                    case "www." -> address.replace("//", "//www.");
                    case "slash" -> address + "/";
                    default -> address;
                });
        String before = Folder.read(list);

        assertThat(add(spelling.equals("redirected") ? server.url("/moved") : address))
                .isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains("The list has this feed already, in line 3. Nothing was changed.");
        assertThat(Folder.read(list)).isEqualTo(before);
    }

    @Test
    void refusesTheAddressToWhichAMembersFeedHasMoved() throws IOException {
        server.serve(
                "/old.xml",
                new MockResponse.Builder()
                        .code(301)
                        .setHeader("Location", "/ada.xml")
                        .build());
        server.serve("/ada.xml", FeedServer.rss("ada"));
        write(server.url("/old.xml"));
        update(Duration.ZERO);

        assertThat(add(server.url("/ada.xml"), "--archive=" + folder.resolve("archive.db")))
                .isEqualTo(ExitCode.MEND);

        assertThat(terminal.err())
                .contains("This is where the feed of the member “bo” has moved; the list has it as "
                        + server.url("/old.xml") + ". Change that line. Nothing was changed.");
    }

    @Test
    void takesTheAddressToWhichAFeedHasMovedThatIsNoLongerInTheList() throws IOException {
        server.serve(
                "/old",
                new MockResponse.Builder()
                        .code(301)
                        .setHeader("Location", "/ada.xml")
                        .build());
        server.serve("/ada.xml", FeedServer.rss("ada"));
        write(server.url("/old"));
        String archive = "--archive=" + folder.resolve("archive.db");
        terminal.runAt(
                Terminal.TODAY.minus(Duration.ofDays(1)),
                "update",
                "--allow-private-addresses",
                "--feeds=" + list,
                "--output=" + folder.resolve("output"),
                archive);
        write(server.url("/old.xml"));

        assertThat(add(server.url("/ada.xml"), archive)).as(terminal.err()).isZero();
    }

    @Test
    void saysHowAFeedThatWasGoneIsAskedAgain() throws Exception {
        server.serve("/bo.xml", FeedServer.rss("Bo"));
        write(server.url("/bo.xml"));
        Files.writeString(
                list,
                Folder.read(list)
                        .replace(
                                "</body>",
                                "<outline text=\"Cleo\" planet:status=\"retired\" xmlUrl=\"https://cleo.example/\"/></body>"));
        assertThat(update(Duration.ZERO)).isZero();
        server.serve("/bo.xml", new MockResponse.Builder().code(410).build());
        update(Duration.ofDays(1));
        String archive = "--archive=" + folder.resolve("archive.db");
        assertThat(terminal.run("status", "bo", "--feeds=" + list, archive)).isZero();
        assertThat(terminal.out()).contains("update --force");
        assertThat(terminal.run("remove", "bo", "--feeds=" + list))
                .as(terminal.err())
                .isZero();
        server.serve("/bo.xml", FeedServer.rss("Bo").replace("Day 3 of Bo", "Back again"));

        assertThat(add(server.url("/bo.xml"), archive)).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("update --force").doesNotContain("The next run asks it");
        server.takeAsked();

        update(Duration.ofDays(2));
        assertThat(server.takeAsked()).isEmpty();
        assertThat(terminal.out()).contains("1 gone (410)", "--force").doesNotContain("due");

        assertThat(update(Duration.ofDays(2), "--force")).isZero();
        assertThat(server.takeAsked()).containsExactly("/bo.xml");
        assertThat(Folder.read(folder.resolve("output/index.html"))).contains("Back again");
        update(Duration.ofDays(4));
        assertThat(server.takeAsked()).containsExactly("/bo.xml");
    }

    @Test
    void refusesANameThatIsTakenAndTakesAnIdInstead() {
        server.serve("/bo.xml", FeedServer.rss("Bo"));

        assertThat(add(server.url("/bo.xml"))).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("is already called “bo”", "an id of its own", "Nothing was changed");

        assertThat(add(server.url("/bo.xml"), "--id=bo-two", "--name=Bo & Co"))
                .as(terminal.err())
                .isZero();
        assertThat(Folder.read(list)).contains("text=\"Bo &amp; Co\"", "planet:id=\"bo-two\"");
    }

    @Test
    void saysWhyThereIsNoFeedAndAsksASilentServerOnlyOnce() throws Exception {
        page("/", "<html><body>Hello</body></html>");
        assertThat(add(server.url("/"))).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("No feed was found.", "Nothing was changed.");
        server.takeAsked();

        server.serve("/broken", new MockResponse.Builder().code(500).build());
        assertThat(add(server.url("/broken"))).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("No feed was found.", "500");
        assertThat(server.takeAsked()).containsExactly("/broken");
        assertThat(add("mailto:ada@ada.example")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("is no web address");
        assertThat(terminal.run("add")).isEqualTo(ExitCode.USAGE);
    }

    /** A blog without a title is called by its host. */
    @ParameterizedTest
    @CsvSource({"bücher.example, bücher.example", "https://my_blog.example/feed, my_blog.example"})
    void hostsThatJavaDoesNotKnowHaveNamesToo(String typed, String name) throws Unmended {
        assertThat(AddCommand.host(Network.address(typed))).isEqualTo(name);
    }

    @Test
    void aPrivateAddressIsRefusedUnlessAllowed() {
        server.serve("/ada.xml", FeedServer.rss("ada"));

        assertThat(terminal.run("add", server.url("/ada.xml"), "--feeds=" + list))
                .isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains("--allow-private-addresses", "Nothing was changed");
    }

    @Test
    void dryRunShowsTheDiffAndWritesNothing() {
        server.serve("/ada.xml", FeedServer.rss("ada"));
        String before = Folder.read(list);

        assertThat(add(server.url("/ada.xml"), "--group=Friends", "--dry-run")).isZero();

        assertThat(terminal.out())
                .contains("\n+  <outline text=\"Friends\">\n+    <outline type=\"rss\" text=\"ada\"")
                .contains("Nothing was written (--dry-run).");
        assertThat(Folder.read(list)).isEqualTo(before);
    }

    private void page(String path, String html) {
        server.serve(
                path,
                new MockResponse.Builder()
                        .setHeader("Content-Type", "text/html")
                        .body(html)
                        .build());
    }

    private void write(String feed) throws IOException {
        Files.writeString(
                list,
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\">"
                        + "<head><title>T</title><planet:hostPause>PT0S</planet:hostPause></head>\n<body>\n"
                        + "  <outline type=\"rss\" text=\"Bo\" xmlUrl=\"" + feed + "\"/>\n</body>\n</opml>\n");
    }

    private int update(Duration later, String... more) {
        return terminal.runAt(
                Terminal.TODAY.plus(later),
                Stream.concat(
                                Stream.of(
                                        "update",
                                        "--allow-private-addresses",
                                        "--feeds=" + list,
                                        "--output=" + folder.resolve("output"),
                                        "--archive=" + folder.resolve("archive.db")),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private int add(String url, String... more) {
        return terminal.run(
                Stream.concat(Stream.of("add", url, "--allow-private-addresses", "--feeds=" + list), Stream.of(more))
                        .toArray(String[]::new));
    }
}
