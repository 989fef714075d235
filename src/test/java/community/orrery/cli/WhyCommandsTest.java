package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code posts} and {@code status} say of every post that is not shown why that is so. */
class WhyCommandsTest {

    private static final String NEWEST = "<item><title>Day 3 of bea(?s:.*?)</item>";

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;

    /** Bea takes a post down, the community hides one of Ada's, Cy comes later with a history, Echo repeats Ada. */
    @BeforeEach
    void live() throws IOException {
        server = FeedServer.start();
        server.serve("/ada.xml", FeedServer.rss("ada"));
        server.serve("/bea.xml", FeedServer.rss("bea"));
        list("ada", "bea");
        update(Duration.ZERO);
        server.serve("/bea.xml", FeedServer.rss("bea").replaceFirst(NEWEST, ""));
        server.serve("/cy.xml", FeedServer.rss("cy"));
        server.serve("/echo.xml", FeedServer.rss("ada").replace("<title>ada", "<title>echo"));
        list("ada", "bea", "cy", "echo");
        update(Duration.ofDays(2));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            bea  | Day 3 of bea | withdrawn: it vanished from its feed while older posts were still listed
            bea  | Day 2 of bea | shown
            ada  | Day 1 of ada | hidden, line 1 of the list: asked by telephone
            cy   | Day 1 of cy  | held back: a newcomer's older post, on its member's page but not on the front page
            cy   | Day 3 of cy  | shown
            echo | Day 3 of ada | shown as a crosspost on posts/ada/day-3-of-ada.html:
            """)
    void postsTellsOfEach(String member, String title, String why) {
        assertThat(ask("posts", member)).isZero();

        List<String> lines = terminal.out().lines().toList();
        int at = lines.indexOf("    " + title);
        assertThat(at).as(terminal.out()).isPositive();
        assertThat(lines.get(at - 1)).contains("  " + member + "  " + why);
        assertThat(terminal.out()).endsWith("3 posts." + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            bea  | Day 3 of bea | 2 shown, 1 withdrawn   | withdrawn: it vanished from its feed while older posts were still listed
            ada  | Day 1 of ada | 2 shown, 1 hidden      | hidden by line 1 of the list: asked by telephone
            cy   | Day 1 of cy  | 1 shown, 2 held back   | held back: it came with a newcomer's history or among many old posts at once
            echo | Day 3 of ada | 0 shown, 1 hidden, 2 merged | merged with "Day 3 of ada" of ada, since
            """)
    void statusTellsOfEach(String member, String title, String counts, String why) {
        assertThat(ask("status", member)).isZero();

        List<String> lines = terminal.out().lines().toList();
        assertThat(lines).anyMatch(line -> line.endsWith("  Posts       " + counts));
        assertThat(lines.stream().filter(line -> line.contains("  " + title)).toList())
                .as(terminal.out())
                .isNotEmpty()
                .anySatisfy(
                        line -> assertThat(lines.get(lines.indexOf(line) + 1)).contains(why));
    }

    @Test
    void bothSayTheSameAsProcessesOfTheirOwn() throws Exception {
        for (String command : List.of("posts", "status")) {
            ask(command, "bea");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "community.orrery.cli.Main",
                            command,
                            "bea",
                            "--feeds=" + folder.resolve("feeds.opml"),
                            "--archive=" + folder.resolve("archive.db"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(terminal.out())
                    .contains("Day 3 of bea");
            assertThat(process.waitFor()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "status"})
    void anIdIsMeantBeforeAName(String command) throws IOException {
        named("bea", "Bea");

        assertThat(ask(command, "bea")).as(terminal.err()).isZero();

        assertThat(terminal.out()).contains("Day 3 of bea").doesNotContain("of ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "status"})
    void aNameThatSeveralHaveIsRefused(String command) throws IOException {
        named("Twins", "Twins");

        assertThat(ask(command, "twins")).isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains("Several members are called \"twins\": name one by its id, of ada, bea.");
    }

    private void named(String ada, String bea) throws IOException {
        list("ada", "bea");
        Path feeds = folder.resolve("feeds.opml");
        Files.writeString(
                feeds,
                Files.readString(feeds)
                        .replace("text=\"bea\"", "planet:id=\"bea\" text=\"" + bea + "\"")
                        .replace("text=\"ada\"", "planet:id=\"ada\" text=\"" + ada + "\""));
    }

    /** As its page does, and {@code status}. */
    @Test
    void postsDatesEachByThePlanetsOwnDay() throws IOException {
        assertThat(ask("posts", "cy")).isZero();
        List<String> dates = dates();
        Path list = folder.resolve("feeds.opml");
        Files.writeString(
                list,
                Files.readString(list)
                        .replace(
                                "</planet:hostPause>",
                                "</planet:hostPause><planet:timezone>Etc/GMT+12</planet:timezone>"));

        assertThat(ask("posts", "cy")).isZero();

        assertThat(dates())
                .isEqualTo(dates.stream()
                        .map(date -> LocalDate.parse(date).minusDays(1).toString())
                        .toList());
    }

    private List<String> dates() {
        return terminal.out()
                .lines()
                .filter(line -> line.matches("[0-9]{4}-.*"))
                .map(line -> line.substring(0, 10))
                .toList();
    }

    private int ask(String command, String member) {
        return terminal.runAt(
                Terminal.TODAY.plus(Duration.ofDays(2)),
                command,
                member,
                "--feeds=" + folder.resolve("feeds.opml"),
                "--archive=" + folder.resolve("archive.db"));
    }

    private void list(String... members) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title>"
                + "<planet:hostPause>PT0S</planet:hostPause><planet:newcomerPosts>1</planet:newcomerPosts>"
                + "<planet:hidden url=\"https://ada.example/1\" why=\"asked by telephone\"/></head><body>");
        Stream.of(members)
                .forEach(member -> lines.add(
                        "<outline text=\"" + member + "\" xmlUrl=\"" + server.url("/" + member + ".xml") + "\"/>"));
        lines.add("</body></opml>");
        Files.write(folder.resolve("feeds.opml"), lines);
    }

    private void update(Duration later) {
        assertThat(terminal.runAt(
                        Terminal.TODAY.plus(later),
                        "update",
                        "--force",
                        "--allow-private-addresses",
                        "--feeds=" + folder.resolve("feeds.opml"),
                        "--output=" + folder.resolve("output"),
                        "--archive=" + folder.resolve("archive.db")))
                .as(terminal.err())
                .isZero();
    }
}
