package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hidden post stays hidden whatever becomes of its address, until somebody takes that back. */
class HidingTest {

    private static final String LINK = "https://ada.example/2";
    private static final String PAGE = "posts/ada/day-2-of-ada.html";
    private static final String COPY = "posts/team/day-2-of-ada.html";

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer server;
    private Path list;
    private int hours;

    @BeforeEach
    void start() throws IOException {
        server = FeedServer.start();
        server.serve("/ada.xml", FeedServer.rss("ada"));
        server.serve("/team.xml", FeedServer.rss("ada"));
        list = folder.resolve("feeds.opml");
        write("");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void staysHiddenWhenItsBlogMoves() throws IOException {
        remove("team");
        update();
        assertThat(run("hide", LINK, "--why", "She asked")).isZero();
        assertThat(terminal.out()).contains("It hides “Day 2 of ada” by Ada.");
        assertThat(Folder.read(list))
                .contains("<planet:hidden url=\"" + LINK + "\" why=\"She asked\" pages=\"" + PAGE + "\"/>");

        moveBlog();
        update();

        assertThat(output("posts/ada/day-1-of-ada.html")).content().contains("https://moved.example/1");
        assertThat(output(PAGE)).doesNotExist();
    }

    @Test
    void copyStaysHiddenWhenTheOriginalsMemberLeaves() {
        update();
        run("hide", LINK, "--why", "She asked");
        assertThat(terminal.out()).contains("It hides “Day 2 of ada” by Ada.", "It hides “Day 2 of ada” by Team.");

        remove("ada");
        server.serve("/team.xml", moved());
        update();

        assertThat(output("posts/team/day-1-of-ada.html")).exists();
        assertThat(output(COPY)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINK,
                "http://www.ada.example/2/?utm_source=mail",
                "https://moved.example/2",
                "https://planet.example/" + PAGE,
                "https://planet.example/posts/team/day-2-of-ada",
                COPY
            })
    void isTakenBackByEachOfItsAddressesToTheLetter(String address) {
        update();
        String before = Folder.read(list);
        run("hide", LINK, "--why", "She asked");
        moveBlog();
        update();
        assertThat(output(PAGE)).doesNotExist();

        assertThat(run("unhide", address)).as(terminal.err()).isZero();
        update();

        assertThat(Folder.read(list)).isEqualTo(before);
        assertThat(output(PAGE)).exists();
    }

    @Test
    void whatSeveralLinesHideIsTakenBackAtOnce() throws IOException {
        String before = Folder.read(list);
        write("\n  <planet:hidden url=\"" + LINK + "\" why=\"a\"/>\n  <planet:hidden url=\"https://planet.example/"
                + PAGE
                + "\" why=\"b\"/>\n  <planet:hidden url=\"https://planet.example/" + COPY
                + "\" why=\"c\"/>\n  <planet:hidden url=\"https://ada.example/3\" why=\"d\"/>");
        update();

        assertThat(run("unhide", LINK)).as(terminal.err()).isZero();
        update();

        assertThat(output(PAGE)).exists();
        assertThat(output("posts/ada/day-3-of-ada.html")).doesNotExist();
        assertThat(Folder.read(list).replaceAll("\\s*<planet:hidden.*?/>", "")).isEqualTo(before);
    }

    @Test
    void hidingAgainByAnotherOfItsAddressesIsRefused() {
        update();
        run("hide", LINK, "--why", "She asked");
        moveBlog();
        update();

        for (String other : new String[] {"https://planet.example/" + PAGE, "https://moved.example/2"}) {
            assertThat(run("hide", other, "--why", "Again")).as(other).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("hidden already, in line 3.");
        }
    }

    @Test
    void namesARenamedMemberAsTheListDoes() throws IOException {
        update();
        Files.writeString(list, Folder.read(list).replace("text=\"Ada\"", "text=\"Ada Lovelace\""));

        run("hide", LINK, "--why", "She asked");

        assertThat(terminal.out()).contains("by Ada Lovelace.", "by Team.").doesNotContain("by ada.");
    }

    /** Browsers show, and let copy, what a feed has to escape. */
    @Test
    void takesAnAddressAsABrowserShowsIt() {
        String link = "https://ada.example/?tx_news[id]=5|ü";
        server.serve(
                "/ada.xml", FeedServer.rss("ada").replace(LINK, "https://ada.example/?tx_news%5Bid%5D=5%7C%C3%BC"));
        update();

        assertThat(run("hide", link, "--why", "She asked")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("It hides “Day 2 of ada” by Ada.");
        assertThat(run("unhide", link)).as(terminal.err()).isZero();

        assertThat(run("hide", "https://ada.example/a b", "--why", "She asked")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("contains a space. Delete it, or write %20 if it belongs there.");
    }

    private void moveBlog() {
        server.serve("/ada.xml", moved());
    }

    private static String moved() {
        return FeedServer.rss("ada").replace("<link>https://ada.example/", "<link>https://moved.example/");
    }

    private void write(String head) throws IOException {
        Files.writeString(
                list,
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head>\n  <planet:hostPause>PT0S</planet:hostPause>"
                        + head + "\n</head><body>\n"
                        + "  <outline type=\"rss\" text=\"Ada\" htmlUrl=\"https://ada.example/\" xmlUrl=\""
                        + server.url("/ada.xml") + "\"/>\n"
                        + "  <outline type=\"rss\" text=\"Team\" htmlUrl=\"https://team.example/\" xmlUrl=\""
                        + server.url("/team.xml") + "\"/>\n</body></opml>\n");
    }

    private void remove(String member) {
        assertThat(terminal.run("remove", member, "--feeds=" + list)).isZero();
    }

    private Path output(String path) {
        return folder.resolve("output").resolve(path);
    }

    private void update() {
        assertThat(terminal.runAt(
                        Terminal.TODAY.plus(Duration.ofHours(hours++)),
                        "update",
                        "--force",
                        "--allow-private-addresses",
                        "--feeds=" + list,
                        "--output=" + folder.resolve("output"),
                        "--archive=" + folder.resolve("archive.db")))
                .as(terminal.err())
                .isZero();
    }

    private int run(String... arguments) {
        return terminal.run(Stream.concat(
                        Stream.of(arguments), Stream.of("--feeds=" + list, "--archive=" + folder.resolve("archive.db")))
                .toArray(String[]::new));
    }
}
