package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.Archive;
import community.orrery.archive.Upkeep;
import community.orrery.demo.DemoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} as a process of its own, told to stop as an operating system does. */
class RunCommandTest {

    private static final String NEVER = "<planet:schedule>0 0 0 1 1 ? 2099</planet:schedule></head>";

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void crawlsAtTheStartLogsItAndStopsCleanlyOnSigterm() throws Exception {
        try (DemoServer server = DemoServer.start()) {
            Process process = run(server.opml());
            List<String> log = untilLine(process, " run feeds=10");

            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(log).filteredOn(line -> line.contains(" feed=http")).hasSize(10);
            assertThat(log).anyMatch(line -> line.contains("outcome=read") && line.contains("ms="));
            assertThat(folder.resolve("output/index.html")).exists();
            assertThat(postsKept()).isEqualTo(65);
        }
    }

    @Test
    void abandonsARunThatWaitsForASilentServer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Process process = run("<opml version=\"2.0\"><head><title>T</title></head><body><outline type=\"rss\""
                    + " text=\"Ada\" xmlUrl=\"http://127.0.0.1:" + silent.getLocalPort()
                    + "/feed.xml\"/></body></opml>");
            silent.setSoTimeout(60_000);
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();

                process.destroy();

                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(postsKept()).isZero();
        }
    }

    @Test
    void refusesAScheduleThatQuartzCannotRead() throws Exception {
        Path list = folder.resolve("feeds.opml");
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(
                    list,
                    server.opml()
                            .replaceFirst("</head>", "<planet:schedule>0 0 0 ? * MON-XYZ</planet:schedule></head>"));
        }
        Terminal terminal = new Terminal();
        assertThat(terminal.run("run", "--feeds", list.toString())).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("feeds.opml", "MON-XYZ", "0 0/30 * * * ?");
    }

    /** One process shows several promises, since each start costs seconds. */
    @Test
    void tellsFiguresHoldsTheArchiveFollowsTheListAndMakesUpForAMissedNight() throws Exception {
        try (DemoServer server = DemoServer.start()) {
            String quiet = server.opml().replaceFirst("</head>", NEVER);
            missANight();
            Process process = run(quiet, "--listen", "0");
            List<String> log = untilLine(process, " maintenance ");

            assertThat(log).filteredOn(line -> line.contains(" maintenance ")).hasSize(1);
            assertThat(folder.resolve(".orrery/backups")).isNotEmptyDirectory();

            URI base = URI.create("http://"
                    + log.stream()
                            .filter(line -> line.startsWith("Listening on "))
                            .findFirst()
                            .orElseThrow()
                            .substring("Listening on ".length()));
            assertThat(base.getHost()).isEqualTo("127.0.0.1");
            assertThat(get(base.resolve("/healthz"))).isEqualTo("200 ok\n");
            assertThat(get(base.resolve("/metrics")))
                    .contains("orrery_feeds{condition=\"well\"} 10\n", "orrery_posts_added_total 65\n")
                    .contains("orrery_list_broken 0\n");

            Process second = run(quiet);
            assertThat(new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("in use by process " + process.pid() + ", which began at ");
            assertThat(second.waitFor()).isEqualTo(ExitCode.MEND);

            edit(quiet.replaceFirst("</outline>", "</outlin>"));
            untilLine(process, " run feeds=0");
            assertThat(folder.resolve("output/status.html")).content().contains("closes nothing");
            assertThat(get(base.resolve("/metrics"))).contains("orrery_list_broken 1\n");

            edit(quiet.replaceFirst("<title>[^<]*", "<title>Renamed")
                    .replaceFirst("</head>", "<planet:timezone>Asia/Kathmandu</planet:timezone></head>"));
            assertThat(untilLine(process, " run feeds=0"))
                    .anyMatch(line -> line.contains(" task=sweep next=2099-01-01T00:00+05:45[Asia/Kathmandu] "))
                    .anyMatch(line -> line.matches(".* task=maintenance next=.*T03:17\\+05:45\\[Asia/Kathmandu] .*"))
                    .anyMatch(line -> line.matches(".* task=digest next=.*T07:00:01\\+05:45\\[Asia/Kathmandu] .*"));
            assertThat(folder.resolve("output/index.html")).content().contains("Renamed");
            assertThat(folder.resolve("output/status.html")).content().doesNotContain("closes nothing");
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /**
     * What is due is asked once, however often it was missed; what is not due is not asked, and a night that was missed is
     * made up for once. A change of the list, seen a moment later, shows that nothing else came after that.
     */
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aRestartForgetsNothingAndMakesUpOnceForWhatWasMissed() throws Exception {
        try (DemoServer server = DemoServer.start()) {
            String everySecond = server.opml()
                    .replaceFirst("</head>", "<planet:schedule>* * * * * ?</planet:schedule>" + noon() + "</head>");
            Process first = run(everySecond);
            untilLine(first, " run feeds=10");
            first.destroy();
            assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
            server.takeAnswers();
            beOff(Duration.ofDays(3), 4);

            Process second = run(everySecond);
            List<String> log = untilLine(second, " maintenance ");
            edit(everySecond.replaceFirst("<title>[^<]*", "<title>Renamed"));
            while (!Files.readString(folder.resolve("output/index.html")).contains("Renamed")) {
                log.addAll(untilLine(second, " run feeds="));
            }
            second.destroy();
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(log).filteredOn(line -> line.contains(" feed=http")).hasSize(4);
            assertThat(log).filteredOn(line -> line.contains(" run feeds=4")).hasSize(1);
            assertThat(log).filteredOn(line -> line.contains(" maintenance ")).hasSize(1);
            assertThat(server.takeAnswers().values().stream()
                            .mapToInt(each -> each)
                            .sum())
                    .isEqualTo(4);
        }
    }

    /** A zone where the night's maintenance is half a day away. */
    private static String noon() {
        int east = 12 - Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return "<planet:timezone>Etc/GMT" + (east > 0 ? "-" : "+") + Math.abs(east) + "</planet:timezone>";
    }

    /** As if so much time had passed; so many feeds fell due meanwhile, and the others are due next year. */
    private void beOff(Duration time, int due) throws SQLException {
        Instant then = Instant.now().minus(time);
        try (Connection archive = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(".orrery/archive.db"));
                Statement sql = archive.createStatement()) {
            sql.executeUpdate("update feed set next_due = "
                    + Instant.now().plus(Duration.ofDays(365)).toEpochMilli());
            sql.executeUpdate("update feed set next_due = " + then.toEpochMilli()
                    + " where key in (select key from feed order by key limit " + due + ")");
            sql.executeUpdate("update fact set value = " + then.toEpochMilli() + " where name = 'maintained'");
        }
    }

    private void missANight() throws IOException {
        Files.createDirectories(folder.resolve(".orrery"));
        Path file = folder.resolve(".orrery/archive.db");
        new Upkeep(file, words -> {})
                .open(Instant.now().minus(Duration.ofDays(2)))
                .close();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    /** As editors do: a list that is there already is replaced whole, since a run looks at it all the time. */
    private void edit(String list) throws IOException {
        Path file = folder.resolve("feeds.opml");
        if (!Files.exists(file) || !Files.readString(file).equals(list)) {
            Files.move(
                    Files.writeString(folder.resolve("feeds.opml.new"), list),
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Process run(String list, String... more) throws IOException {
        edit(list);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "community.orrery.cli.Main",
                "run",
                "--allow-private-addresses"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        processes.add(process);
        return process;
    }

    private static List<String> untilLine(Process process, String part) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.contains(part)) {
                return lines;
            }
        }
        throw new AssertionError("The process ended without saying “" + part + "”: " + lines);
    }

    private int postsKept() {
        try (Archive archive = Archive.open(folder.resolve(".orrery/archive.db"))) {
            return archive.posts().size();
        }
    }
}
