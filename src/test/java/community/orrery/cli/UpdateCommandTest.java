package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.demo.DemoServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code update} promises at the command line, over real HTTP to the sample community's server. */
class UpdateCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path list;
    private Path output;
    private Path archive;

    @BeforeEach
    void place() {
        list = folder.resolve("feeds.opml");
        output = folder.resolve("output");
        archive = folder.resolve(".orrery/archive.db");
    }

    @Test
    void asksOnlyFeedsThatAreDueUnlessForced() throws IOException {
        try (DemoServer server = published()) {
            assertThat(update("--allow-private-addresses")).isZero();
            assertThat(server.takeAnswers()).containsEntry(200, 10);

            assertThat(update("--allow-private-addresses")).isZero();
            assertThat(server.takeAnswers()).isEmpty();
            assertThat(terminal.out()).contains("none was due yet, of 10", "--force");

            assertThat(update("--allow-private-addresses", "--force")).isZero();
            assertThat(server.takeAnswers()).containsOnlyKeys(304);
        }
    }

    @Test
    void asksAgainADayLater() throws IOException {
        try (DemoServer server = published()) {
            update("--allow-private-addresses");
            server.takeAnswers();

            assertThat(updateAfter(Duration.ofHours(25), "--allow-private-addresses"))
                    .isZero();

            assertThat(server.takeAnswers()).containsEntry(304, 10);
        }
    }

    @Test
    void refusesPrivateAddressesUnlessAllowed() throws IOException {
        try (DemoServer server = published()) {
            assertThat(update()).isEqualTo(ExitCode.NO_FEED);
            assertThat(server.takeAnswers()).isEmpty();
            assertThat(terminal.out()).contains("--allow-private-addresses");
        }
    }

    @Test
    void publishesWhatTheArchiveHoldsWhenNobodyCanBeReached() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update("--allow-private-addresses");
        }
        Files.delete(output.resolve("index.html"));

        assertThat(updateAfter(Duration.ofDays(2), "--allow-private-addresses")).isEqualTo(ExitCode.NO_FEED);

        assertThat(output.resolve("index.html")).exists();
        assertThat(terminal.out().lines().filter(line -> line.startsWith("  x ")))
                .hasSize(10);
        assertThat(terminal.err()).contains("No feed could be fetched", "demo");
    }

    @Test
    void offlineAsksNobodyAndStillPublishes() throws IOException {
        try (DemoServer server = published()) {
            update("--allow-private-addresses");
            server.takeAnswers();
            Files.delete(output.resolve("index.html"));

            assertThat(update("--offline")).isZero();

            assertThat(server.takeAnswers()).isEmpty();
            assertThat(output.resolve("index.html")).exists();
        }
    }

    @Test
    void dryRunSaysWhatWouldChangeAndWritesNothing() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            assertThat(update("--allow-private-addresses", "--dry-run")).isZero();
        }
        assertThat(terminal.out()).containsPattern("Posts: [1-9][0-9]* new").contains("nothing written");
        assertThat(output).doesNotExist();
        assertThat(archive).doesNotExist();
    }

    @Test
    void dryRunLeavesAnArchiveAndASiteAsTheyAre() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update("--allow-private-addresses");
            var site = Folder.texts(output);
            Folder.age(folder);

            assertThat(update("--allow-private-addresses", "--dry-run", "--force"))
                    .isZero();

            assertThat(Folder.texts(output)).isEqualTo(site);
            assertThat(Folder.rewritten(folder)).isEmpty();
        }
    }

    @Test
    void tellsEveryMistakeOfTheListBeforeAnyRequest() throws IOException {
        try (DemoServer server = published()) {
            Files.writeString(
                    list,
                    server.opml()
                            .replaceFirst("</head>", "<planet:postPerPage>20</planet:postPerPage></head>")
                            .replaceFirst("xmlUrl=\"http:", "xmlUrl=\"gopher:"));

            assertThat(update("--allow-private-addresses")).isEqualTo(ExitCode.MEND);

            assertThat(server.takeAnswers()).isEmpty();
            assertThat(terminal.err())
                    .containsPattern("feeds\\.opml:[0-9]+: .*postPerPage")
                    .containsPattern("feeds\\.opml:[0-9]+: .*gopher");
            assertThat(output).doesNotExist();
        }
    }

    @Test
    void saysWhereItLookedForAMissingList() {
        assertThat(update()).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("feeds.opml", "no such file", "--feeds");
    }

    @Test
    void neverReplacesASiteWhoseArchiveIsMissing() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update("--allow-private-addresses");
            var site = Folder.texts(output);
            Files.delete(archive);

            assertThat(update("--allow-private-addresses")).isEqualTo(ExitCode.MEND);

            assertThat(terminal.err()).contains("archive", "missing", "backup");
            assertThat(Folder.texts(output)).isEqualTo(site);
        }
    }

    /** Whoever loses the archive and the site with it still has what the backups hold, also when no feed can be asked. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void putsABackupInThePlaceOfAMissingArchiveWhateverTheOutputHolds(boolean siteIsThere) throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update("--allow-private-addresses");
            updateAfter(Duration.ofDays(2), "--allow-private-addresses");
        }
        assertThat(archive.resolveSibling("backups")).isNotEmptyDirectory();
        var site = Folder.texts(output.resolve("posts"));
        assertThat(site).hasSizeGreaterThan(50);
        Files.delete(archive);
        Path old = output;
        output = siteIsThere ? old : folder.resolve("empty");

        assertThat(updateAfter(Duration.ofDays(2), "--dry-run")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("is missing", "To begin anew", "The next update puts");
        assertThat(terminal.run("posts", "--feeds=" + list, "--archive=" + archive))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("is missing", "The next update puts");

        assertThat(updateAfter(Duration.ofDays(2), "--offline"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.err()).contains("is missing", "was put in its place", "move that folder away first");
        assertThat(Folder.texts(output.resolve("posts"))).isEqualTo(site);
    }

    /** As in a folder that this user may not look into: to begin anew would be the wrong advice. */
    @Test
    void anArchiveThatCannotBeLookedAtIsNotTakenForAMissingOne() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update("--allow-private-addresses");
        }
        archive = Files.writeString(folder.resolve("no-folder"), "").resolve("any/archive.db");

        for (String[] command : new String[][] {
            {"update", "--output=" + output}, {"update", "--output=" + output, "--dry-run"}, {"status"}, {"posts"}
        }) {
            String[] arguments = Stream.concat(Stream.of(command), Stream.of("--feeds=" + list, "--archive=" + archive))
                    .toArray(String[]::new);
            assertThat(terminal.run(arguments)).as(command[0]).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err())
                    .as(command[0])
                    .contains("no-folder")
                    .doesNotContain("missing", "no archive yet", "anew");
        }
    }

    @Test
    void anArchiveThatIsAFolderIsCalledOne() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
        }
        archive = Files.createDirectory(folder.resolve("planet"));

        for (String command : List.of("update", "status", "posts", "export")) {
            String feeds = command.equals("export") ? "" : "--feeds=" + list;
            assertThat(terminal.run(Stream.of(command, feeds, "--archive=" + archive)
                            .filter(argument -> !argument.isEmpty())
                            .toArray(String[]::new)))
                    .as(command)
                    .isEqualTo(ExitCode.MEND);
            assertThat(terminal.err())
                    .as(command)
                    .contains(archive + " is a folder", "--archive " + archive.resolve("archive.db"));
        }
    }

    @Test
    void isWhatHappensWithoutACommand() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            int exit = terminal.run(
                    "--feeds",
                    list.toString(),
                    "--output",
                    output.toString(),
                    "--archive",
                    archive.toString(),
                    "--allow-private-addresses");
            assertThat(exit).isZero();
            assertThat(output.resolve("index.html")).exists();
        }
    }

    @Test
    void quietSaysNothingWhenAllIsWell() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            assertThat(update("--allow-private-addresses", "-q")).isZero();
            assertThat(terminal.out()).isEmpty();
            assertThat(terminal.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "update", "run", "status", "demo"})
    void helpTellsTheExitCodes(String command) {
        int exit = command.isEmpty() ? terminal.run("--help") : terminal.run(command, "--help");
        assertThat(exit).isZero();
        assertThat(terminal.out()).contains("Exit codes", "no feed could be fetched");
    }

    @Test
    void doesNotGuessAtAnUnknownOption() {
        assertThat(terminal.run("update", "--everything")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--everything");
    }

    @Test
    void tellsItsVersion() {
        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.out()).startsWith("Orrery ");
    }

    /** Feeds on a port where nobody listens any more are feeds that cannot be reached. */
    @Test
    void saysInOneSentenceAFeedWhyItCouldNotBeReached() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Files.writeString(
                list,
                "<opml version=\"2.0\"><head><title>T</title></head><body><outline type=\"rss\" text=\"Ada\""
                        + " xmlUrl=\"http://127.0.0.1:" + free + "/feed.xml\"/></body></opml>");

        assertThat(update("--allow-private-addresses")).isEqualTo(ExitCode.NO_FEED);

        assertThat(terminal.out().lines().filter(line -> line.contains("Ada")))
                .singleElement()
                .asString()
                .contains("http://127.0.0.1:" + free + "/feed.xml");
    }

    @Test
    void makesNoFeedWaitBecauseOurOwnConnectionIsDown() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Files.writeString(
                list,
                "<opml version=\"2.0\"><head><title>T</title></head><body>"
                        + "<outline type=\"rss\" text=\"Ada\" xmlUrl=\"http://127.0.0.1:" + free + "/feed.xml\"/>"
                        + "<outline type=\"rss\" text=\"Grace\" xmlUrl=\"http://127.0.0.2:" + free + "/feed.xml\"/>"
                        + "</body></opml>");
        assertThat(update("--allow-private-addresses")).isEqualTo(ExitCode.NO_FEED);

        assertThat(update("--allow-private-addresses")).isEqualTo(ExitCode.NO_FEED);

        assertThat(terminal.out()).contains("2 asked");
    }

    private DemoServer published() throws IOException {
        DemoServer server = DemoServer.start();
        Files.writeString(list, server.opml());
        return server;
    }

    private int update(String... options) {
        return updateAfter(Duration.ZERO, options);
    }

    private int updateAfter(Duration later, String... options) {
        String[] all = new String[options.length + 7];
        String[] places = {
            "update", "--feeds", list.toString(), "--output", output.toString(), "--archive", archive.toString()
        };
        System.arraycopy(places, 0, all, 0, places.length);
        System.arraycopy(options, 0, all, places.length, options.length);
        return terminal.runAt(Terminal.TODAY.plus(later), all);
    }
}
