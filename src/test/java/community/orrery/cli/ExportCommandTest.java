package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archive as JSON lines and back: of a planet with every kind of post and feed there is. */
class ExportCommandTest {

    private static final String LAST_DAY = "<item><title>Day 2 of bea(?s:.*?)</item>";

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;
    private Path list;
    private Path archive;

    /** Shown, withdrawn, hidden, held back and merged posts; feeds that answer, fail and are gone. */
    @BeforeEach
    void live() throws IOException {
        server = FeedServer.start();
        archive = folder.resolve("archive.db");
        server.serve("/ada.xml", FeedServer.rss("ada").replace("saw on day 3", "saw &#129302; “on” \\ day 3"));
        server.serve("/bea.xml", FeedServer.rss("bea"));
        write("ada", "bea", "lost");
        update(Duration.ZERO);
        server.serve("/bea.xml", FeedServer.rss("bea").replaceFirst(LAST_DAY, ""));
        server.serve("/cy.xml", FeedServer.rss("cy"));
        server.serve("/echo.xml", FeedServer.rss("ada").replace("<title>ada", "<title>echo"));
        write("ada", "bea", "lost", "cy", "echo");
        update(Duration.ofDays(2));
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Whoever presses Ctrl-C leaves no copy of all that the archive holds among the temporary files. */
    @Test
    void anExportThatIsToldToStopLeavesNoCopyBehind() throws Exception {
        server.serve("/ada.xml", FeedServer.rss("ada").replace("saw on day 3", "saw " + "on and on ".repeat(50_000)));
        update(Duration.ofDays(4));
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process export = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "community.orrery.cli.Main",
                        "export",
                        "--archive=" + archive)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(export.getInputStream().read()).isNotNegative(); // it writes, and waits for a reader
            assertThat(temporary).isDirectoryContaining("glob:**/orrery-copy*");

            export.destroy();

            assertThat(export.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(temporary).isDirectoryNotContaining("glob:**/orrery-copy*");
        } finally {
            export.destroyForcibly();
        }
    }

    @Test
    void exportReadBackAndExportedAgainIsTheSameToTheByte() throws IOException {
        String lines = exported(archive);

        Path second = folder.resolve("elsewhere/second.db");
        assertThat(imported(lines, second)).as(terminal.err()).isZero();

        assertThat(terminal.out())
                .contains("read back from", "lines. Publish it with: orrery update --offline --archive " + second);
        assertThat(exported(second)).isEqualTo(lines);
        assertThat(lines)
                .contains("\"withdrawn\":", "\"held_back\":1", "{\"kind\":\"kinship\"", "🤖 “on” \\\\ day 3")
                .contains("\"failures\":2");
    }

    @Test
    void siteOfTheArchiveReadBackIsTheSameToTheByte() throws IOException {
        Path second = folder.resolve("second.db");
        imported(exported(archive), second);

        publish(archive, "site-one");
        publish(second, "site-two");

        assertThat(Folder.texts(folder.resolve("site-two"))).isEqualTo(Folder.texts(folder.resolve("site-one")));
        assertThat(folder.resolve("site-two/posts/ada/day-3-of-ada.html")).exists();
    }

    /** Also the text of a post that is on no page: it may come back. */
    @Test
    void theFirstRunCleansWhatWasReadBackOnceAndForAll() throws IOException, SQLException {
        Path second = folder.resolve("second.db");
        imported(exported(archive), second);
        assertThat(count(second, "cleaned")).isZero();

        publish(second, "site-two");

        assertThat(count(second, "cleaned"))
                .isEqualTo(count(second, "post"))
                .isEqualTo(count(archive, "cleaned"))
                .isPositive();
    }

    @Test
    void anExportFromBeforeTextsWereComparedThemselvesIsReadToo() throws IOException {
        String lines = exported(archive);
        String earlier = lines.replace(
                        "\"raw_digest\":", "\"essence_digest\":\"e\",\"text_digest\":\"t\",\"raw_digest\":")
                .replaceFirst("\"schema\":\\d+", "\"schema\":2");
        assertThat(earlier).isNotEqualTo(lines);

        Path second = folder.resolve("second.db");
        assertThat(imported(earlier, second)).as(terminal.err()).isZero();

        assertThat(exported(second)).isEqualTo(lines);
    }

    @Test
    void archiveReadBackGoesOnWhereTheOldOneStopped() throws IOException {
        String lines = exported(archive);
        Path second = folder.resolve("second.db");
        imported(lines, second);
        server.serve("/bea.xml", FeedServer.rss("bea"));
        server.serve("/fay.xml", FeedServer.rss("bea").replace("<title>bea", "<title>fay"));
        write("ada", "bea", "lost", "cy", "echo", "fay");

        update(Duration.ofDays(3));
        String went = exported(archive);
        archive = second;
        update(Duration.ofDays(3));

        // The same visits in the same order but for how long each answer took, and what a new folder lacked.
        assertThat(steady(exported(second))).isEqualTo(steady(went)).isNotEqualTo(steady(lines));
    }

    @Test
    void eachLineIsAnObjectThatSaysItsKindAndHoldsTheEntryAsItWasPublished() throws IOException {
        List<String> lines = exported(archive).lines().toList();

        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(lines.get(0)).path("schema").asInt()).isPositive();
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(mapper.readTree(line).path("kind").asText()).matches("[a-z_]+"));
        JsonNode post = mapper.readTree(lines.stream()
                .filter(line -> line.contains("Day 3 of ada"))
                .findFirst()
                .orElseThrow());
        assertThat(post.at("/metadata/link").asText()).isEqualTo("https://ada.example/3");
        assertThat(post.at("/content/markup").asText()).startsWith("<p>What ada saw");
        assertThat(post.at("/ids/0/id").asText()).isEqualTo("https://ada.example/3");
        assertThat(mapper.readTree(lines.get(lines.size() - 1)).path("lines").asInt())
                .isEqualTo(lines.size() - 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cut off            | (?s)\\{\"kind\":\"end.*        | ''                           | ends in the middle",
                "a line lost        | \\{\"kind\":\"kinship.*\\n     | ''                           | some are lost or doubled",
                "a newer schema     | \"schema\":[0-9]+              | \"schema\":99                | A newer Orrery",
                "an unknown column  | \"xml_url\"                    | \"yml_url\"                  | has no “yml_url”",
                "an unknown kind    | \"kind\":\"kinship\"           | \"kind\":\"friendship\"      | Nothing of the kind",
                "made by ourselves  | \"kind\":\"kinship\"           | \"kind\":\"cleaned\"         | No line of an export",
                "a fact by itself   | \"kind\":\"kinship\"           | \"kind\":\"fact\"            | No line of an export",
                "not JSON           | \"member\"                     | member                       | not JSON",
                "another beginning  | \"format\":1                   | \"format\":0                 | no export",
                "more in the header | \"format\":1                   | \"format\":1,\"more\":{}     | neither text nor a number",
                "a list in an id    | \"ids\":\\[\\{                 | \"ids\":[{\"more\":[],       | neither text nor a number",
                "an id of no kind   | \"id_kind\":\"[A-Z]+\"         | \"id_kind\":\"NAME\"         | cannot be read",
                "a date that is none | \"published\":\"2             | \"published\":\"no 2         | cannot be read",
                "a post of no feed  | (\"id_kind\":\"[A-Z]+\",\"feed\":)[0-9]+ | $199        | belongs to no feed",
                "a day of no week   | \"skip_days\":\"\"             | \"skip_days\":\"NODAY\"      | cannot be read",
                "no way to set type | \"maths\":[0-9]               | \"maths\":9                  | cannot be read",
                "a line twice       | (\\{\"kind\":\"kinship.*\\n)   | $1$1                         | contradicts a line before",
            })
    void refusesWhatIsNoWholeExport(String name, String pattern, String with, String words) throws IOException {
        String lines = exported(archive).replaceFirst(pattern, with);
        Path second = folder.resolve("second.db");

        assertThat(imported(lines, second)).isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains("second.db: The export, line", words, "Nothing was imported");
        assertThat(second).doesNotExist();
        assertThat(second.resolveSibling("second.db-wal")).doesNotExist();
    }

    @Test
    void leavesAnArchiveThatAnotherHoldsAlone() throws IOException {
        String lines = exported(archive);
        Path second = folder.resolve("second.db");
        Path lock = second.resolveSibling("second.db.lock");

        try (Archive held = Archive.open(second)) {
            assertThat(imported(lines, second)).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("in use by process");
            assertThat(lock).exists();
            assertThat(held.isEmpty()).isTrue();
        }
        assertThat(imported(lines, second)).isZero();
    }

    @Test
    void putsNoAddressThatABrowserWouldRunOnAPageAndNoFileElsewhere() throws IOException {
        String lines = exported(archive);
        Path second = folder.resolve("second.db");
        assertThat(imported(lines.replace("\"slug\":\"day-3-of-ada\"", "\"slug\":\"../../evil\""), second))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("letters, digits and hyphens", "Nothing was imported");

        assertThat(imported(
                        lines.replace("\"link\":\"https://ada.example/3\"", "\"link\":\"javascript:alert(1)//\""),
                        second))
                .isZero();
        publish(second, "second");
        assertThat(Folder.texts(folder.resolve("second")).values())
                .noneMatch(text -> text.contains("javascript:alert"));
    }

    @Test
    void refusesAnArchiveThatHoldsSomething() throws IOException {
        String lines = exported(archive);

        assertThat(imported(lines, archive)).isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains("holds feeds or posts already", "--archive FILE");
        assertThat(exported(archive)).isEqualTo(lines);
    }

    @Test
    void dryRunReadsAndWritesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("all.jsonl"), exported(archive));
        Path second = folder.resolve("second.db");

        assertThat(terminal.run("import", file.toString(), "--dry-run", "--archive=" + second))
                .isZero();

        assertThat(terminal.out()).contains("is sound", "(--dry-run)");
        assertThat(second).doesNotExist();
    }

    @Test
    void writesAFileWholeAndSaysWhatIsMissing() throws IOException {
        Path file = folder.resolve("all.jsonl");
        assertThat(terminal.run("export", file.toString(), "--archive=" + archive))
                .isZero();
        assertThat(terminal.out()).isEmpty();
        assertThat(file).hasContent(exported(archive));
        assertThat(file.resolveSibling("all.jsonl.new")).doesNotExist();

        assertThat(terminal.run("export", "--archive=" + folder.resolve("none.db")))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("none.db: there is no archive yet");
        assertThat(terminal.run("export", folder.resolve("no/such/x").toString(), "--archive=" + archive))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("cannot be written (no such file)");
    }

    @Test
    void anExportThatFailsLeavesNoHalfOfItBehind() {
        Path file = folder.resolve("planet.jsonl");
        Archive closed = Archive.rehearse(archive);
        closed.close();

        assertThatExceptionOfType(ArchiveException.class).isThrownBy(() -> ExportCommand.write(closed, file));

        assertThat(folder.resolve("planet.jsonl.new")).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatItWritesIsForItsOwnersEyesUnlessTheOperatorDecidedOtherwise() throws IOException {
        Path file = folder.resolve("all.jsonl");
        terminal.run("export", file.toString(), "--archive=" + archive);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        terminal.run("export", file.toString(), "--archive=" + archive);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");

        terminal.run("export", "--help");
        assertThat(terminal.out().replaceAll("\\s+", " ")).contains("open with a password hold that password here");
    }

    @Test
    void replacesNothingButAFile() throws IOException {
        Path held = Files.createDirectory(folder.resolve("held"));

        assertThat(terminal.run("export", held.toString(), "--archive=" + archive))
                .isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains("is no file that could be replaced");
        assertThat(held).isEmptyDirectory();
    }

    /** Whoever takes FILE for what is to be exported would else lose it. */
    @Test
    void replacesNothingButAnExport() throws IOException {
        Path list = Files.writeString(folder.resolve("a-list.opml"), "<opml/>");
        byte[] held = Files.readAllBytes(archive);

        for (Path other : List.of(archive, list)) {
            assertThat(terminal.run("export", other.toString(), "--archive=" + archive))
                    .isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains(other + ": is no export", "--archive");
        }

        assertThat(archive).hasBinaryContent(held);
        assertThat(list).hasContent("<opml/>");
        Path empty = Files.createFile(folder.resolve("begun.jsonl"));
        assertThat(terminal.run("export", empty.toString(), "--archive=" + archive))
                .isZero();
    }

    private void write(String... members) throws IOException {
        StringBuilder text =
                new StringBuilder("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title>"
                        + "<planet:hostPause>PT0S</planet:hostPause><planet:newcomerPosts>1</planet:newcomerPosts>"
                        + "<planet:requests>1</planet:requests>"
                        + "<planet:hidden url=\"https://ada.example/1\" why=\"asked\"/></head><body>\n");
        Stream.of(members)
                .forEach(member -> text.append(
                        "<outline text=\"" + member + "\" xmlUrl=\"" + server.url("/" + member + ".xml") + "\"/>\n"));
        list = Files.writeString(folder.resolve("feeds.opml"), text + "</body></opml>\n");
    }

    private void update(Duration later) {
        assertThat(terminal.runAt(
                        Terminal.TODAY.plus(later),
                        "update",
                        "--force",
                        "--allow-private-addresses",
                        "--feeds=" + list,
                        "--output=" + folder.resolve("out-" + archive.getFileName()),
                        "--archive=" + archive))
                .as(terminal.err())
                .isZero();
    }

    private void publish(Path from, String site) {
        assertThat(terminal.run(
                        "update",
                        "--offline",
                        "--feeds=" + list,
                        "--output=" + folder.resolve(site),
                        "--archive=" + from))
                .as(terminal.err())
                .isZero();
    }

    private static int count(Path of, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + of);
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            return rows.getInt(1);
        }
    }

    private String exported(Path from) {
        assertThat(terminal.run("export", "--archive=" + from))
                .as(terminal.err())
                .isZero();
        return terminal.out();
    }

    private int imported(String lines, Path into) throws IOException {
        Path file = Files.writeString(folder.resolve("all.jsonl"), lines);
        return terminal.run("import", file.toString(), "--archive=" + into);
    }

    private static String steady(String lines) {
        return lines.replaceAll("\"(?:last_response|published_from|stamp|took|slowest|written)\":-?[0-9]+,?", "");
    }
}
