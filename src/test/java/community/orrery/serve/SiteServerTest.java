package community.orrery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.publish.Publisher;
import community.orrery.serve.RawClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteServerTest {

    private static final String SECRET = "not for anybody";
    private static final Instant MODIFIED = Instant.parse("2026-10-04T09:08:07Z");

    @TempDir
    private Path folder;

    private Path site;
    private Path archive;
    private SiteServer server;
    private RawClient client;

    @BeforeEach
    void open() throws IOException {
        site = Files.createDirectories(folder.resolve("output"));
        archive = Files.createDirectories(folder.resolve("state")).resolve("archive.db");
        write("index.html", "<!doctype html><title>Front</title><body><p>Front</p></body>");
        write("404.html", "<!doctype html><title>Lost</title><body><p>Lost</p></body>");
        write("notes.txt", "0123456789");
        write("posts/ada/index.html", "<!doctype html><title>Ada</title><body></body>");
        write("posts/ada/ä b.html", "<!doctype html><title>Umlaut</title><body></body>");
        write(".orrery-manifest", SECRET);
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        server = SiteServer.open(
                site,
                new Publisher(site),
                archive,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Clock.systemUTC());
        client = new RawClient(server.address());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/posts/../../secret.txt",
                "/posts/../notes.txt",
                "/./notes.txt",
                "/%2e%2e/secret.txt",
                "/%2E%2E/secret.txt",
                "/.%2e/secret.txt",
                "/%2e%2e%2fsecret.txt",
                "/..%2fsecret.txt",
                "/%2f..%2fsecret.txt",
                "/posts%2f..%2f..%2fsecret.txt",
                "/%252e%252e/secret.txt",
                "/%252e%252e%252fsecret.txt",
                "/%25252e%25252e/secret.txt",
                "/..%5csecret.txt",
                "/..%5Csecret.txt",
                "/%5c..%5csecret.txt",
                "/%255c..%255csecret.txt",
                "/..\\secret.txt",
                "/..;/secret.txt",
                "/%c0%ae%c0%ae/secret.txt",
                "/%e0%80%ae%e0%80%ae/secret.txt",
                "/%uff0e%uff0e/secret.txt",
                "/%EF%BC%8E%EF%BC%8E/secret.txt",
                "/notes.txt%00",
                "/../secret.txt%00.html",
                "/%00/../secret.txt",
                "/notes.txt%0a",
                "/notes.txt/",
                "/notes.txt/../../secret.txt",
                "/.orrery-manifest",
                "/%2eorrery-manifest",
                "/.orrery/../.orrery-manifest",
                "/.orrery/..%2f.orrery-manifest",
                "/posts//ada/index.html",
                "//secret.txt",
                "///etc/passwd",
                "/%2fetc/passwd",
                "/C:/secret.txt",
                "/notes.txt::$DATA",
                "/notes.txt%",
                "/notes.txt%2",
                "/notes.txt%zz",
                "file:///etc/passwd",
                "*",
                "notes.txt"
            })
    void givesNothingOutsideTheSite(String path) {
        Answer answer = client.get(path);
        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain(SECRET, "root:", "0123456789");
    }

    @Test
    void followsNoLinkOutOfTheSiteNorInsideIt() throws IOException {
        Files.createSymbolicLink(site.resolve("out.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(site.resolve("away"), folder);
        Files.createSymbolicLink(site.resolve("inside.txt"), site.resolve("notes.txt"));
        Files.createDirectories(site.resolve("folder"));
        Files.createSymbolicLink(site.resolve("folder/index.html"), folder.resolve("secret.txt"));

        for (String path : new String[] {"/out.txt", "/away/secret.txt", "/inside.txt", "/folder/", "/folder"}) {
            Answer answer = client.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain(SECRET);
        }
    }

    @Test
    void showsASiteWhoseOwnFolderIsALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), site);
        try (SiteServer linked = SiteServer.open(
                link,
                new Publisher(link),
                archive,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Clock.systemUTC())) {
            assertThat(new RawClient(linked.address()).get("/notes.txt").body()).isEqualTo("0123456789");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "page.html | <!doctype html> | text/html; charset=utf-8",
                "style.css | a {} | text/css; charset=utf-8",
                "script.js | 1 | text/javascript; charset=utf-8",
                "feed.xml | <?xml version='1.0'?><rss version='2.0'> | application/xml",
                "atom.xml | <?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'> | application/xml",
                "feed.json | {\"version\": \"https://jsonfeed.org/version/1.1\"} | application/feed+json",
                "status.json | {} | application/json",
                "opml.xml | <?xml version='1.0'?><opml version='2.0'> | application/xml",
                "sitemap.xml | <?xml version='1.0'?><urlset> | application/xml",
                "robots.txt | User-agent: * | text/plain; charset=utf-8",
                "favicon.svg | <svg/> | image/svg+xml",
                "social.png | x | image/png",
                "unknown.bin | x | application/octet-stream",
                "noending | x | application/octet-stream"
            })
    void tellsEachFileByItsType(String name, String start, String type) throws IOException {
        write(name, start);
        Answer answer = client.get("/" + name);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("Content-Type")).isEqualTo(type);
        assertThat(answer.field("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void givesAFoldersIndexAndLeadsToItsSlash() {
        assertThat(client.get("/").body()).contains("<p>Front</p>");
        assertThat(client.get("/posts/ada/").body()).contains("<title>Ada</title>");
        assertThat(client.get("/posts/ada/%C3%A4%20b.html").body()).contains("<title>Umlaut</title>");

        Answer slashless = client.get("/posts/ada?page=2");
        assertThat(slashless.status()).isEqualTo(301);
        assertThat(slashless.field("Location")).isEqualTo("/posts/ada/?page=2");
        assertThat(client.get("/posts").status()).as("no index, and no listing").isEqualTo(404);
    }

    @Test
    void givesTheSitesOwnPageForLostAddresses() throws IOException {
        Answer lost = client.get("/nowhere.html");
        assertThat(lost.status()).isEqualTo(404);
        assertThat(lost.field("Content-Type")).startsWith("text/html");
        assertThat(lost.body()).contains("<p>Lost</p>");

        Files.delete(site.resolve("404.html"));
        assertThat(client.get("/nowhere.html").field("Content-Type")).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/blogs/"})
    void leadsFromALostAddressIntoTheSiteAsItIsHere(String root) throws IOException {
        write(
                "404.html",
                """
                <link rel="icon" href="ROOTassets/favicon.svg"><link rel="stylesheet" href="ROOTassets/style.css?1">
                <script src="ROOTassets/script.js?1" defer></script>
                <a href="#main">Main</a><a href="ROOTindex.html">Posts</a><a href="https://x.example/">X</a>
                """
                        .replace("ROOT", root));

        assertThat(client.get("/posts/nobody/nothing.html").body())
                .startsWith(
                        """
                        <link rel="icon" href="/assets/favicon.svg"><link rel="stylesheet" href="/assets/style.css?1">
                        <script src="/assets/script.js?1" defer></script>
                        <a href="#main">Main</a><a href="/index.html">Posts</a><a href="https://x.example/">X</a>
                        """);
    }

    @Test
    void saysWhatToDoWhereNothingWasPublishedYet() throws IOException {
        Files.delete(site.resolve("index.html"));
        Answer front = client.get("/");
        assertThat(front.status()).isEqualTo(404);
        assertThat(front.body()).contains("orrery update", "preview.js");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bytes=0-3, bytes 0-3/10, 0123",
        "bytes=4-, bytes 4-9/10, 456789",
        "bytes=-3, bytes 7-9/10, 789",
        "bytes=-99, bytes 0-9/10, 0123456789",
        "bytes=8-99, bytes 8-9/10, 89",
        "BYTES=9-9, bytes 9-9/10, 9",
        "bytes=0-9, bytes 0-9/10, 0123456789"
    })
    void givesThePartAskedFor(String range, String part, String body) {
        Answer answer = client.get("/notes.txt", "Range", range);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.field("Content-Range")).isEqualTo(part);
        assertThat(answer.field("Content-Length")).isEqualTo(String.valueOf(body.length()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "bytes=0-1,4-5",
                "bytes=5-2",
                "bytes=-",
                "bytes=a-b",
                "bytes",
                "lines=0-1",
                "bytes=0-1-2",
                "bytes=99999999999999999999-"
            })
    void givesTheWholeWhereARangeIsMalformedOrSeveral(String range) {
        Answer answer = client.get("/notes.txt", "Range", range);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("0123456789");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"bytes=10-", "bytes=11-12", "bytes=-0"})
    void saysHowLongItIsWhereARangeLiesBeyond(String range) {
        Answer answer = client.get("/notes.txt", "Range", range);
        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.field("Content-Range")).isEqualTo("bytes */10");
        assertThat(answer.body()).doesNotContain("0123456789");
    }

    @Test
    void givesAPartOnlyOfWhatTheClientHolds() {
        String etag = client.get("/notes.txt").field("ETag");
        assertThat(client.get("/notes.txt", "Range", "bytes=0-1", "If-Range", etag)
                        .status())
                .isEqualTo(206);
        assertThat(client.get("/notes.txt", "Range", "bytes=0-1", "If-Range", "Sun, 04 Oct 2026 09:08:07 GMT")
                        .status())
                .isEqualTo(206);
        assertThat(client.get("/notes.txt", "Range", "bytes=0-1", "If-Range", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/notes.txt", "Range", "bytes=0-1", "If-Range", "W/" + etag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void answersNotModifiedToWhoeverHoldsIt() {
        Answer first = client.get("/notes.txt");
        assertThat(first.field("Last-Modified")).isEqualTo("Sun, 04 Oct 2026 09:08:07 GMT");
        assertThat(first.field("Cache-Control")).isEqualTo("no-cache");
        String etag = first.field("ETag");

        for (String held : new String[] {etag, "W/" + etag, "\"other\", " + etag, "*"}) {
            Answer again = client.get("/notes.txt", "If-None-Match", held);
            assertThat(again.status()).as(held).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.field("ETag")).isEqualTo(etag);
        }
        assertThat(client.get("/notes.txt", "If-Modified-Since", "Sun, 04 Oct 2026 09:08:07 GMT")
                        .status())
                .isEqualTo(304);
        assertThat(client.get("/notes.txt", "If-Modified-Since", "Sun, 04 Oct 2026 09:08:06 GMT")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/notes.txt", "If-Modified-Since", "yesterday").status())
                .isEqualTo(200);
        assertThat(client.get(
                                "/notes.txt",
                                "If-None-Match",
                                "\"other\"",
                                "If-Modified-Since",
                                "Sun, 04 Oct 2026 09:08:07 GMT")
                        .status())
                .as("a tag outranks a date")
                .isEqualTo(200);
    }

    @Test
    void refusesWhatWasAskedOfAnotherVersion() {
        String etag = client.get("/notes.txt").field("ETag");
        assertThat(client.get("/notes.txt", "If-Match", etag).status()).isEqualTo(200);
        assertThat(client.get("/notes.txt", "If-Match", "\"other\"").status()).isEqualTo(412);
        assertThat(client.get("/notes.txt", "If-Match", "W/" + etag).status()).isEqualTo(412);
        assertThat(client.get("/notes.txt", "If-Unmodified-Since", "Sun, 04 Oct 2026 09:08:06 GMT")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void tagsAReplacedFileAnewThoughItsSizeAndDateAreTheSame() throws IOException {
        String before = client.get("/notes.txt").field("ETag");
        write("beside.txt", "9876543210");
        Files.move(
                site.resolve("beside.txt"),
                site.resolve("notes.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(client.get("/notes.txt", "If-None-Match", before).body()).isEqualTo("9876543210");
    }

    @Test
    void headGivesTheFieldsAlone() {
        for (String path : new String[] {"/notes.txt", "/index.html", "/nowhere"}) {
            Answer whole = client.get(path);
            Answer head = client.ask("HEAD", path, "Range", "bytes=0-1");
            assertThat(head.status()).as(path).isEqualTo(whole.status());
            assertThat(head.body()).as(path).isEmpty();
            assertThat(head.field("Content-Length")).as(path).isEqualTo(whole.field("Content-Length"));
            assertThat(head.field("ETag")).as(path).isEqualTo(whole.field("ETag"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"})
    void refusesOtherMethods(String method) {
        Answer answer = client.ask(method, "/notes.txt");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.field("Allow")).isEqualTo("GET, HEAD");
        assertThat(answer.body()).doesNotContain("0123456789");
    }

    @Test
    void answersOnLoopbackForThisMachinesNamesOnly() {
        assertThat(client.get("/notes.txt", "Host", "localhost:8080").status()).isEqualTo(200);
        assertThat(client.get("/notes.txt", "Host", "127.0.0.1").status()).isEqualTo(200);
        assertThat(client.get("/notes.txt", "Host", "[::1]:8080").status()).isEqualTo(200);
        assertThat(client.get("/notes.txt", "Host", "rebound.example").status()).isEqualTo(421);
        assertThat(client.get("/notes.txt", "Host", "127.0.0.1.example").status())
                .isEqualTo(421);
    }

    @Test
    void givesAnEmptyFile() throws IOException {
        write("empty.txt", "");
        Answer answer = client.get("/empty.txt");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(client.get("/empty.txt", "Range", "bytes=0-").status()).isEqualTo(416);
    }

    @Test
    void putsItsScriptIntoPagesOnTheirWayAndNeverIntoFiles() throws IOException {
        String before = Files.readString(site.resolve("index.html"));
        Answer front = client.get("/");
        assertThat(front.body()).contains("<p>Front</p><script src=\"/.orrery/preview.js\" data-site=\"");
        assertThat(front.body()).endsWith("defer></script></body>");
        assertThat(front.field("Content-Length"))
                .isEqualTo(String.valueOf(front.body().length()));
        assertThat(client.get("/.orrery/preview.js").field("Content-Type")).startsWith("text/javascript");
        assertThat(client.get("/.orrery/preview.css").field("Content-Type")).startsWith("text/css");
        assertThat(site.resolve("index.html")).content().isEqualTo(before);
        assertThat(client.get("/notes.txt").body()).doesNotContain("script");
    }

    @Test
    void saysThatTheSiteIsAnotherOnceAPublishHasEnded() throws IOException {
        String first = client.get("/.orrery/now.js").body();
        Answer page = client.get("/index.html");
        assertThat(client.get("/.orrery/now.js").body())
                .isEqualTo(first)
                .doesNotContain("\"site\":\"\"")
                .contains("\"run\":null");

        Files.createDirectory(site.resolve(".orrery-staging"));
        write(".orrery-manifest", "another");
        assertThat(client.get("/.orrery/now.js").body()).as("half-way through").contains("\"site\":\"\"");

        Files.delete(site.resolve(".orrery-staging"));
        assertThat(client.get("/.orrery/now.js").body()).isNotEqualTo(first);
        assertThat(client.get("/index.html", "If-None-Match", page.field("ETag"))
                        .status())
                .as("the page's script knows the publish that it came with")
                .isEqualTo(200);
    }

    @Test
    void showsTheRunAtWorkUntilItEndsOrIsTooOldToBeBelieved() throws IOException {
        Clock clock = Clock.fixed(MODIFIED, ZoneOffset.UTC);
        try (RunNote note = RunNote.beside(archive, 2, clock)) {
            assertThat(client.get("/.orrery/now.js").body())
                    .contains("\"run\":{\"begun\":\"2026-10-04T09:08:07Z\",\"asked\":0,\"active\":2");
            note.asked("Ada");
            note.asked("Bob \"</script>\"");
            assertThat(client.get("/.orrery/now.js").body())
                    .contains("\"asked\":2", "\"last\":\"Bob \\\"</script>\\\"\"");

            Path file = archive.resolveSibling("archive.db.run");
            Duration longestVisit = Duration.ofMinutes(10);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(longestVisit.plusSeconds(1))));
            assertThat(client.get("/.orrery/now.js").body()).contains("\"asked\":2");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(longestVisit.multipliedBy(2))));
            assertThat(client.get("/.orrery/now.js").body()).contains("\"run\":null");
        }
        assertThat(archive.getParent()).isEmptyDirectory();
    }

    @Test
    void aRunThatCannotLeaveItsNoteRunsAllTheSame() {
        try (RunNote note = RunNote.beside(folder.resolve("nowhere/archive.db"), 1, Clock.systemUTC())) {
            note.asked("Ada");
        }
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private void write(String path, String text) throws IOException {
        Path file = site.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }
}
