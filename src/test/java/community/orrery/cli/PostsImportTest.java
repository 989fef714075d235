package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hpc.social's stored posts into the archive, and what the runs after that make of them. */
class PostsImportTest {

    private static final Path POSTS = Path.of("src/test/resources/migrate/posts");

    /** The blog as its feed has it today: ids, the titles as they were written, one link spelt otherwise, a post edited. */
    private static final String ADA =
            """
            <rss version="2.0"><channel><title>Ada's Queue</title><link>https://ada.example/</link>
            <item><title>Brand new</title><link>https://ada.example/2026/new.html</link><guid isPermaLink="false">ada-9</guid>
              <pubDate>Sat, 31 Oct 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;Fresh.&lt;/p&gt;</description></item>
            <item><title>R&amp;amp;D in winter</title><link>https://ada.example/2020/r-and-d.html</link>
              <guid isPermaLink="false">ada-2</guid><pubDate>Mon, 30 Nov 2020 23:59:59 GMT</pubDate>
              <description>&lt;p&gt;The author has since written all of this anew, word for word.&lt;/p&gt;</description></item>
            <item><title>The first rack: a diary</title><link>https://ada.example/2019/first-rack.html</link>
              <guid isPermaLink="false">ada-1</guid><pubDate>Mon, 04 Mar 2019 09:15:00 GMT</pubDate>
              <description>&lt;p&gt;We carried it up the stairs.&lt;/p&gt;</description></item>
            </channel></rss>
            """;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;
    private Path list;
    private Path output;

    @BeforeEach
    void place() throws IOException {
        server = FeedServer.start();
        server.serve("/ada.xml", ADA);
        server.serve("/numbers.xml", FeedServer.rss("numbers"));
        output = folder.resolve("output");
        list = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title>"
                        + "<planet:hostPause>PT0S</planet:hostPause><planet:newcomerPosts>1</planet:newcomerPosts></head>\n"
                        + "<body>\n<outline text=\"Ada's Queue\" planet:id=\"ada\" htmlUrl=\"https://ada.example/\" xmlUrl=\""
                        + server.url("/ada.xml")
                        + "\"/>\n<outline text=\"Notes on Numbers\" htmlUrl=\"https://numbers.example/\""
                        + " xmlUrl=\"" + server.url("/numbers.xml") + "\"/>\n</body></opml>\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void takesOverWhatMembersWroteAndSaysWhatIsLeftOut() {
        assertThat(run("import", "--posts", POSTS.toString()))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out())
                .contains("Ada's Queue: 3 posts stored, 3 new.", "Notes on Numbers: 2 posts stored, 2 new.")
                .contains("5 posts taken over. The next run gives each a page.");
        assertThat(terminal.err())
                .contains("“stranger” is no member: 1 post is left out.", "planet:id=\"stranger\"")
                .contains("notes.md:1: It has no front matter", "broken.md:")
                .contains("This is not YAML");
        run("posts");
        assertThat(terminal.out())
                .contains("2019-03-04  ada  shown\n    The first rack- a diary")
                .contains("R&D in winter")
                .contains("5 posts.");
    }

    @Test
    void laterCrawlKnowsThePostsByTheirLinksAndDoublesNone() throws IOException {
        run("import", "--posts", POSTS.toString());

        assertThat(update(Duration.ofHours(1))).as(terminal.err()).isZero();

        try (Stream<Path> pages = Files.list(output.resolve("posts/ada"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "brand-new.html",
                            "r-and-d-in-winter.html",
                            "the-first-rack-a-diary.html",
                            "only-the-planet-remembers-this-one.html");
        }
        assertThat(page("the-first-rack-a-diary"))
                .contains("The first rack: a diary", "2019-03-04T09:15:00+00:00", "We carried it up the stairs.")
                .doesNotContain("the cat has moved out")
                .doesNotContain("Updated");
        assertThat(page("r-and-d-in-winter")).contains("R&amp;D in winter", "written all of this anew");
        assertThat(page("only-the-planet-remembers-this-one"))
                .contains("2023-05-06", "the page itself will be gone", "https://ada.example/2023/only-here.html");
        assertThat(Folder.read(output.resolve("index.html")).split("brand-new.html", -1))
                .hasSizeGreaterThan(1);

        Folder.age(output);
        assertThat(update(Duration.ofHours(3))).isZero();
        assertThat(terminal.out()).contains("2 asked, 0 with news");
        assertThat(Folder.rewritten(output).filter(path -> path.startsWith("posts/")))
                .isEmpty();
    }

    @Test
    void knowsAMemberByTheIdThatItsOutlineStatesThoughItsPagesHaveAnother() throws IOException {
        String stated = Folder.read(list).replaceFirst(" htmlUrl=\"https://ada.example/\"", "");
        Files.writeString(list, stated.replace(" planet:id=\"ada\"", ""));
        update(Duration.ZERO);
        Files.writeString(list, stated);

        assertThat(run("import", "--posts", POSTS.toString())).isZero();

        assertThat(terminal.out()).contains("Ada's Queue: 3 posts stored");
        assertThat(terminal.err()).doesNotContain("“ada” is no member");
    }

    @Test
    void importingAgainAddsNothing() {
        run("import", "--posts", POSTS.toString());
        update(Duration.ofHours(1));

        assertThat(run("import", "--posts", POSTS.toString())).isZero();

        assertThat(terminal.out())
                .contains("Ada's Queue: 3 posts stored, 0 new.", "\n0 posts taken over: all are here already.");
    }

    @Test
    void historyThatComesAfterTheFirstRunDoesNotFloodTheFrontPage() {
        update(Duration.ZERO);

        assertThat(run("import", "--posts", POSTS.toString())).isZero();
        assertThat(terminal.out()).contains("Ada's Queue: 3 posts stored, 1 new.");
        run("import", "--posts", POSTS.toString());
        update(Duration.ofHours(1));

        assertThat(page("only-the-planet-remembers-this-one")).contains("the page itself will be gone");
        assertThat(Folder.read(output.resolve("members/ada.html"))).contains("Only the planet remembers");
    }

    @Test
    void dryRunWritesNothing() {
        assertThat(run("import", "--posts", POSTS.toString(), "--dry-run")).isZero();

        assertThat(terminal.out()).contains("5 posts taken over, were this no dry run.");
        assertThat(folder.resolve("archive.db")).doesNotExist();
    }

    @Test
    void folderWithoutAMembersPostIsRefused() {
        assertThat(run("import", "--posts", POSTS.resolve("stranger").toString()))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("holds no post of a member", "Nothing was imported");
        assertThat(run("import", "--posts", folder.resolve("nowhere").toString()))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("cannot be read (no such file)");
    }

    private String page(String slug) {
        return Folder.read(output.resolve("posts/ada/" + slug + ".html"));
    }

    private int update(Duration later) {
        return terminal.runAt(
                Terminal.TODAY.plus(later),
                "update",
                "--force",
                "--allow-private-addresses",
                "--feeds=" + list,
                "--output=" + output,
                "--archive=" + folder.resolve("archive.db"));
    }

    private int run(String... arguments) {
        return terminal.run(Stream.concat(
                        Stream.of(arguments), Stream.of("--feeds=" + list, "--archive=" + folder.resolve("archive.db")))
                .toArray(String[]::new));
    }
}
