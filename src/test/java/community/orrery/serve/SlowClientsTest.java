package community.orrery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process of its own, whose limits are set before the JDK's server is first used. */
class SlowClientsTest {

    @TempDir
    private Path folder;

    @Test
    void hangsUpOnSlowClientsSoThatOthersAreServed() throws Exception {
        Path site = Files.createDirectories(folder.resolve("output"));
        Files.writeString(site.resolve("notes.txt"), "0123456789");
        Files.write(site.resolve("film.mp4"), new byte[20 << 20]);
        Process process = serve();
        List<Socket> slow = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            String said = out.readLine();
            RawClient client = new RawClient(URI.create(said.replaceAll(".*(http://\\S+).*", "$1")));
            dawdle(client, 50, slow);
            assertThat(client.get("/notes.txt").body()).isEqualTo("0123456789");

            dawdle(client, 250, slow);
            assertThat(threads(process)).isLessThan(200);
            assertThat(servedAtLast(client)).isTrue();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
            process.destroy();
        }
    }

    private static void dawdle(RawClient client, int times, List<Socket> slow) throws IOException {
        for (int i = 0; i < times; i++) {
            slow.add(say(client, "GET /notes.txt HT"));
            slow.add(say(client, "GET /film.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        }
    }

    /** Beyond its bound the server hangs up on anybody, until it has hung up on those who dawdle. */
    private static boolean servedAtLast(RawClient client) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < deadline) {
            try {
                return client.get("/notes.txt").status() == 200;
            } catch (UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
        return false;
    }

    /** Says so much and no more, and never reads. */
    private static Socket say(RawClient client, String words) throws IOException {
        Socket socket = client.open();
        socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Process serve() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.maxReqTime=1",
                        "-Dsun.net.httpserver.maxRspTime=1",
                        "-Dsun.net.httpserver.timerMillis=100",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "community.orrery.cli.Main",
                        "serve",
                        "--listen",
                        "127.0.0.1:0")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** What Linux counts; elsewhere nothing is counted. */
    private static int threads(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("Threads:"))
                        .mapToInt(line -> Integer.parseInt(
                                line.substring("Threads:".length()).strip()))
                        .findFirst()
                        .orElse(0)
                : 0;
    }
}
