package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.Archive;
import community.orrery.demo.DemoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} as a process of its own, told to stop as an operating system does. */
class RunCommandTest {

    @TempDir
    private Path folder;

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

    private Process run(String list) throws IOException {
        Files.writeString(folder.resolve("feeds.opml"), list);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "community.orrery.cli.Main",
                        "run",
                        "--allow-private-addresses")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return process;
    }

    private static List<String> untilLine(Process process, String part) throws IOException {
        List<String> lines = new java.util.ArrayList<>();
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
