package community.orrery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays every story in src/test/resources/history: a file becomes a test by lying there. */
class HistoriesTest {

    private static final Path STORIES = Path.of("src/test/resources/history");

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void siteFollowsTheStory(String story, @TempDir Path folder) throws IOException {
        List<String> lines = Files.readAllLines(STORIES.resolve(story + ".story"));
        List<Script.Scene> scenes = Script.play(lines, folder.resolve("archive.db"));
        assertThat(scenes).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        for (Script.Scene scene : scenes) {
            softly.assertThat(scene.actual())
                    .as("%s, line %s", story, scene.line())
                    .isEqualTo(scene.expected());
        }
        softly.assertAll();
    }

    static List<String> stories() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".story"))
                    .map(name -> name.substring(0, name.length() - ".story".length()))
                    .sorted()
                    .toList();
        }
    }
}
