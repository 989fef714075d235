package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Other planets' configurations into a list. Beside each file in {@code migrate/config} stand the list that it makes and
 * what is said to the person; {@code -Dgolden.update=true} writes those anew, for review as a diff.
 */
class ImportCommandTest {

    private static final Path CONFIGURATIONS = Path.of("src/test/resources/migrate/config");

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path list;

    @BeforeEach
    void place() {
        list = folder.resolve("feeds.opml");
    }

    static List<String> configurations() throws IOException {
        try (Stream<Path> files = Files.list(CONFIGURATIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".list") && !name.endsWith(".said"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void beginsAListAndTellsWhatIsNotCarriedOver(String name) throws IOException {
        assertThat(imported(CONFIGURATIONS.resolve(name))).as(terminal.err()).isZero();

        expect(name + ".list", Folder.read(list));
        expect(name + ".said", (terminal.out() + terminal.err()).replace(folder + "/", ""));
        assertThat(terminal.run("validate", "--feeds", list.toString()))
                .as(terminal.err())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void importingTwiceChangesNothingTheSecondTime(String name) throws IOException {
        imported(CONFIGURATIONS.resolve(name));
        String once = Folder.read(list);

        assertThat(imported(CONFIGURATIONS.resolve(name))).isEqualTo(ExitCode.MEND);

        assertThat(terminal.err())
                .contains("The list has this feed already, in line", "Nothing was changed")
                .contains(once.contains("<title>") ? "keeps its own settings" : "");
        assertThat(Folder.read(list)).isEqualTo(once);
    }

    @Test
    void keepsEveryByteOfAListThatIsThere() throws IOException {
        byte[] before = ("\uFEFF<opml version=\"2.0\">\r\n\t<head><title>Ours</title></head>\r\n\t<body>\r\n"
                        + "\t\t<!-- Kept. -->\r\n\t\t<outline text=\"storage\">\r\n"
                        + "\t\t\t<outline text='Tape' xmlUrl='http://www.tape.example/rss/' /> <!-- first -->\r\n"
                        + "\t\t</outline>\r\n\t</body>\r\n</opml>\r\n")
                .getBytes(StandardCharsets.UTF_8);
        Files.write(list, before);

        assertThat(imported(CONFIGURATIONS.resolve("reader.opml")))
                .as(terminal.err())
                .isZero();

        String after = Files.readString(list);
        assertThat(after)
                .contains("<!-- first -->\r\n\t\t\t<outline type=\"rss\" text=\"Platter\"")
                .contains("xmlns:planet=\"urn:orrery:planet\"")
                .contains("\r\n\t\t<outline text=\"Systems\">\r\n\t\t\t<outline type=\"rss\" text=\"Spindle\"");
        String without = after.replaceAll("\r\n\t*<outline type=\"rss\"[^>]*>", "")
                .replaceAll("\r\n\t*<outline text=\"(?:Systems|Софт)\"[^>]*>\r\n\t*</outline>", "")
                .replace(" xmlns:planet=\"urn:orrery:planet\"", "");
        assertThat(without).isEqualTo(new String(before, StandardCharsets.UTF_8));
        assertThat(terminal.err()).contains("“Tape <3” is left out. The list has this feed already, in line 6.");
    }

    /** Whoever joined such a group would never be asked, whatever the command said. */
    @Test
    void leavesOutWhoseGroupIsSwitchedOffInTheList() throws IOException {
        String ours = "<opml version=\"2.0\"><head><title>Ours</title></head><body>\n<outline text=\"Friends\""
                + " isComment=\"true\"/>\n<outline text=\"Ada\" xmlUrl=\"https://ada.example/f\"/></body></opml>";
        Files.writeString(list, ours);
        Path theirs = Files.writeString(
                folder.resolve("theirs.opml"),
                "<opml version=\"2.0\"><head/><body><outline text=\"Friends\"><outline type=\"rss\" text=\"Cy\""
                        + " xmlUrl=\"https://cy.example/f\"/></outline></body></opml>");

        assertThat(imported(theirs)).isEqualTo(ExitCode.MEND);

        assertThat(terminal.err())
                .contains("“Cy” is left out. The group “Friends” stands in line 2, which is switched off")
                .contains("no feed that can join " + list);
        assertThat(Folder.read(list)).isEqualTo(ours);
    }

    @Test
    void showsTheChangeAndWritesNothingOnADryRun() throws IOException {
        assertThat(imported(CONFIGURATIONS.resolve("authors.yml"), "--dry-run")).isZero();

        assertThat(terminal.out())
                .contains("+++ ", "+    <outline type=\"rss\" text=\"Ada's Queue\"", "(--dry-run)")
                .contains("@@ -0,0 +1,")
                .doesNotContain("\n-\n");
        assertThat(list).doesNotExist();
    }

    @Test
    void showsTheWholeFileOnceWhenVeryManyLinesChange() {
        String before = "kept\n" + "old\n".repeat(1500);
        String after = "kept\n" + "new\n".repeat(1500);

        assertThat(LineDiff.of("feeds.opml", before, after))
                .isEqualTo("--- feeds.opml\n+++ feeds.opml (edited)\n@@ -1,1501 +1,1501 @@\n-kept\n"
                        + "-old\n".repeat(1500) + "+kept\n" + "+new\n".repeat(1500));
    }

    @Test
    void leavesOutAddressesWithAPasswordThatTheSiteWouldShow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("planet.ini"),
                "[ada]\ntitle = Ada\nfeed = https://ada.example/feed.xml\nlink = https://ada:secret@ada.example/\n"
                        + "avatar = https://ada@ada.example/me.png\n");

        assertThat(imported(file)).as(terminal.err()).isZero();

        assertThat(terminal.err())
                .contains(
                        "Its home page “https://…@ada.example/” names a user or a password", "Its picture “https://…@")
                .doesNotContain("secret");
        assertThat(Folder.read(list))
                .contains("xmlUrl=\"https://ada.example/feed.xml\"")
                .doesNotContain("@");
        assertThat(terminal.run("validate", "--feeds", list.toString()))
                .as(terminal.err())
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing.ini     | ''                                | The file is empty",
                "page.opml       | <!doctype html><html></html>      | HTML page",
                "broken.opml     | <opml><body><outline></body>      | not closed",
                "feed.xml        | <rss version=\"2.0\"></rss>       | a feed, not a list of feeds",
                "notes.txt       | Dear diary, today I wrote nothing | no planet known here",
                "export.json     | {\"items\": []}                   | nothing that “orrery export” wrote",
                "broken.toml     | [[feed]]#name = \"                | not TOML",
                "broken.yml      | - name: a#  feed: [x              | not YAML",
                "nofeeds.ini     | [Planet]#name = x                 | no feed that",
            })
    void saysWhatStandsInTheWay(String name, String content, String words) throws IOException {
        Path file = Files.writeString(folder.resolve(name.strip()), content.replace('#', '\n'));

        assertThat(imported(file)).isEqualTo(ExitCode.MEND);

        assertThat(terminal.err()).contains(words, "Nothing was changed");
        assertThat(list).doesNotExist();
    }

    @Test
    void wantsEitherAFileOrPosts() {
        assertThat(terminal.run("import")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.run("import", "a", "--posts", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.run("import", folder.resolve("none.ini").toString()))
                .isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("none.ini: there is no such file").doesNotContain("--feeds");
    }

    private int imported(Path file, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("import", file.toString(), "--feeds", list.toString()), Stream.of(more))
                .toList();
        return terminal.run(arguments.toArray(String[]::new));
    }

    private static void expect(String name, String said) throws IOException {
        Path expected = CONFIGURATIONS.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
    }
}
