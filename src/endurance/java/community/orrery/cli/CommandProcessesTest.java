package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command as a process of its own, as a shell or a script meets it: exit code, both streams, the files it leaves. */
class CommandProcessesTest {

    private static final Path POSTS =
            Path.of("src/test/resources/migrate/posts").toAbsolutePath();

    @TempDir
    private Path folder;

    private FeedServer server;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void start() throws IOException {
        server = FeedServer.start();
        server.serve("/ada.xml", FeedServer.rss("ada"));
        server.serve("/bea.xml", FeedServer.rss("bea"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void movesAPlanetHereRunsItAndTakesItsArchiveElsewhere() throws Exception {
        Path authors = Files.writeString(
                folder.resolve("authors.yml"),
                "- name: Ada Q.\n  tag: ada\n  url: https://ada.example/\n  feed: " + server.url("/ada.xml")
                        + "\n  shoe: 39\n");
        Path list = folder.resolve("feeds.opml");

        Ended ended = orrery("import", authors.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("is hpc.social's authors.yml.", "begun with 1 feed");
        assertThat(ended.err()).contains("authors.yml:5: shoe is not carried over.");
        assertThat(list).content().contains("planet:id=\"ada\"");

        ended = orrery("import", "--posts", POSTS.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("Ada Q.: 3 posts stored, 3 new.");
        assertThat(ended.err()).contains("“numbers” is no member", "“stranger” is no member");
        assertThat(folder.resolve(".orrery/archive.db")).exists();

        ended = orrery("add", server.url("/bea.xml"), "--group", "Friends", "--allow-private-addresses");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("It would publish, among 3:", "“bea” is a member now.");
        assertThat(ended.err()).isEmpty();
        ended = orrery("add", server.url("/bea.xml"), "--allow-private-addresses");
        assertThat(ended).returns(1, Ended::code).returns("", Ended::out);
        assertThat(ended.err()).contains("has this feed already, in line");

        ended = orrery("update", "--allow-private-addresses");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("2 asked, 2 with news");
        assertThat(ended.err()).isEmpty();
        assertThat(posts("ada")).hasSize(6);

        ended = orrery("export");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("{\"kind\":\"archive\"").contains("Only the planet remembers");
        Path lines = Files.writeString(folder.resolve("all.jsonl"), ended.out());
        ended = orrery("import", lines.toString());
        assertThat(ended).returns(1, Ended::code).returns("", Ended::out);
        assertThat(ended.err()).contains("holds feeds or posts already");
        ended = orrery("import", lines.toString(), "--archive", "new/archive.db");
        assertThat(ended).returns(0, Ended::code).returns("", Ended::err);
        assertThat(orrery("export", "--archive", "new/archive.db").out()).isEqualTo(Files.readString(lines));
    }

    @Test
    void looksAfterMembersAndPosts() throws Exception {
        Path list = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\">\n<head>\n  <title>T</title>\n</head>\n<body>\n  <!-- kept -->\n"
                        + "  <outline text=\"Ada\" xmlUrl=\"" + server.url("/ada.xml") + "\"/>\n"
                        + "  <outline text=\"Bea\" xmlUrl=\"" + server.url("/bea.xml") + "\"/>\n</body>\n</opml>\n");
        String before = Files.readString(list);
        Path old =
                Files.writeString(folder.resolve("old.opml"), before.replaceFirst("  <outline text=\"Bea\".*\n", ""));

        assertQuiet(orrery("validate"), "is sound. Members: 2 (0 retired).");
        assertQuiet(orrery("check", "--base", "old.opml", "--allow-private-addresses"), "Fit: 3 entries.");
        assertThat(orrery("check", server.url("/none"), "--allow-private-addresses"))
                .returns(1, Ended::code)
                .returns("", Ended::err);
        assertQuiet(orrery("--allow-private-addresses"), "2 asked, 2 with news");
        assertQuiet(orrery("status"), "Ada");
        assertQuiet(orrery("status", "bea"), "Bea");
        assertQuiet(orrery("posts", "ada"), "3 posts.");

        assertQuiet(orrery("hide", "https://ada.example/2", "--why", "asked"), "It hides “Day 2 of ada” by Ada.");
        assertQuiet(orrery("update", "--offline"), "");
        assertThat(posts("ada")).hasSize(2);
        assertQuiet(orrery("unhide", "https://ada.example/2"), "is no longer hidden");
        assertQuiet(orrery("update", "--offline"), "");
        assertThat(posts("ada")).hasSize(3);

        assertQuiet(orrery("rename", "bea", "Beatrice"), "is now called “Beatrice”");
        assertQuiet(orrery("retire", "bea"), "is retired");
        assertThat(list).content().contains("planet:id=\"bea\"", "planet:status=\"retired\"");
        assertQuiet(orrery("remove", "bea", "--dry-run"), "(--dry-run)");
        assertQuiet(orrery("remove", "bea"), "is no longer a member");
        assertThat(Files.readString(list).replaceFirst(" xmlns:planet=\"[^\"]*\"", ""))
                .isEqualTo(Files.readString(old));

        assertThat(orrery("remove", "bea")).returns(1, Ended::code).returns("", Ended::out);
        assertThat(orrery("hide", "https://ada.example/2").code()).isEqualTo(2);
        Ended help = orrery("import", "--help");
        assertQuiet(help, "--posts");
        assertThat(help.out()).contains("Exit codes:");
        Ended completion = orrery("completion");
        assertQuiet(completion, "complete -F");
        assertThat(completion.out()).contains("import", "export", "--posts");
    }

    @Test
    void tellsAScriptByItsExitCodeHowARunWent() throws Exception {
        Path list = Files.writeString(folder.resolve("feeds.opml"), list("/ada.xml", "/bea.xml"));
        assertQuiet(orrery("update", "--allow-private-addresses", "--dry-run"), "2 asked, 2 with news");
        assertThat(folder.resolve("output")).doesNotExist();
        assertThat(folder.resolve(".orrery")).doesNotExist();

        Files.writeString(list, list("/ada.xml", "/none.xml"));
        Ended partly = orrery("update", "--allow-private-addresses");
        assertThat(partly.code()).as(partly.err()).isZero();
        assertThat(partly.out()).contains("2 asked, 1 with news", "404");

        Files.writeString(list, list("/none.xml"));
        Ended none = orrery("update", "--force", "--allow-private-addresses");
        assertThat(none.code()).as(none.err()).isEqualTo(3);
        assertThat(none.err()).contains("No feed could be fetched");
        assertThat(folder.resolve("output/index.html")).exists();

        Files.writeString(list, list("/ada.xml").replace("</head>", "</haed>"));
        for (String command : List.of("update", "run", "validate", "check")) {
            Ended broken = orrery(command);
            assertThat(broken.code()).as(command).isEqualTo(1);
            assertThat(broken.err() + broken.out()).as(command).containsPattern("(feeds\\.opml:|Line )4");
        }
        Ended unknown = orrery("update", "--forse");
        assertThat(unknown).returns(2, Ended::code).returns("", Ended::out);
        assertThat(unknown.err()).contains("--forse", "--force");
        assertQuiet(orrery("--version"), "Orrery ");
    }

    @Test
    void showsAnEditAsADiffAndWritesNothing() throws Exception {
        Path list = Files.writeString(folder.resolve("feeds.opml"), list("/ada.xml", "/none.xml"));
        String before = Files.readString(list);
        Path other = Files.writeString(folder.resolve("people.opml"), list("/bea.xml"));
        List<List<String>> edits = List.of(
                List.of("add", server.url("/bea.xml"), "--allow-private-addresses"),
                List.of("rename", "ada", "Ada the Great"),
                List.of("retire", "ada"),
                List.of("remove", "ada"),
                List.of("hide", "https://ada.example/2", "--why", "asked"),
                List.of("import", other.toString()));
        for (List<String> edit : edits) {
            Ended ended =
                    orrery(Stream.concat(edit.stream(), Stream.of("--dry-run")).toArray(String[]::new));
            assertThat(ended.code()).as(edit + ended.err()).isZero();
            assertThat(ended.out()).as(edit.get(0)).containsPattern("(?m)^[+-].*(outline|planet:hidden)");
            assertThat(ended.out()).as(edit.get(0)).contains("Nothing was written (--dry-run).");
            assertThat(list).as(edit.get(0)).hasContent(before);
        }
    }

    @Test
    void checksForAPersonAPullRequestAndAProgram() throws Exception {
        Files.writeString(folder.resolve("feeds.opml"), list("/ada.xml", "/none.xml"));
        for (String format : List.of("text", "markdown", "json")) {
            Ended ended = orrery("check", "--format", format, "--allow-private-addresses");
            assertThat(ended).as(format).returns(1, Ended::code).returns("", Ended::err);
            assertThat(ended.out()).as(format).contains("404", "ETag");
        }
        assertThat(orrery("check", server.url("/ada.xml"), "--allow-private-addresses")
                        .code())
                .as("warnings never fail")
                .isZero();
        Path file = folder.resolve("all.jsonl");
        assertQuiet(orrery("update", "--allow-private-addresses", "--quiet"), "");
        assertThat(orrery("export", file.toString())).returns(0, Ended::code).returns("", Ended::out);
        assertThat(file).content().startsWith("{\"kind\":\"archive\"").endsWith("}\n");
    }

    @Test
    void showsASampleCommunityInABrowser() throws Exception {
        assertQuiet(orrery("demo"), "the second time: 10 × 304");
        Process serve = start("serve", "--listen", "0");
        try (BufferedReader out = serve.inputReader()) {
            String said = out.readLine();
            assertThat(said).startsWith("Showing output at http://127.0.0.1:");
            URI page = URI.create(said.replaceFirst(".* at (\\S+) .*", "$1"));
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(page.resolve("feed.xml"))
                                    .header("Range", "bytes=0-4")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo("<?xml");
            serve.destroy();
            assertThat(serve.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            serve.destroyForcibly();
        }
    }

    private String list(String... feeds) {
        StringBuilder list = new StringBuilder("<opml version=\"2.0\">\n<head>\n  <title>T</title>\n</head>\n<body>\n");
        for (String feed : feeds) {
            list.append("  <outline text=\"" + feed.replaceAll("[/.]|xml", "") + "\" xmlUrl=\"" + server.url(feed)
                    + "\"/>\n");
        }
        return list + "</body>\n</opml>\n";
    }

    private static void assertQuiet(Ended ended, String words) {
        assertThat(ended).as(ended.err() + ended.out()).returns(0, Ended::code).returns("", Ended::err);
        assertThat(ended.out()).contains(words);
    }

    private List<String> posts(String member) throws IOException {
        try (Stream<Path> pages = Files.list(folder.resolve("output/posts/" + member))) {
            return pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .toList();
        }
    }

    private Ended orrery(String... arguments) throws IOException, InterruptedException {
        File out = folder.resolve("stdout").toFile();
        File err = folder.resolve("stderr").toFile();
        Process process = new ProcessBuilder(command(arguments))
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out.toPath(), StandardCharsets.UTF_8),
                Files.readString(err.toPath(), StandardCharsets.UTF_8));
    }

    /** One that stays. */
    private Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments)).directory(folder.toFile()).start();
    }

    private static List<String> command(String... arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "community.orrery.cli.Main"),
                        Stream.of(arguments))
                .toList();
    }
}
