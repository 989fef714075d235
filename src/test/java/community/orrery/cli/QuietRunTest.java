package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.demo.DemoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that found nothing new looks at no page, and one that must look does. */
class QuietRunTest {

    private static final Pattern NOT_NEEDED =
            Pattern.compile(" (org\\.quartz|org\\.jsoup|io\\.pebbletemplates|com\\.rometools"
                    + "|org\\.jdom2|org\\.flywaydb|picocli|com\\.fasterxml|jakarta\\.mail|me\\.tongfei|com\\.sun\\.net\\.httpserver"
                    + "|ch\\.qos\\.logback\\.core\\.joran\\.action|community\\.orrery\\.(clean|parse))\\.");

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

    /** Read by the whole program, of files and of the archive: less than a part of the posts' texts alone. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void readsNoPostWhileNothingChanges() throws IOException {
        try (FeedServer blog = FeedServer.start()) {
            String text = "&lt;p&gt;" + "All that was ever said of it. ".repeat(10_000);
            blog.serve(
                    "/long.xml",
                    new MockResponse.Builder()
                            .setHeader("ETag", "\"long\"")
                            .body(FeedServer.rss("long").replace("&lt;p&gt;", text))
                            .build());
            Files.writeString(
                    list,
                    server.opml()
                            .replace(
                                    "</body>",
                                    """
                    <outline text="Long" xmlUrl="%s"/></body>"""
                                            .formatted(blog.url("/long.xml"))));
            update("--force");
            blog.serve("/long.xml", new MockResponse.Builder().code(304).build());
            update("--force");
            long archive = Files.size(folder.resolve("archive.db"));
            long before = bytesRead();

            update("--force");

            assertThat(archive).isGreaterThan(2_000_000);
            assertThat(bytesRead() - before).isLessThan(archive / 3);
        }
    }

    @Test
    void loadsNothingThatAQuietRunDoesNotNeed() throws IOException, InterruptedException {
        process(folder.resolve("first.txt")); // at the true time of day, at which the status page is out of date
        server.takeAnswers();
        Path loaded = folder.resolve("classes.txt");

        process(loaded);

        assertThat(server.takeAnswers()).containsOnlyKeys(304);
        try (Stream<String> lines = Files.lines(loaded)) {
            assertThat(lines.filter(line -> NOT_NEEDED.matcher(line).find())).isEmpty();
        }
        assertThat(loaded).content().contains(" community.orrery.crawl.Crawl ");
    }

    private void process(Path loaded) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "update",
                        "--feeds=" + list,
                        "--output=" + output,
                        "--archive=" + folder.resolve("archive.db"),
                        "--allow-private-addresses",
                        "--force")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(run.waitFor()).as(Folder.read(said)).isZero();
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

    private static long bytesRead() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring("rchar: ".length())))
                .sum();
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
