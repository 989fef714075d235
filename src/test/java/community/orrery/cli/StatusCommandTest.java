package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.Archive;
import community.orrery.demo.DemoServer;
import community.orrery.metrics.Figures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status page and {@code orrery status} after real runs over the sample community. */
class StatusCommandTest {

    /** What the publisher notes of each file, with its digest: it follows the status page. */
    private static final String MANIFEST = ".orrery-manifest";

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
    void onlyTheStatusPageIsRewrittenWhenNothingIsNewAndNothingWhenNobodyWasAsked() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update(Duration.ZERO);
            Folder.age(output);
            List<String> manifest = manifest();

            update(Duration.ZERO);
            assertThat(terminal.out()).contains("none was due yet", " 0 written");
            assertThat(Folder.rewritten(output)).isEmpty();

            update(Duration.ofHours(25));
            assertThat(terminal.out()).contains("10 unchanged", " 2 written");
            assertThat(Folder.rewritten(output)).containsExactly(MANIFEST, "status.html", "status.json");
            assertThat(manifest())
                    .hasSameSizeAs(manifest)
                    .filteredOn(line -> !manifest.contains(line))
                    .hasSize(2)
                    .allMatch(line -> line.contains("status."));
        }
    }

    private List<String> manifest() {
        return Folder.read(output.resolve(MANIFEST)).lines().toList();
    }

    @Test
    void saysWhatBecameOfEveryBlogAndOfACopy() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update(Duration.ZERO);
        }
        Document page = Jsoup.parse(Folder.read(output.resolve("status.html")));
        assertThat(page.select(".patients > li")).hasSize(10);
        assertThat(page.select("#blog-rank-zero .visits").text())
                .contains("well", "read, ", "Last read November 1, 2026, 12:00");
        String why = page.select("#blog-node-zero-collective .why a").attr("href");
        assertThat(Jsoup.parse(Folder.read(output.resolve(why)))
                        .select(".absences li")
                        .text())
                .contains("A halo exchange, three ways", "Rank Zero");

        assertThat(status()).isZero();
        assertThat(terminal.out().lines().filter(line -> line.startsWith("Rank Zero")))
                .singleElement()
                .asString()
                .contains("2026-11-01 12:00", "shown");

        assertThat(status("node-zero-collective")).isZero();
        assertThat(terminal.out()).contains("1 merged", "merged with \"A halo exchange, three ways\" of rank-zero");
    }

    @Test
    void countsFeedsThatNeedSomebody() throws IOException {
        try (FeedServer server = FeedServer.start()) {
            server.serve("/ada", FeedServer.rss("ada"));
            Files.writeString(
                    list,
                    "<opml version=\"2.0\"><head><title>T</title></head><body><outline text=\"Ada\" xmlUrl=\""
                            + server.url("/ada") + "\"/><outline text=\"Bea\" xmlUrl=\"" + server.url("/bea")
                            + "\"/></body></opml>");
            update(Duration.ZERO);
            assertThat(status()).isZero();
            assertThat(terminal.out()).contains("0 feeds need somebody.");

            update(Duration.ofDays(9));

            assertThat(status()).isZero();
            assertThat(terminal.out()).contains(" 1 feed needs somebody.");
        }
    }

    @Test
    void showsFeedsThatFailForAWeek() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            update(Duration.ZERO);
        }
        update(Duration.ofHours(25));
        update(Duration.ofDays(9));

        Document page = Jsoup.parse(Folder.read(output.resolve("status.html")));
        assertThat(page.select(".alarm li")).hasSize(10);
        assertThat(page.select("#blog-rank-zero .visits").text())
                .contains("failing for over a week", "Last read November 1, 2026");

        assertThat(status("Rank Zero")).isZero();
        assertThat(terminal.out()).contains("failing for over a week since 2026-11-02", "Last read   2026-11-01");
    }

    @Test
    void tellsAHiddenPostWithTheLineThatHidesIt() throws IOException {
        try (DemoServer server = published()) {
            update(Duration.ZERO);
            Files.writeString(
                    list,
                    server.opml()
                            .replaceFirst(
                                    "</head>",
                                    "<planet:hidden url=\"posts/rank-zero/a-halo-exchange-three-ways.html\""
                                            + " why=\"asked for by telephone\"/></head>"));
            update(Duration.ZERO);
        }
        assertThat(status("rank-zero")).isZero();
        assertThat(terminal.out()).contains("1 hidden", "of the list: asked for by telephone");
        assertThat(Folder.read(output.resolve("status.html"))).doesNotContain("halo exchange");
        assertThat(Folder.read(output.resolve("status/rank-zero.html")))
                .contains("asked for by telephone")
                .doesNotContain("halo exchange");
    }

    @Test
    void isAnsweredWhileARunHoldsTheArchive() throws Exception {
        try (DemoServer server = published();
                ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            update(Duration.ZERO);
            Files.writeString(
                    list,
                    server.opml()
                            .replaceFirst(
                                    "</body>",
                                    "<outline type=\"rss\" text=\"Silent\" xmlUrl=\"http://127.0.0.1:"
                                            + silent.getLocalPort() + "/feed.xml\"/></body>"));
            Thread run = new Thread(() -> update(new Terminal(), Duration.ofHours(2)));
            run.start();
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();
                assertThat(status()).as(terminal.err()).isZero();
                assertThat(terminal.out()).contains("Rank Zero", "Silent");
                assertThat(terminal.run("posts", "--feeds", list.toString(), "--archive", archive.toString()))
                        .isZero();
                assertThat(terminal.out()).contains("A halo exchange, three ways");
                assertThat(terminal.run(
                                "hide",
                                "posts/rank-zero/a-halo-exchange-three-ways.html",
                                "--why",
                                "asked for",
                                "--feeds",
                                list.toString(),
                                "--archive",
                                archive.toString(),
                                "--dry-run"))
                        .isZero();
                assertThat(terminal.out()).contains("It hides “");
                update(Duration.ZERO);
                assertThat(terminal.err()).contains("is in use by process");
            }
            run.join(60_000);
        }
    }

    @Test
    void saysWhatToDoWithoutAnArchiveOrForAnUnknownMember() throws IOException {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            assertThat(status()).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("there is no archive yet", "update", "--archive");
            assertThat(archive).doesNotExist();

            update(Duration.ZERO);
            assertThat(status("nobody")).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("\"nobody\"", "lists them all");
        }
    }

    @Test
    void runFollowsTheLastGoodListAndSaysSoWhileAnEditIsBroken() throws Exception {
        try (DemoServer server = published()) {
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            try (Rounds rounds = rounds(false, told)) {
                assertThat(rounds.sweep()).isZero();

                Files.writeString(list, server.opml().replaceFirst("</outline>", "</outlin>"));
                assertThat(rounds.sweep()).isZero();

                Document page = Jsoup.parse(Folder.read(output.resolve("status.html")));
                assertThat(page.select(".list-trouble pre").text())
                        .startsWith("feeds.opml:")
                        .doesNotContain(folder.toString());
                assertThat(page.select(".patients > li")).hasSize(10);

                Files.writeString(list, server.opml());
                assertThat(rounds.sweep()).isZero();
                assertThat(Folder.read(output.resolve("status.html"))).doesNotContain("list-trouble");
            }
        }
    }

    /** What the list's text alone does not tell: that Quartz has no such moment, that there is no such folder. */
    @ParameterizedTest
    @ValueSource(strings = {"schedule>0 0 0 30 2 ?", "theme>nope"})
    void runTakesASettingThatCannotBeFollowedForABrokenEdit(String setting) throws Exception {
        try (DemoServer server = published()) {
            String sound = server.opml();
            String name = "planet:" + setting.substring(0, setting.indexOf('>'));
            try (Rounds rounds = rounds(false, OutputStream.nullOutputStream())) {
                Files.writeString(
                        list, sound.replaceFirst("</head>", "\n<planet:" + setting + "</" + name + ">\n</head>"));
                int line = 1
                        + (int) Files.readString(list)
                                .substring(0, Files.readString(list).indexOf("<planet:" + setting))
                                .lines()
                                .count();
                assertThat(rounds.sweep()).isZero();

                assertThat(Jsoup.parse(Folder.read(output.resolve("status.html")))
                                .select(".list-trouble pre")
                                .text())
                        .startsWith("feeds.opml:" + line + ": " + name)
                        .doesNotContain(folder.toString());
                assertThat(terminal.run("validate", "--feeds=" + list)).isEqualTo(ExitCode.MEND);
                assertThat(terminal.err()).contains(list + ":" + line + ": " + name);

                Files.writeString(list, sound);
                assertThat(rounds.sweep()).isZero();
                assertThat(Folder.read(output.resolve("status.html"))).doesNotContain("list-trouble");
            }
        }
    }

    /** Who clears up at night may take the archive of a program that runs. */
    @Test
    void runBringsBackAnArchiveThatWasRemovedUnderIt() throws Exception {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            try (Rounds rounds = rounds(false, told)) {
                assertThat(rounds.sweep()).isZero();
                removeArchive();
                assertThat(rounds.sweep())
                        .as(told.toString(StandardCharsets.UTF_8))
                        .isZero();
                assertThat(archive).exists();
                Files.delete(archive);
            }
            assertThat(told.toString(StandardCharsets.UTF_8)).contains("was removed or replaced while it was in use");
        }
        assertThat(terminal.run("update", "--offline", "--feeds=" + list, "--output=" + output, "--archive=" + archive))
                .as(terminal.err())
                .isZero();
        try (Archive held = Archive.open(archive)) {
            assertThat(held.posts()).hasSize(65);
        }
    }

    private DemoServer published() throws IOException {
        DemoServer server = DemoServer.start();
        Files.writeString(list, server.opml());
        return server;
    }

    /** Else each feed would be asked every minute, for as long as the program lives. */
    @Test
    void runForcesItsFirstSweepOnlyAlsoWhenThatCannotPublish() throws Exception {
        try (FeedServer server = FeedServer.start()) {
            listOnly(server);
            update(Duration.ZERO);
            server.takeAsked();

            Files.writeString(list, Files.readString(list).replace("<title>T<", "<title>U<"));
            Files.delete(output.resolve("status.html"));
            Files.createDirectories(output.resolve("status.html/in-the-way"));

            sweepsByForceOnce(server);
        }
    }

    @Test
    void runForcesItsFirstSweepOnlyAlsoWhenTheSiteHasNoFolder() throws Exception {
        try (FeedServer server = FeedServer.start()) {
            listOnly(server);
            Files.writeString(output, "no folder");

            sweepsByForceOnce(server);
        }
    }

    private void sweepsByForceOnce(FeedServer server) throws Unmended, InterruptedException {
        try (Rounds rounds = rounds(true, OutputStream.nullOutputStream())) {
            assertThat(rounds.sweep()).isEqualTo(ExitCode.MEND);
            assertThat(server.takeAsked()).containsExactly("/ada");
            rounds.sweep();
            assertThat(server.takeAsked()).isEmpty();
        }
    }

    private void listOnly(FeedServer server) throws IOException {
        server.serve("/ada", FeedServer.rss("ada"));
        Files.writeString(
                list,
                "<opml version=\"2.0\"><head><title>T</title></head><body><outline text=\"Ada\" xmlUrl=\""
                        + server.url("/ada") + "\"/></body></opml>");
    }

    private void removeArchive() throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(archive.resolveSibling(archive.getFileName() + part));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runGoesOnOnceAnArchiveThatCouldNotBeOpenedCanBe() throws Exception {
        try (DemoServer server = published()) {
            assertThat(server).isNotNull();
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            try (Rounds rounds = rounds(false, told)) {
                assertThat(rounds.sweep()).isZero();
                removeArchive();
                Files.createSymbolicLink(archive, folder.resolve("unmounted/archive.db"));
                assertThat(rounds.sweep()).isEqualTo(ExitCode.MEND);
                assertThat(told.toString(StandardCharsets.UTF_8)).contains("is a link that leads nowhere");
                told.reset();
                assertThat(rounds.sweep()).isEqualTo(ExitCode.MEND);
                assertThat(told.toString(StandardCharsets.UTF_8)).contains("is a link that leads nowhere");

                Files.delete(archive);
                assertThat(rounds.sweep())
                        .as(told.toString(StandardCharsets.UTF_8))
                        .isZero();
            }
        }
        try (Archive held = Archive.open(archive)) {
            assertThat(held.posts()).hasSize(65);
        }
    }

    private Rounds rounds(boolean force, OutputStream told) throws Unmended {
        CrawlOptions options = new CrawlOptions();
        options.feeds = list;
        options.output = output;
        options.archive = archive;
        options.allowPrivateAddresses = true;
        options.force = force;
        PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        Surroundings around =
                new Surroundings(stream, stream, false, Clock.fixed(Terminal.TODAY, ZoneOffset.UTC), Map.of());
        return new Rounds(options, around, new Update(options, around), new Figures());
    }

    private void update(Duration later) {
        update(terminal, later);
    }

    private void update(Terminal terminal, Duration later) {
        terminal.runAt(
                Terminal.TODAY.plus(later),
                "update",
                "--feeds",
                list.toString(),
                "--output",
                output.toString(),
                "--archive",
                archive.toString(),
                "--allow-private-addresses");
    }

    private int status(String... member) {
        String[] all = new String[member.length + 5];
        String[] places = {"status", "--feeds", list.toString(), "--archive", archive.toString()};
        System.arraycopy(places, 0, all, 0, places.length);
        System.arraycopy(member, 0, all, places.length, member.length);
        return terminal.run(all);
    }
}
