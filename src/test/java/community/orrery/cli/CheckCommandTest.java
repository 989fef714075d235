package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every finding of {@code check}, over real HTTP: what is said, the remedy for the platform, and the exit code. */
class CheckCommandTest {

    /** A feed of which nothing can be said, but that it comes from a test's server, which speaks no TLS. */
    private static final String SOUND =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Sound</title>
            <link>https://sound.example/</link><description>d</description><copyright>CC BY 4.0</copyright>GENERATOR
            <item><title>One</title><link>https://sound.example/1</link><guid>https://sound.example/1</guid>
            <pubDate>Fri, 30 Oct 2026 08:00:00 GMT</pubDate>
            <content:encoded>&lt;p&gt;A whole post, with &lt;a href="https://else.example/"&gt;a link&lt;/a&gt;.&lt;/p&gt;</content:encoded></item>
            <item><title>Two</title><link>https://sound.example/2</link><guid>https://sound.example/2</guid>
            <pubDate>Thu, 29 Oct 2026 08:00:00 GMT</pubDate>
            <content:encoded>&lt;p&gt;Another one, from first to last.&lt;/p&gt;</content:encoded></item>
            </channel></rss>
            """;

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;

    @BeforeEach
    void start() throws IOException {
        server = FeedServer.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void soundFeedIsFitAndOnlyEncryptionIsMissedHere() {
        serve("", SOUND);

        assertThat(check("/f")).isZero();

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .isEqualTo("Sound  " + server.url("/f") + "\n  Fit: 2 entries.\n  ! It comes without encryption.\n"
                        + "    Publish the blog by https, and have http redirect to it; then change the list.\n");
    }

    /** Each changes one thing of the sound feed: a pattern, what stands in its place, the generator, what is then said. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a date missing    | (?s)<pubDate>Thu.*?</pubDate>   | ''                                    | Jekyll    | 1 of 2 entries has no date that can be read, or one in the future, such as “Two” | On Jekyll: Begin each post's file name with its date
            dates ahead       | 2026 08:00                      | 2027 08:00                            | ''        | 2 of 2 entries have no date that can be read, or one in the future | with its time zone
            an id missing     | <guid>.*?2</guid>               | ''                                    | ''        | 1 of 2 entries has no id of its own, such as “Two” | guid in RSS, id in Atom
            a link missing    | (?s)<link>https://sound.example/2</link><guid>.*?</guid> | <guid isPermaLink="false">x</guid> | '' | 1 of 2 entries has no link to its original | link rel="alternate" in Atom
            relative links    | https://else.example/           | /else                                 | Hugo      | 1 of 2 entries has addresses that are not whole | On Hugo: Set baseURL in hugo.toml
            excerpts only     | (?s)<content:encoded>.*?</content:encoded> | <content:encoded>It begins [&#8230;]</content:encoded> | https://wordpress.org/?v=6.4 | only the beginning of each post (2 of 2) | On WordPress: In Settings, Reading
            letters lost      | <title>Two                      | <title>Caf�                      | ''        | letters that were lost to a wrong encoding, such as “Caf� | validator.w3.org/feed
            no licence        | <copyright>.*?</copyright>      | ''                                    | Hugo      | It states no licence. | On Hugo: Set copyright = in hugo.toml
            long silence      | 2026 08:00                      | 2019 08:00                            | ''        | Its newest entry is of 2019-10-30. | if the blog is only resting
            no entry          | (?s)<item>.*</item>             | ''                                    | ''        | It holds no entry yet. | the first post will be seen
            ill-formed        | </channel>                      | </channel                             | Jekyll    | It is not well-formed and had to be mended | On Jekyll: Use the plugin jekyll-feed
            """)
    void saysWhatItFindsInTheFeed(
            String what, String pattern, String with, String generator, String words, String remedy) {
        String feed = SOUND.replaceAll(pattern, with);
        assertThat(feed).isNotEqualTo(SOUND);
        serve(generator, feed);

        assertThat(check("/f")).as(terminal.out()).isZero();

        assertThat(terminal.out()).contains("Fit: ", words, remedy);
    }

    @Test
    void saysWhatItFindsInTheAnswer() {
        server.serve(
                "/new",
                answer(SOUND)
                        .removeHeader("ETag")
                        .setHeader("Content-Type", "text/html")
                        .build());
        server.serve(
                "/f",
                new MockResponse.Builder()
                        .code(301)
                        .setHeader("Location", "/new")
                        .build());

        assertThat(check("/f")).isZero();

        assertThat(terminal.out())
                .contains("! It has moved for good.\n    Write its new address in the list: " + server.url("/new"))
                .contains("sends neither ETag nor Last-Modified", "Have the server send ETag")
                .contains("Its server calls it text/html.", "application/rss+xml");
    }

    @Test
    void saysThatAFeedIsLarge() {
        serve("Jekyll", SOUND.replace("A whole post", "A whole post " + "and more ".repeat(300_000)));

        assertThat(check("/f")).isZero();

        assertThat(terminal.out()).containsPattern("It is large: \\d+ KiB").contains("set posts_limit: 20");
    }

    @Test
    void saysThatAPageNamesItsFeed() {
        serve("", SOUND);
        server.serve(
                "/",
                new MockResponse.Builder()
                        .setHeader("Content-Type", "text/html")
                        .body("<html><head><link rel=alternate type=application/rss+xml href=/f></head></html>")
                        .build());

        assertThat(check("/")).isZero();

        assertThat(terminal.out()).contains("Write " + server.url("/f") + " in the list, if that is the feed.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            404 | It is not there (404). | ask the blogger where the feed lives now
            410 | It is gone for good, says its server (410). | set planet:status="retired"
            500 | It failed in its server (500). | tell the blogger
            403 | (403) | let
            """)
    void feedThatCannotBeHadMustBeMended(int status, String words, String remedy) {
        server.serve("/f", new MockResponse.Builder().code(status).build());

        assertThat(check("/f")).isEqualTo(ExitCode.MEND);

        assertThat(terminal.out()).contains("Not fit yet.", words).containsIgnoringCase(remedy);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void serverThatWantsToBeLeftAloneIsNoReasonToTurnAFeedAway() {
        server.serve(
                "/f",
                new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "60")
                        .build());

        assertThat(check("/f")).isZero();

        assertThat(terminal.out()).contains("Could not be judged now.", "was asked too often");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a page       | text/html           | <html><body>Hello</body></html>            | names no feed",
                "nothing      | application/rss+xml | ''                                         | answered with nothing",
                "a programme  | application/json    | {\"name\": \"no feed\"}                    | JSON",
            })
    void whatIsNoFeedMustBeMended(String what, String type, String body, String words) {
        server.serve(
                "/f",
                new MockResponse.Builder()
                        .setHeader("Content-Type", type)
                        .body(body)
                        .build());

        assertThat(check("/f")).isEqualTo(ExitCode.MEND);

        assertThat(terminal.out()).contains("Not fit yet.").containsIgnoringCase(words);
    }

    @Test
    void tellsEachPlatformByItsOwnWords() {
        for (String generator : new String[] {
            "https://wordpress.org/?v=6.4",
            "Blogger",
            "Jekyll",
            "Hugo -- gohugo.io",
            "MkDocs RSS plugin - v1.8.0",
            "Quartz -- quartz.jzhao.xyz",
            "Ghost 5.2",
            "Substack",
            "Medium"
        }) {
            serve(generator, SOUND);
            check("/f");
            assertThat(terminal.out())
                    .as(generator)
                    .containsIgnoringCase("Fit: 2 entries, published by "
                            + generator.replaceAll("\\W.*", "").replace("https", "WordPress"));
        }
    }

    /** A blog that writes of its move from WordPress, in each of the formats. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>Moved</title><generator>Jekyll</generator><id>a:1</id>"
                        + "<entry><title>Away</title><id>a:2</id><updated>2026-10-30T08:00:00Z</updated>"
                        + "<content>From wordpress.org to Jekyll</content></entry></feed>",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Moved\", \"generator\": \"gohugo.io\","
                        + " \"items\": [{\"id\": \"1\", \"content_text\": \"From wordpress.org to Hugo\"}]}"
            })
    void takesNoPlatformFromWhatAnEntryTalksAbout(String feed) {
        serve("", feed);

        check("/f");

        assertThat(terminal.out()).contains("Fit: 1 entry, published by ").doesNotContain("WordPress");
    }

    @Test
    void jsonHoldsAllThatTheTextSays() throws IOException {
        serve("Jekyll", SOUND.replaceFirst("<guid>.*?</guid>", ""));

        assertThat(check("/f", "--format", "json")).isZero();

        JsonNode root = new ObjectMapper().readTree(terminal.out());
        JsonNode feed = root.at("/feeds/0");
        assertThat(root.path("fit").asBoolean()).isTrue();
        assertThat(feed.path("platform").asText()).isEqualTo("Jekyll");
        assertThat(feed.path("entries").asInt()).isEqualTo(2);
        assertThat(feed.path("answered").asText()).isEqualTo(server.url("/f"));
        assertThat(feed.path("findings"))
                .extracting(finding -> finding.path("weight").asText() + ": "
                        + finding.path("what").asText())
                .containsExactly(
                        "warning: It comes without encryption.",
                        "warning: 1 of 2 entries has no id of its own, such as “One”.");
    }

    @Test
    void withBaseOnlyWhatTheChangeAddsIsAsked() throws IOException, InterruptedException {
        serve("", SOUND);
        server.serve("/old", new MockResponse.Builder().code(404).build());
        Path base = list("base.opml", server.url("/old") + "/");
        Path changed = list("feeds.opml", server.url("/old"), server.url("/f"));

        assertThat(terminal.run(
                        "check",
                        "--feeds=" + changed,
                        "--base=" + base,
                        "--format=markdown",
                        "--allow-private-addresses"))
                .isZero();
        assertThat(server.takeAsked()).containsExactly("/f");
        assertThat(terminal.out())
                .startsWith("## The feeds in this change\n\n### Blog 2\n\n")
                .contains("Fit: 2 entries.", "| warning | It comes without encryption. | Publish the blog by https");

        assertThat(terminal.run("check", "--feeds=" + base, "--base=" + changed, "--format=markdown"))
                .isZero();
        assertThat(terminal.out()).isEqualTo("## The feeds in this change\n\nIt adds no feed.\n");
    }

    @Test
    void withoutBaseTheWholeListIsCheckedButForRetiredMembers() throws IOException, InterruptedException {
        serve("", SOUND);
        Path list = list("feeds.opml", server.url("/f"), server.url("/gone"));
        Files.writeString(
                list, Files.readString(list).replace("text=\"Blog 2\"", "text=\"Blog 2\" planet:status=\"retired\""));

        assertThat(terminal.run("check", "--feeds=" + list, "--allow-private-addresses"))
                .isZero();

        assertThat(server.takeAsked()).containsExactly("/f");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(terminal.run("check", "https://a.example/", "--feeds=x")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("either an address or --feeds");
        assertThat(terminal.run("check", "--format=pdf")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.run("check", "ftp://a.example/")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("no web address");
        assertThat(terminal.run("check", "--feeds=" + folder.resolve("none.opml")))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("none.opml: there is no such file");
    }

    private Path list(String name, String... feeds) throws IOException {
        StringBuilder text = new StringBuilder("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head>"
                + "<title>T</title><planet:hostPause>PT0S</planet:hostPause></head><body>\n");
        for (int i = 0; i < feeds.length; i++) {
            text.append("<outline text=\"Blog " + (i + 1) + "\" xmlUrl=\"" + feeds[i] + "\"/>\n");
        }
        return Files.writeString(folder.resolve(name), text + "</body></opml>\n");
    }

    private void serve(String generator, String feed) {
        String told = generator.isEmpty() ? "" : "<generator>" + generator + "</generator>";
        server.serve("/f", answer(feed.replace("GENERATOR", told)).build());
    }

    private static MockResponse.Builder answer(String feed) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/rss+xml; charset=utf-8")
                .setHeader("ETag", "\"1\"")
                .body(feed.replace("GENERATOR", ""));
    }

    private int check(String path, String... more) {
        return terminal.run(
                Stream.concat(Stream.of("check", server.url(path), "--allow-private-addresses"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
