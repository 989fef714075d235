package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.demo.DemoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that found nothing new looks at no page, and one that must look does. */
class QuietRunTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private DemoServer server;
    private Path list;
    private Path output;
    private Path tagPage;

    @BeforeEach
    void publish() throws IOException {
        server = DemoServer.start();
        list = Files.writeString(folder.resolve("feeds.opml"), server.opml());
        output = folder.resolve("output");
        tagPage = output.resolve("tags.html");
        update();
        // What looks at the pages notices that one is missing.
        Files.delete(tagPage);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void writesNothingWhileNothingChanges() throws IOException {
        Folder.age(output);

        update("--force");

        assertThat(server.takeAnswers()).containsKey(304);
        assertThat(Folder.rewritten(output)).isEmpty();
        assertThat(tagPage).doesNotExist();
    }

    @Test
    void looksAtEveryPageWhenToldToPublishOnly() {
        update("--offline");

        assertThat(tagPage).exists();
    }

    @Test
    void looksAtEveryPageWhenTheListChanges() throws IOException {
        Files.writeString(list, server.opml().replaceFirst("<title>[^<]*", "<title>Renamed"));

        update("--force");

        assertThat(tagPage).content().contains("Renamed");
    }

    @Test
    void looksAtEveryPageWhenTheFrontPageIsGone() throws IOException {
        Files.delete(output.resolve("index.html"));

        update("--force");

        assertThat(tagPage).exists();
    }

    @Test
    void makesASiteInAnotherFolder() {
        output = folder.resolve("elsewhere");

        update("--force");

        assertThat(output.resolve("tags.html")).exists();
    }

    private void update(String... more) {
        String[] arguments = {
            "update",
            "--feeds=" + list,
            "--output=" + output,
            "--archive=" + folder.resolve("archive.db"),
            "--allow-private-addresses"
        };
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        assertThat(terminal.run(all)).isZero();
    }
}
