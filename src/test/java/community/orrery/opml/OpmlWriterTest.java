package community.orrery.opml;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlWriterTest {

    private static final Path FOLDER = Path.of("src/test/resources/opml");

    @Test
    void writesTheBlogrollToTheLetter() throws IOException {
        String blogroll = OpmlWriter.blogroll(planet(read("blogroll.opml")));
        assertThat(blogroll).isEqualTo(read("blogroll.expected.opml"));
    }

    @Test
    void writesNoPasswordAndNoAddressOfTheOwner() throws IOException {
        assertThat(OpmlWriter.blogroll(planet(read("blogroll.opml")))).doesNotContain("secret", "owner@", "local.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups-in-groups.opml",
                "member-with-three-feeds.opml",
                "every-setting.opml",
                "../../../../feeds.opml"
            })
    void readsBackAsTheSameMembersAndGroups(String list) throws IOException {
        Planet planet = planet(read(list));
        Planet again = planet(OpmlWriter.blogroll(planet));
        assertThat(again.title()).isEqualTo(planet.title());
        assertThat(again.members()).extracting(Member::id).containsExactlyElementsOf(ids(planet));
        assertThat(again.members())
                .extracting(Member::home)
                .isEqualTo(planet.members().stream().map(Member::home).toList());
        assertThat(again.allGroups())
                .extracting(Group::id)
                .isSubsetOf(planet.allGroups().map(Group::id).toList());
        assertThat(OpmlWriter.blogroll(again).lines().filter(line -> line.contains("<outline")))
                .containsExactlyElementsOf(OpmlWriter.blogroll(planet)
                        .lines()
                        .filter(line -> line.contains("<outline"))
                        .toList());
    }

    private static List<String> ids(Planet planet) {
        return planet.members().stream().map(Member::id).toList();
    }

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    private static Planet planet(String list) {
        return OpmlReader.read(list, "feeds.opml").fold(planet -> planet, mistakes -> {
            throw new AssertionError(mistakes);
        });
    }
}
