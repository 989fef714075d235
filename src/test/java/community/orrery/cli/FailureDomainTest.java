package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.Archive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One feed is one failure domain: what becomes of a site, over several runs, when one of its feeds does as it likes. */
class FailureDomainTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;
    private Path list;
    private Path output;
    private Path archive;

    @BeforeEach
    void publishThreeBlogs() throws IOException {
        list = folder.resolve("feeds.opml");
        output = folder.resolve("output");
        archive = folder.resolve(".orrery/archive.db");
        server = FeedServer.start();
        for (String blog : new String[] {"ada", "grace", "jean"}) {
            server.serve("/" + blog, FeedServer.rss(blog));
        }
        list("<outline type=\"rss\" text=\"Ada\" xmlUrl=\"" + server.url("/ada") + "\"/>");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsItsLastGoodPostsAndTouchesNoOtherFileWhateverItSends() throws InterruptedException {
        assertThat(updateAfter(Duration.ZERO)).isZero();
        SortedMap<String, String> good = pages();
        assertThat(good).containsKeys("posts/ada/day-1-of-ada.html", "posts/ada/day-3-of-ada.html", "members/ada.html");
        server.takeAsked();

        server.serve("/ada", new MockResponse.Builder().code(500).body("oh").build());
        showsTheSame(good, 25, "500");
        server.serve(
                "/ada", "<!DOCTYPE html><html><head><title>Hello</title></head><body><p>No feed</p></body></html>");
        showsTheSame(good, 50, "Ada");
        String whole = FeedServer.rss("ada");
        server.serve("/ada", whole.substring(0, whole.indexOf("saw on day 2")));
        showsTheSame(good, 100, "Ada");

        server.serve("/ada", whole);
        showsTheSame(good, 150, "");
    }

    private void showsTheSame(SortedMap<String, String> good, int hours, String words) throws InterruptedException {
        Folder.age(output);
        assertThat(updateAfter(Duration.ofHours(hours), "--force")).isZero();
        assertThat(server.takeAsked()).containsExactly("/ada", "/grace", "/jean");
        assertThat(terminal.out()).contains(words);
        assertThat(pages()).isEqualTo(good);
        assertThat(Folder.rewritten(output).filter(path -> !path.startsWith(".")))
                .isSubsetOf("status.html", "status.json");
    }

    @Test
    void theSameBytesTwiceAreUnchangedAlsoWithoutValidators() throws InterruptedException {
        updateAfter(Duration.ZERO);
        long stamp = stamp();
        server.takeAsked();

        assertThat(updateAfter(Duration.ofHours(25))).isZero();

        assertThat(server.takeAsked()).containsExactly("/ada", "/grace", "/jean");
        assertThat(terminal.out()).contains("3 unchanged").as("not even parsed").doesNotContain("read, 3 entries");
        assertThat(stamp()).isEqualTo(stamp);
    }

    @Test
    void aDateInRetryAfterHoldsAcrossRunsAlsoWhenForced() throws IOException, InterruptedException {
        try (FeedServer adas = FeedServer.start()) {
            adas.serve("/ada", FeedServer.rss("ada"));
            list("<outline type=\"rss\" text=\"Ada\" xmlUrl=\"" + adas.url("/ada") + "\"/>");
            updateAfter(Duration.ZERO);
            adas.serve(
                    "/ada",
                    new MockResponse.Builder()
                            .code(503)
                            .addHeader(
                                    "Retry-After",
                                    DateTimeFormatter.RFC_1123_DATE_TIME.format(Terminal.TODAY
                                            .plus(Duration.ofHours(28))
                                            .atOffset(ZoneOffset.UTC)))
                            .build());
            updateAfter(Duration.ofHours(25));
            adas.takeAsked();
            server.takeAsked();

            updateAfter(Duration.ofHours(28).minusSeconds(1), "--force");
            assertThat(adas.takeAsked()).isEmpty();
            assertThat(server.takeAsked()).containsExactly("/grace", "/jean");

            adas.serve("/ada", FeedServer.rss("ada"));
            updateAfter(Duration.ofHours(28), "--force");
            assertThat(adas.takeAsked()).containsExactly("/ada");
            assertThat(output.resolve("posts/ada/day-1-of-ada.html")).exists();
        }
    }

    @Test
    void aRetiredMembersPostsStayAndItsFeedIsAskedNoMore() throws IOException, InterruptedException {
        updateAfter(Duration.ZERO);
        SortedMap<String, String> good = posts();
        server.takeAsked();

        list("<outline type=\"rss\" text=\"Ada\" planet:status=\"retired\" xmlUrl=\"" + server.url("/ada") + "\"/>");
        assertThat(updateAfter(Duration.ofDays(30), "--force")).isZero();

        assertThat(server.takeAsked()).containsExactly("/grace", "/jean");
        assertThat(posts()).isEqualTo(good).containsKey("posts/ada/day-1-of-ada.html");
        assertThat(Folder.read(output.resolve("index.html"))).contains("Day 3 of ada");
    }

    @Test
    void aMemberRenamedByHandKeepsItsPagesAndIsNoNewcomer() throws IOException, InterruptedException {
        list("<outline text=\"People\"><outline type=\"rss\" text=\"Ada\" xmlUrl=\"" + server.url("/ada")
                + "\"/></outline>");
        updateAfter(Duration.ZERO);
        SortedMap<String, String> before = pages();

        list("<outline text=\"People\"><outline type=\"rss\" text=\"Countess Lovelace\" xmlUrl=\"" + server.url("/ada")
                + "\"/></outline>");
        server.serve("/ada", FeedServer.rss("ada").replace("from the first rack", "from the very first rack"));
        for (int day = 2; day < 5; day++) {
            assertThat(updateAfter(Duration.ofDays(day), "--force")).isZero();
        }

        assertThat(pages().keySet()).isEqualTo(before.keySet());
        assertThat(Folder.read(output.resolve("members/ada.html"))).contains("Countess Lovelace");
        assertThat(Folder.read(output.resolve("posts/ada/day-2-of-ada.html")))
                .contains("Countess Lovelace", "from the very first rack");
        assertThat(Folder.read(output.resolve("index.html"))).contains("Day 1 of ada", "Countess Lovelace");
        assertThat(Folder.read(output.resolve("status.html")))
                .contains("blog-ada")
                .doesNotContain("held back");

        assertThat(about("status", "ada")).isZero();
        assertThat(terminal.out()).contains("Countess Lovelace", "3 shown").doesNotContain("held back");
        assertThat(about("posts", "ada")).isZero();
        assertThat(terminal.out()).contains("posts/ada/day-1-of-ada.html").doesNotContain("not shown");
    }

    @Test
    void neverReplacesASiteByWhatAnEmptyFileRemembers() throws IOException {
        updateAfter(Duration.ZERO);
        SortedMap<String, String> good = Folder.texts(output);
        Files.write(archive, new byte[0]);

        for (int run = 1; run <= 2; run++) {
            assertThat(updateAfter(Duration.ofHours(25))).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains(archive.toString(), "holds no post", "9 posts", "backup", "--archive");
            assertThat(Folder.texts(output)).isEqualTo(good);
        }
    }

    @Test
    void neverReplacesASiteWhenTheArchiveIsSomeOtherFile() throws IOException {
        updateAfter(Duration.ZERO);
        SortedMap<String, String> good = Folder.texts(output);
        Files.writeString(archive, "This is not the archive that you are looking for.\n".repeat(200));

        assertThat(updateAfter(Duration.ofHours(25))).isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains(archive.toString(), "no archive at all", "backup");
        assertThat(Folder.texts(output)).isEqualTo(good);
    }

    private void list(String ada) throws IOException {
        Files.writeString(
                list,
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title>"
                        + "<planet:hostPause>PT0S</planet:hostPause></head><body>" + ada
                        + "<outline type=\"rss\" text=\"Grace\" xmlUrl=\"" + server.url("/grace") + "\"/>"
                        + "<outline type=\"rss\" text=\"Jean\" xmlUrl=\"" + server.url("/jean") + "\"/>"
                        + "</body></opml>",
                StandardCharsets.UTF_8);
    }

    /** Every file of the site but the status pages, which tell of each visit. */
    private SortedMap<String, String> pages() {
        SortedMap<String, String> pages = Folder.texts(output);
        pages.keySet().removeIf(path -> path.startsWith("status.") || path.startsWith("."));
        return pages;
    }

    private SortedMap<String, String> posts() {
        SortedMap<String, String> posts = new TreeMap<>(pages());
        posts.keySet().removeIf(path -> !path.startsWith("posts/"));
        return posts;
    }

    private long stamp() {
        try (Archive opened = Archive.open(archive)) {
            return opened.stamp();
        }
    }

    private int about(String command, String... member) {
        String[] places = {command, "--feeds", list.toString(), "--archive", archive.toString()};
        String[] all = java.util.Arrays.copyOf(places, places.length + member.length);
        System.arraycopy(member, 0, all, places.length, member.length);
        return terminal.run(all);
    }

    private int updateAfter(Duration later, String... options) {
        String[] places = {
            "update",
            "--allow-private-addresses",
            "--feeds",
            list.toString(),
            "--output",
            output.toString(),
            "--archive",
            archive.toString()
        };
        String[] all = java.util.Arrays.copyOf(places, places.length + options.length);
        System.arraycopy(options, 0, all, places.length, options.length);
        return terminal.runAt(Terminal.TODAY.plus(later), all);
    }
}
