package community.orrery.opml;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists laid out as people and programs do, each with Ann, Bob and Cleo; beside each stands the list after six edits, byte
 * for byte. {@code -Dgolden.update=true} writes those anew, for review as a diff.
 */
class LayoutsTest {

    private static final Path FOLDER = Path.of("src/test/resources/opml/layout");
    private static final NewFeed DORA = new NewFeed(
            "Dora", URI.create("https://dora.example/?feed=rss2&n=1"), URI.create("https://dora.example/"), null);
    private static final NewFeed EVE = new NewFeed("Eve", URI.create("https://eve.example/feed"), null, "eva");
    private static final NewFeed FAY = new NewFeed("Fay", URI.create("https://fay.example/feed"), null, null);
    private static final URI SPAM = URI.create("https://ann.example/spam?a=1&b=2");

    static List<String> layouts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".opml"))
                    .sorted()
                    .toList();
        }
    }

    /** In the others an edit declares the namespace, or makes a head, which unhiding leaves there. */
    static List<String> layoutsThatCanHide() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : layouts()) {
            String text = list(name).text();
            if (text.contains("urn:orrery:planet") && text.contains("<title>")) {
                names.add(name);
            }
        }
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void keepsAllThatAnEditIsNotAbout(String name) throws IOException {
        ListText before = list(name);
        String text = before.text();
        text = edited(OpmlEdit.add(text, DORA, "people"));
        text = edited(OpmlEdit.add(text, EVE, "Far away"));
        text = edited(Edits.rename(text, "ann", "Ann & \"friends\""));
        text = edited(Edits.retire(text, "https://bob.example/feed.xml"));
        text = edited(Edits.remove(text, "Cleo"));
        text = edited(OpmlEdit.hide(text, SPAM, List.of(), "advertising, \"again\""));
        byte[] after = before.with(text).bytes();
        Path expected = FOLDER.resolve(name.replace(".opml", ".after"));
        if (Boolean.getBoolean("golden.update")) {
            Files.write(expected, after);
        }
        assertThat(after).asString().isEqualTo(new String(Files.readAllBytes(expected), StandardCharsets.UTF_8));
        assertThat(after).isEqualTo(Files.readAllBytes(expected));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void meansWhatTheEditsSay(String name) throws IOException {
        Planet planet = planet(new String(
                Files.readAllBytes(FOLDER.resolve(name.replace(".opml", ".after"))),
                list(name).charset()));
        assertThat(planet.members()).extracting(Member::id).containsExactlyInAnyOrder("ann", "bob", "dora", "eva");
        assertThat(planet.member("ann")).get().returns("Ann & \"friends\"", Member::name);
        assertThat(planet.member("bob")).get().returns(Member.Status.RETIRED, Member::status);
        assertThat(planet.groups()).extracting(group -> group.id()).contains("far-away");
        assertThat(planet.allGroups().filter(group -> group.allMembers().contains("dora")))
                .extracting(group -> group.id())
                .contains("people");
        assertThat(planet.hidden()).extracting(hidden -> hidden.url()).contains(SPAM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void removingWhatWasAddedGivesTheOldBytes(String name) throws IOException {
        String text = list(name).text();
        assertThat(edited(Edits.remove(edited(OpmlEdit.add(text, DORA, "People")), "dora")))
                .isEqualTo(text);
        assertThat(edited(Edits.remove(edited(OpmlEdit.add(text, DORA, "Far away")), "dora")))
                .isEqualTo(text);
        assertThat(edited(Edits.remove(edited(OpmlEdit.add(text, DORA, null)), "dora")))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void joiningManyGivesWhatAddingEachGives(String name) throws IOException {
        String text = list(name).text();
        String each = edited(OpmlEdit.add(text, EVE, null));
        each = edited(OpmlEdit.add(each, DORA, "People"));
        each = edited(OpmlEdit.add(each, FAY, "Far away"));

        Joined joined = OpmlEdit.join(
                text,
                List.of(incoming(DORA, "People"), incoming(FAY, "Far away"), incoming(EVE), incoming(DORA, "People")));

        assertThat(edited(joined.list())).isEqualTo(each);
        assertThat(joined.added()).isEqualTo(3);
        assertThat(joined.endings().get(3).refusal()).contains("once more");
    }

    private static Incoming incoming(NewFeed feed, String... groups) {
        return new Incoming(
                1,
                feed.name(),
                feed.xmlUrl().toString(),
                feed.htmlUrl() == null ? null : feed.htmlUrl().toString(),
                null,
                feed.id() == null ? Map.of() : Map.of("id", feed.id()),
                List.of(groups));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layoutsThatCanHide")
    void unhidingWhatWasHiddenGivesTheOldBytes(String name) throws IOException {
        String text = list(name).text();
        assertThat(edited(OpmlEdit.unhide(
                        edited(OpmlEdit.hide(text, SPAM, List.of("posts/ann/spam.html"), "why")), List.of(SPAM))))
                .isEqualTo(text);
    }

    private static ListText list(String name) throws IOException {
        return ListText.of(Files.readAllBytes(FOLDER.resolve(name))).orElseThrow();
    }

    private static String edited(EditOutcome outcome) {
        return outcome.fold(text -> text, (what, remedy) -> {
            throw new AssertionError(what + " " + remedy);
        });
    }

    private static Planet planet(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return OpmlReader.read(unmarked, "feeds.opml").fold(planet -> planet, mistakes -> {
            throw new AssertionError(mistakes);
        });
    }
}
