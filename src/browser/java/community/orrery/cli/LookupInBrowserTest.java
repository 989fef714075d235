package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import community.orrery.site.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * “Why is my post not there?”, asked in a browser of a planet that real runs made: Ada's posts, of which the second is hidden and
 * the third withdrawn; Bea's copy of Ada's first; Carl, who came later with a history; Dora, of whom only one tag is carried.
 */
class LookupInBrowserTest {

    private static final String MISSING = "This post is not where you looked for it:";

    /** What is typed, and all that must then be read, in this order. */
    private static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            Map.entry("https://ada.example/1", List.of("It is here:", "Day 1 of ada")),
            Map.entry("www.ada.example/1/?utm_source=mastodon", List.of("It is here:", "Day 1 of ada")),
            Map.entry("https://ada.example/gone-to-paper", List.of("It is here:", "Day 5 of ada")),
            Map.entry("https://ada.example/5", List.of("It is here:", "Day 5 of ada")),
            Map.entry(
                    "https://ada.example/2",
                    List.of(MISSING, "The community hides it (line ", "she asked for it by telephone", "Ada")),
            Map.entry("https://ada.example/3", List.of(MISSING, "Its author withdrew it")),
            Map.entry(
                    "https://bea.example/guest",
                    List.of(MISSING, "the same writing as another blog’s post", "Day 1 of ada", "Bea")),
            Map.entry("https://carl.example/1", List.of(MISSING, "It came with a new blog’s history", "Carl")),
            Map.entry("https://carl.example/3", List.of("It is here:", "Day 3 of carl")),
            Map.entry("https://dora.example/1", List.of(MISSING, "It has none of the tags", "hpc")),
            Map.entry(
                    "https://ada.example/never-written",
                    List.of("has not met this address", "what it last heard of the blog", "Ada", "read, ")),
            Map.entry("https://stranger.example/1", List.of("no blog on its list lives there")),
            Map.entry("what is this", List.of("does not look like the address of a page")));

    @TempDir
    private static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void runTwice() throws IOException {
        Assumptions.assumeTrue(Chromium.executable().isPresent(), "no Chromium on this machine");
        Terminal terminal = new Terminal();
        try (FeedServer server = FeedServer.start()) {
            server.serve("/ada.xml", feed("ada", 5, 4, 3, 2, 1));
            server.serve(
                    "/bea.xml",
                    feed("bea", 1)
                            .replace("https://bea.example/1", "https://bea.example/guest")
                            .replace("Day 1 of bea", "Guest post")
                            .replace("What bea saw", "What ada saw")
                            .replace(
                                    "</guid>", "</guid><atom:link rel=\"canonical\" href=\"https://ada.example/1\"/>"));
            server.serve("/dora.xml", feed("dora", 1));
            update(terminal, server, Duration.ZERO, "", "");
            server.serve("/ada.xml", feed("ada", 5, 4, 2, 1));
            server.serve("/carl.xml", feed("carl", 3, 2, 1));
            update(
                    terminal,
                    server,
                    Duration.ofHours(30),
                    "<planet:hidden url=\"https://ada.example/2\" why=\"she asked for it by telephone\"/>",
                    outline(server, "Carl", ""));
        }
        chromium = Chromium.start();
    }

    private static void update(Terminal terminal, FeedServer server, Duration later, String head, String newcomer)
            throws IOException {
        Path list = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\">\n<head><title>T</title>\n"
                        + "<planet:newcomerPosts>1</planet:newcomerPosts>\n" + head + "\n</head>\n<body>\n"
                        + outline(server, "Ada", "") + outline(server, "Bea", "")
                        + outline(server, "Dora", "planet:categories=\"hpc\"") + newcomer + "</body></opml>");
        int exit = terminal.runAt(
                Terminal.TODAY.plus(later),
                "update",
                "--feeds",
                list.toString(),
                "--output",
                folder.resolve("output").toString(),
                "--archive",
                folder.resolve("archive.db").toString(),
                "--allow-private-addresses");
        assertThat(exit).as(terminal.out() + terminal.err()).isZero();
    }

    private static String outline(FeedServer server, String name, String more) {
        String id = name.toLowerCase(Locale.ROOT);
        return "<outline text=\"" + name + "\" xmlUrl=\"" + server.url("/" + id + ".xml") + "\" htmlUrl=\"https://" + id
                + ".example/\" " + more + "/>\n";
    }

    /** A post a day; the fifth's home is elsewhere by its own word. */
    private static String feed(String blog, int... days) {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\""
                + " xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>" + blog
                + "</title><link>https://" + blog + ".example/</link><description>d</description>");
        for (int day : days) {
            String link = "https://" + blog + ".example/" + day;
            feed.append("\n<item><title>Day " + day + " of " + blog + "</title><link>" + link + "</link><guid>" + link
                    + "</guid>");
            feed.append("<pubDate>0" + day + " Oct 2026 08:00:00 GMT</pubDate>");
            feed.append(day == 5 ? "<atom:link rel=\"canonical\" href=\"https://ada.example/gone-to-paper\"/>" : "");
            feed.append(
                    "<description>&lt;p&gt;What " + blog + " saw on day " + day + ".&lt;/p&gt;</description></item>");
        }
        return feed + "\n</channel></rss>\n";
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String statusPage() {
        return folder.resolve("output/status.html").toUri().toString();
    }

    @Test
    void saysWhereAPostIsOrWhichRuleKeepsItBack() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(statusPage());
            ANSWERS.forEach((typed, answer) -> {
                page.fill("form.lookup input", typed);
                page.press("form.lookup input", "Enter");
                page.waitForCondition(() -> !page.innerText(".answer").matches("(Looking…)?\\s*"));
                assertThat(page.innerText(".answer")).as(typed).containsSubsequence(answer);
            });
        }
    }

    @Test
    void leadsToThePostThatIsHere() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(statusPage());
            page.fill("form.lookup input", "https://carl.example/3");
            page.click("form.lookup button");
            page.click(".answer a");
            assertThat(page.innerText("h1")).isEqualTo("Day 3 of carl");
        }
    }

    /** Without a script each blog leads to a page of the same: a withdrawn or hidden post is told by its date and rule. */
    @Test
    void leadsFromEachBlogToItsRulesWithoutJavaScript() {
        try (BrowserContext context =
                chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(statusPage());
            assertThat(page.isVisible("form.lookup")).isFalse();
            assertThat(page.innerText("noscript")).contains("Each blog below leads to the posts");

            assertThat(absences(page, "ada"))
                    .contains("October 2, 2026 A post The community hides it", "October 3, 2026 A post Its author");
            assertThat(absences(page, "bea")).contains("Guest post", "the same writing", "Day 1 of ada");
            assertThat(absences(page, "carl")).contains("Day 1 of carl", "It came with a new blog’s");
            assertThat(absences(page, "dora")).contains("none of the tags");
        }
    }

    private static String absences(Page page, String blog) {
        page.navigate(statusPage());
        page.click("#blog-" + blog + " a[href^='status/']");
        return page.innerText(".absences").replaceAll("\\s+", " ");
    }
}
