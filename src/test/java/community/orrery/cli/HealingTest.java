package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.clean.HtmlCleaner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts that were cleaned once are cleaned again when more is known: how to clean, or that their blog typesets TeX. */
class HealingTest {

    private static final String SIGN = "<script type=\"math/tex\">x^2</script>";
    private static final String FORMULA = "<p>It takes $O(n)$ steps, and $MPI_INCLUDE or $5 to $9.</p>";

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;
    private Path output;
    private Path archive;

    @BeforeEach
    void start() throws IOException {
        server = FeedServer.start();
        output = folder.resolve("output");
        archive = folder.resolve("archive.db");
        Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title><planet:hostPause>PT0S</planet:hostPause></head><body><outline type=\"rss\" text=\"Ada\" xmlUrl=\""
                        + server.url("/ada.xml") + "\"/><outline type=\"rss\" text=\"Lin\" xmlUrl=\""
                        + server.url("/lin.xml") + "\"/></body></opml>");
        server.serve("/lin.xml", feed("lin", "<p>Nothing to count here.</p>"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    /**
     * As an older policy leaves it: its number on each post, its page and excerpt of one of them, and its own digests in the
     * manifest, for a policy's number is part of each page's.
     */
    @Test
    void aNewPolicyRewritesThePagesThatItChangesAndNoOthers() throws IOException, SQLException {
        server.serve("/ada.xml", feed("ada", "<p>An <em>old</em> text.</p>", "<p>Another.</p>"));
        update();
        List<Path> pages = pages();
        Path page = pages.stream()
                .filter(file -> Folder.read(file).contains("An <em>old</em> text."))
                .findFirst()
                .orElseThrow();
        String good = Folder.read(page);
        String front = Folder.read(output.resolve("index.html"));
        String old = good.replace("An <em>old</em> text.", "An &lt;em&gt;old&lt;/em&gt; text.");
        Files.writeString(page, old);
        Files.writeString(output.resolve("index.html"), front.replace("An old text.", "An em old em text."));
        Path manifest = output.resolve(".orrery-manifest");
        String held = Folder.read(manifest).replaceAll("(?m)^[0-9a-zA-Z_-]+\t", "older\t");
        Files.writeString(
                manifest, held.replaceAll("\t" + good.length() + "(\tposts/ada/)", "\t" + old.length() + "$1"));
        int older = HtmlCleaner.POLICY_VERSION - 1;
        archive("update post set policy = " + older + ", version = version || 'older'");
        archive("update post set excerpt = 'An em old em text.' where excerpt = 'An old text.'");
        archive("update content set words = 'An em old em text.' where words = 'An old text.'");
        Folder.age(output);

        update("--offline");

        assertThat(page).content().isEqualTo(good);
        assertThat(output.resolve("index.html")).content().isEqualTo(front);
        assertThat(Folder.rewritten(output).filter(path -> !path.startsWith(".") && !path.startsWith("status.")))
                .containsExactlyInAnyOrder(output.relativize(page).toString(), "index.html");
        Folder.age(output);
        update("--offline");
        assertThat(Folder.rewritten(output).filter(path -> !path.startsWith(".") && !path.startsWith("status.")))
                .isEmpty();
    }

    /** As an older program leaves it that took less from an entry. */
    @Test
    void aNewPolicyReadsEachFeedOnceMoreAndWhatItFindsIsNobodysEdit() throws IOException, SQLException {
        server.serve("/ada.xml", feed("ada", "<p>An old text.</p>"));
        update();
        archive("update post set raw_digest = 'older', policy = " + (HtmlCleaner.POLICY_VERSION - 1)
                + " where excerpt = 'An old text.'");
        archive("update content set markup = '<p>Old.</p>', words = 'Old.' where words = 'An old text.'");
        archive("update fact set value = value - 1 where name = 'policy'");
        archive("update reading set last_read = last_read - 1");

        update("--offline");
        assertThat(page("ada", 1)).contains("Old.").doesNotContain("An old text.");

        update();
        assertThat(page("ada", 1)).contains("An old text.").doesNotContain("<span>Updated");
        Folder.age(output);
        update();
        assertThat(Folder.rewritten(output)).isEmpty();

        server.serve("/ada.xml", feed("ada", "<p>A new text.</p>"));
        update();
        assertThat(page("ada", 1)).contains("A new text.").contains("<span>Updated");
    }

    @Test
    void aTextIsCleanedOnceAndShownAsItWasKept() throws IOException, SQLException {
        server.serve("/ada.xml", feed("ada", "<p>An <em>old</em> text.</p>"));
        update();
        archive("update cleaned set markup = '<p id=\"k\">Kept.</p>' where markup like '%<em>old</em>%'");
        output = folder.resolve("again");

        update("--offline");

        assertThat(page("ada", 1)).containsPattern("<p id=\"p\\d+-k\">Kept\\.</p>");
        assertThat(Folder.read(output.resolve("feed.xml"))).contains("&lt;p&gt;Kept.&lt;/p&gt;");
    }

    /** As a program that kept no cleaned texts leaves it; nothing tells apart what is made of it. */
    @Test
    void anArchiveWithoutCleanedTextsGetsThemOnceAndLooksAsBefore() throws IOException, SQLException {
        server.serve("/ada.xml", feed("ada", "<p>An <em>old</em> text.</p>", "<p>Another, $$x^2$$.</p>"));
        update();
        archive("delete from cleaned");
        archive("delete from fact where name = 'kept_to'");
        Folder.age(output);

        update("--offline");

        assertThat(Folder.rewritten(output).filter(path -> !path.startsWith(".") && !path.startsWith("status.")))
                .isEmpty();
        archive("delete from cleaned where markup like '%<em>old</em>%'");
    }

    /** Whatever is kept of it: a redirect of today is no part of what the archive knows. */
    @Test
    void aLinkIntoThePostByItsFeedsAddressStaysOneBehindARedirect() throws IOException, SQLException {
        String note = "<p>x<a href=\"" + server.url("/ada.xml") + "#n\">1</a></p><p id=\"n\">A note.</p>";
        server.serve(
                "/ada.xml",
                new MockResponse.Builder()
                        .code(302)
                        .addHeader("Location", server.url("/elsewhere.xml"))
                        .build());
        server.serve("/elsewhere.xml", feed("ada", note));
        update();
        String kept = page("ada", 1);
        assertThat(kept).containsPattern("href=\"#p\\d+-n\"");

        archive("delete from cleaned");
        output = folder.resolve("again");
        update("--offline");

        assertThat(page("ada", 1)).isEqualTo(kept);
    }

    @Test
    void singleDollarsAreFormulasInAFeedOneOfWhosePostsShowsThatItTypesets() throws IOException {
        server.serve("/ada.xml", feed("ada", FORMULA));
        update();
        assertThat(page("ada", 1)).contains("It takes $O(n)$ steps").doesNotContain("<math");

        server.serve("/ada.xml", feed("ada", FORMULA, "<p>A sign: " + SIGN + "</p>"));
        update();

        assertThat(page("ada", 1))
                .contains("It takes <math alttext=\"O(n)\">", "and $MPI_INCLUDE or $5 to $9.")
                .doesNotContain("$O(n)$");
        assertThat(Folder.read(output.resolve("index.html"))).contains("It takes O(n) steps");
    }

    @Test
    void itDoesNotMatterWhichOfThemWasReadFirst() throws IOException {
        server.serve("/ada.xml", feed("ada", FORMULA, "<p>A sign: " + SIGN + "</p>"));
        update();
        String together = page("ada", 1);
        output = folder.resolve("again");
        archive = folder.resolve("again.db");
        server.serve("/ada.xml", feed("ada", "<p>Later.</p>", "<p>A sign: " + SIGN + "</p>"));
        update();

        server.serve("/ada.xml", feed("ada", FORMULA, "<p>A sign: " + SIGN + "</p>"));
        update();

        assertThat(article(page("ada", 1))).isEqualTo(article(together));
    }

    @Test
    void anotherFeedsSignSaysNothing() throws IOException {
        server.serve("/ada.xml", feed("ada", FORMULA));
        server.serve("/lin.xml", feed("lin", "<p>A sign: " + SIGN + "</p>"));

        update();

        assertThat(page("ada", 1)).contains("$O(n)$").doesNotContain("<math");
        assertThat(page("lin", 1)).contains("<math");
    }

    @Test
    void aSignTakenBackMakesThemDollarsAgain() throws IOException {
        server.serve("/ada.xml", feed("ada", FORMULA, "<p>A sign: " + SIGN + "</p>"));
        update();
        assertThat(page("ada", 1)).contains("<math");

        server.serve("/ada.xml", feed("ada", FORMULA, "<p>None at all.</p>"));
        update();

        assertThat(page("ada", 1)).contains("$O(n)$").doesNotContain("<math");
    }

    private static String article(String page) {
        return page.substring(page.indexOf("It takes"), page.indexOf("to $9."));
    }

    private static String feed(String blog, String... texts) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>" + blog + "</title>");
        IntStream.rangeClosed(1, texts.length).forEach(day -> feed.append("<item><title>Day ")
                .append(day)
                .append(" of ")
                .append(blog)
                .append("</title><link>https://")
                .append(blog)
                .append(".example/")
                .append(day)
                .append("</link><pubDate>0")
                .append(day)
                .append(" Oct 2026 08:00:00 GMT</pubDate><description><![CDATA[")
                .append(texts[day - 1])
                .append("]]></description></item>"));
        return feed + "</channel></rss>";
    }

    private String page(String blog, int day) throws IOException {
        return pages().stream()
                .map(Folder::read)
                .filter(page ->
                        page.contains("<link rel=\"canonical\" href=\"https://" + blog + ".example/" + day + "\""))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(output.resolve("posts"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private void archive(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + archive);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private void update() {
        update("--force");
    }

    private void update(String how) {
        assertThat(terminal.run(
                        "update",
                        "--feeds=" + folder.resolve("feeds.opml"),
                        "--output=" + output,
                        "--archive=" + archive,
                        "--allow-private-addresses",
                        how))
                .isZero();
    }
}
