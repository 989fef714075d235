package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import community.orrery.demo.DemoServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void showsARunAtWorkAndThenWhatItPublished() throws Exception {
        Process process = serve("--listen", "127.0.0.1:0");
        try (BufferedReader out = process.inputReader();
                ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            URI site = URI.create(out.readLine().replaceAll(".*(http://\\S+).*", "$1"));
            assertThat(get(site, "")).contains("No site yet");

            Thread run = new Thread(() -> update(silent.getLocalPort()));
            run.start();
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();
                assertThat(get(site, ".orrery/now.js"))
                        .contains("\"site\":\"\",\"run\":{")
                        .contains("\"asked\":0,\"active\":1");
            }
            run.join(60_000);
            assertThat(get(site, ".orrery/now.js")).contains("\"run\":null").doesNotContain("\"site\":\"\"");
            assertThat(get(site, "")).contains("Ada", "/.orrery/preview.js");
            assertThat(Folder.texts(folder.resolve("output")).values())
                    .noneMatch(text -> text.contains("/.orrery/preview.js"));
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void warnsWhereOthersCanReadIt() throws Exception {
        Process process = serve("--listen", "0.0.0.0:0");
        try (BufferedReader out = process.inputReader()) {
            assertThat(List.of(out.readLine(), out.readLine()))
                    .anyMatch(line -> line.startsWith("Warning: whoever reaches 0.0.0.0:0 can read this preview"))
                    .anyMatch(line -> line.startsWith("Showing output at http://localhost:"));
        } finally {
            process.destroy();
        }
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() throws IOException {
        try (DemoServer other = DemoServer.start()) {
            assertThat(terminal.run("serve", "--listen", other.base().getAuthority()))
                    .isEqualTo(ExitCode.MEND);
            assertThat(terminal.err())
                    .contains(other.base().getAuthority(), "Another program", "choose another with --listen ADDR:PORT");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "8080, 127.0.0.1, 8080",
        "127.0.0.1:0, 127.0.0.1, 0",
        "0.0.0.0:80, 0.0.0.0, 80",
        "[::1]:8080, 0:0:0:0:0:0:0:1, 8080",
        "localhost:65535, 127.0.0.1, 65535"
    })
    void understandsAddressesAsPeopleTypeThem(String typed, String address, int port) throws Unmended {
        assertThat(ListenAddress.parse(typed).getAddress().getHostAddress()).isEqualTo(address);
        assertThat(ListenAddress.parse(typed).getPort()).isEqualTo(port);
    }

    @ParameterizedTest(name = "“{0}”")
    @ValueSource(
            strings = {"", ":8080", "65536", "127.0.0.1", "127.0.0.1:", "::1:8080", "http://localhost:80", "a b:1"})
    void refusesOtherAddressesInWords(String typed) {
        assertThatExceptionOfType(Unmended.class)
                .isThrownBy(() -> ListenAddress.parse(typed))
                .withMessageContaining("--listen " + typed + ": ");
    }

    private void update(int port) {
        try {
            Files.writeString(
                    folder.resolve("feeds.opml"),
                    "<opml version=\"2.0\"><head><title>T</title></head><body><outline type=\"rss\" text=\"Ada\""
                            + " xmlUrl=\"http://127.0.0.1:" + port + "/feed.xml\"/></body></opml>");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        terminal.run(
                "update",
                "--feeds",
                folder.resolve("feeds.opml").toString(),
                "--output",
                folder.resolve("output").toString(),
                "--archive",
                folder.resolve(".orrery/archive.db").toString(),
                "--allow-private-addresses");
    }

    private Process serve(String... options) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "community.orrery.cli.Main",
                        "serve",
                        options[0],
                        options[1])
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return process;
    }

    private String get(URI site, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(site.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }
}
