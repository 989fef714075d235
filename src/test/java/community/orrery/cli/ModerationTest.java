package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.demo.DemoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a community decides in its list, and what the site makes of it at the next run; over the sample community. */
class ModerationTest {

    private static final String ADA = "<opml version=\"2.0\"><head><title>T</title></head><body>"
            + "<outline type=\"rss\" text=\"Ada\" xmlUrl=\"https://ada.example/f\"/></body></opml>";

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private Path list;
    private Path output;

    @BeforeEach
    void place() {
        list = folder.resolve("feeds.opml");
        output = folder.resolve("output");
    }

    @Test
    void hiddenPostGoesFromEveryPlaceAndUnhiddenReturnsToItsAddress() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            SortedMap<String, String> before = site();
            String page = posts(before).keySet().stream()
                    .filter(path -> path.startsWith("posts/rank-zero/") && !isCited(path))
                    .findFirst()
                    .orElseThrow();
            String url = canonical(Folder.read(output.resolve(page)));
            String asWritten = Folder.read(list);

            assertThat(edit("hide", url, "--why", "Off topic & \"rude\"", "--archive", archive()))
                    .isZero();
            assertThat(terminal.out()).contains("It hides “", "” by Rank Zero.");
            assertThat(Folder.read(list))
                    .contains("<planet:hidden url=\"" + url + "\" why=\"Off topic &amp; &quot;rude");
            update("--force");
            update("--force");

            assertThat(output.resolve(page)).doesNotExist();
            assertThat(site())
                    .allSatisfy((path, text) ->
                            assertThat(text).as(path).doesNotContain(url).doesNotContain(page));

            assertThat(edit("unhide", url)).isZero();
            assertThat(Folder.read(list)).isEqualTo(asWritten);
            update();
            assertThat(site()).isEqualTo(before);
        }
    }

    @Test
    void hidesByTheAddressOfOurOwnPage() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            String page = site().keySet().stream()
                    .filter(path -> path.startsWith("posts/rank-zero/"))
                    .findFirst()
                    .orElseThrow();

            assertThat(edit("hide", "https://planet.example/" + page, "--why", "Asked to", "--archive", archive()))
                    .isZero();
            assertThat(terminal.out()).contains("It hides “");
            update("--offline");

            assertThat(output.resolve(page)).doesNotExist();
        }
    }

    @Test
    void removedMemberLeavesTheSiteAndComesBackWithTheSameAddresses() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            SortedMap<String, String> before = site();
            String asWritten = Folder.read(list);

            assertThat(edit("remove", "The Night Queue")).isZero();
            update("--force");
            assertThat(site().keySet())
                    .noneMatch(path -> path.contains("the-night-queue"))
                    .anyMatch(path -> path.contains("rank-zero"));
            assertThat(Folder.read(output.resolve("feed.xml"))).doesNotContain("nightqueue/feed.xml");

            Files.writeString(list, asWritten);
            update("--force");
            assertThat(site()).isEqualTo(before);
        }
    }

    @Test
    void lateIdInTheListMovesNoPageAndIsToldOfInTheRunAndOnTheStatusPage() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            SortedMap<String, String> before = site();

            Files.writeString(
                    list, Folder.read(list).replace("text=\"Rank Zero\"", "text=\"Rank Zero\" planet:id=\"zero\""));
            update("--force");

            assertThat(site().keySet()).isEqualTo(before.keySet());
            assertThat(terminal.out())
                    .contains(
                            "is listed with planet:id=\"zero\" but known as \"rank-zero\"",
                            "write planet:id=\"rank-zero\"");
            assertThat(Folder.read(output.resolve("status.html")))
                    .contains("In the list its planet:id is “zero”, but it is known as “rank-zero”");
        }
    }

    @Test
    void retiredMemberKeepsItsPagesAndIsNotAskedAgain() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            SortedMap<String, String> before = site();
            server.takeAnswers();

            assertThat(edit("retire", "the-night-queue")).isZero();
            assertThat(edit("retire", "the-night-queue")).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("retired already");
            update("--force");

            assertThat(server.takeAnswers()).containsEntry(304, 9);
            assertThat(site().keySet()).containsAll(posts(before).keySet());
        }
    }

    @Test
    void renamedMemberKeepsItsAddresses() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            SortedMap<String, String> before = site();

            assertThat(edit("rename", "The Night Queue", "Midnight & Morning")).isZero();
            update();

            assertThat(posts(site()).keySet()).isEqualTo(posts(before).keySet());
            assertThat(Folder.read(output.resolve("members/the-night-queue.html")))
                    .contains("Midnight &amp; Morning");
        }
    }

    @Test
    void postsKnowsARemovedMemberByItsIdBeforeAnotherByItsName() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            assertThat(edit("remove", "rank-zero", "--archive", archive())).isZero();
            assertThat(edit("rename", "the-night-queue", "Rank-Zero", "--archive", archive()))
                    .isZero();

            assertThat(edit("posts", "rank-zero", "--archive", archive())).isZero();

            assertThat(terminal.out()).contains("posts/rank-zero/").doesNotContain("posts/the-night-queue/");
        }
    }

    @Test
    void aMemberThatGotAnotherNameByHandIsFoundByTheIdOfItsPagesAndKeepsIt() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            Files.writeString(list, Folder.read(list).replace("text=\"Rank Zero\"", "text=\"Rank One\""));
            update("--force");

            assertThat(edit("rename", "rank-zero", "Rank Two", "--archive", archive()))
                    .as(terminal.err())
                    .isZero();
            update("--force");

            assertThat(Folder.read(list)).contains("text=\"Rank Two\"", "planet:id=\"rank-zero\"");
            assertThat(terminal.out()).doesNotContain("known as");
            assertThat(output.resolve("members/rank-zero.html")).exists();
        }
    }

    @Test
    void anArchiveThatCannotBeReadLeavesOpenWhoseAnIdIs() throws IOException {
        Files.writeString(list, ADA);
        Files.createDirectories(folder.resolve(".orrery"));
        Files.writeString(folder.resolve(".orrery/archive.db"), "no archive at all, but as long as a line of text is");

        assertThat(edit("remove", " ada", "--archive", archive())).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err())
                .contains("id “ ada” could not be looked up", archive(), "its feed's address", "Nothing was changed");
        assertThat(Folder.read(list)).isEqualTo(ADA);

        assertThat(edit("retire", "https://ada.example/f", "--archive", archive()))
                .isZero();
        assertThat(terminal.err()).contains("could not be looked up, so those of the list hold", archive());
        assertThat(Folder.read(list)).contains("planet:status=\"retired\"");
    }

    @Test
    void aListWithMistakesIsEditedByItsOwnIdsAndThatIsTold() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();
            Files.writeString(
                    list, Folder.read(list).replace("text=\"Rank Zero\"", "text=\"Rank One\" planet:index=\"?\""));

            assertThat(edit("retire", "rank-zero", "--archive", archive())).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("so those of the list hold", "no member “rank-zero”");
            assertThat(edit("retire", "rank-one", "--archive", archive())).isZero();
            assertThat(terminal.err()).contains("so those of the list hold", "has mistakes besides");
        }
    }

    @Test
    void dryRunShowsTheChangeAsADiffAndWritesNothing() throws IOException {
        String text = "<opml version=\"2.0\"><head>\n  <title>T</title>\n</head><body>\n"
                + "  <outline type=\"rss\" text=\"Ada\" xmlUrl=\"https://ada.example/f\"/>\n"
                + "  <outline type=\"rss\" text=\"Bo\" xmlUrl=\"https://bo.example/f\"/>\n</body></opml>\n";
        Files.writeString(list, text);

        assertThat(edit("remove", "Bo", "--dry-run")).isZero();

        assertThat(terminal.out())
                .contains("--- " + list, "@@ -2,5 +2,4 @@")
                .contains("\n-  <outline type=\"rss\" text=\"Bo\" xmlUrl=\"https://bo.example/f\"/>\n")
                .contains("\n   <outline type=\"rss\" text=\"Ada\"");
        assertThat(Folder.read(list)).isEqualTo(text);
    }

    @Test
    void keepsPermissionsAndLeavesNothingBeside() throws IOException {
        Files.writeString(list, ADA);
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-rw-r--"));

        assertThat(edit("rename", "Ada", "Ada Again")).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list)))
                .isEqualTo("rw-rw-r--");
        assertThat(Folder.texts(folder)).containsOnlyKeys("feeds.opml");
    }

    @Test
    void editsTheFileBehindALinkAndKeepsTheLink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("list.opml");
        Files.writeString(real, ADA);
        Files.createSymbolicLink(list, real);

        assertThat(edit("rename", "Ada", "Ada Again")).isZero();

        assertThat(list).isSymbolicLink();
        assertThat(Folder.read(real)).contains("Ada Again");
    }

    @Test
    void refusesWhatTheListCannotTakeAndChangesNothing() throws IOException {
        Files.writeString(list, ADA);

        assertThat(edit("hide", "ftp://ada.example/x", "--why", "Spam")).isEqualTo(ExitCode.MEND);
        assertThat(edit("hide", "/x", "--why", "Spam")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("“/x” is no post's address", "posts/MEMBER/POST.html");
        assertThat(edit("hide", "//ada:s3cret@ada.example/x", "--why", "Spam")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err())
                .contains("@ada.example/x” is no post's address")
                .doesNotContain("s3cret");
        assertThat(edit("hide", "https://ada.example/x", "--why", " ")).isEqualTo(ExitCode.MEND);
        assertThat(edit("unhide", "https://ada.example/x")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("does not hide https://ada.example/x");
        assertThat(edit("remove", "Adda")).isEqualTo(ExitCode.MEND);
        assertThat(terminal.err()).contains("feeds.opml", "no member “Adda”", "Nothing was changed");
        assertThat(edit("hide", "https://ada.example/x")).isEqualTo(ExitCode.USAGE);
        assertThat(Folder.read(list)).isEqualTo(ADA);
    }

    @Test
    void takesOurPagesPathAlsoWithASlashBeforeIt() throws IOException {
        Files.writeString(list, ADA);

        assertThat(edit("hide", "/posts/ada/on-engines.html", "--why", "Spam")).isZero();
        assertThat(Folder.read(list)).contains("url=\"posts/ada/on-engines.html\"");
        assertThat(edit("unhide", "/posts/ada/on-engines.html")).isZero();
        assertThat(Folder.read(list)).doesNotContain("on-engines");
    }

    @Test
    void saysWhenAnAddressHidesNoPost() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            Files.writeString(list, server.opml());
            update();

            String[] slip = {"https://rankzero.example/slip", "--why", "Spam", "--archive", archive(), "--dry-run"};
            assertThat(edit("hide", slip)).isZero();
            assertThat(terminal.err()).contains("No post").doesNotContain("unhide");

            assertThat(edit("hide", Arrays.copyOf(slip, slip.length - 1))).isZero();

            assertThat(terminal.err()).contains("No post", "unhide https://rankzero.example/slip");
        }
    }

    private int edit(String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--feeds";
        all[all.length - 1] = list.toString();
        return terminal.run(all);
    }

    private void update(String... options) {
        String[] all = new String[options.length + 8];
        String[] places = {
            "update",
            "--allow-private-addresses",
            "--feeds",
            list.toString(),
            "--output",
            output.toString(),
            "--archive",
            archive()
        };
        System.arraycopy(places, 0, all, 0, places.length);
        System.arraycopy(options, 0, all, places.length, options.length);
        assertThat(terminal.run(all)).as(terminal.err()).isZero();
    }

    private String archive() {
        return folder.resolve(".orrery/archive.db").toString();
    }

    /** Without the status page, which tells of every run, and the manifest, which knows its digest. */
    private SortedMap<String, String> site() {
        SortedMap<String, String> site = Folder.texts(output);
        site.keySet().removeAll(Set.of("status.html", "status.json", ".orrery-manifest"));
        return site;
    }

    private static SortedMap<String, String> posts(SortedMap<String, String> site) {
        return new TreeMap<>(site.subMap("posts/", "posts0"));
    }

    /** Whether other bloggers link to it in their own text, which is theirs and stays. */
    private boolean isCited(String page) {
        String url = canonical(Folder.read(output.resolve(page)));
        return posts(site()).entrySet().stream()
                .anyMatch(post -> !post.getKey().equals(page) && post.getValue().contains(url));
    }

    private static String canonical(String page) {
        return page.replaceAll("(?s).*<link rel=\"canonical\" href=\"([^\"]+)\".*", "$1");
    }
}
