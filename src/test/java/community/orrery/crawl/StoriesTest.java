package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays every story in src/test/resources/history, from the feeds' bytes to the published site: a file becomes a test by
 * lying there. {@code -Dgolden.update=true} writes what each {@code then} found into the file; review it as a diff.
 */
class StoriesTest {

    private static final Path STORIES = Path.of("src/test/resources/history");

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void publishedSiteFollowsTheStory(String story, @TempDir Path folder) throws Exception {
        Path file = STORIES.resolve(story + ".story");
        List<String> lines = Files.readAllLines(file);
        List<Story.Scene> scenes = Story.play(lines, folder);
        assertThat(scenes).isNotEmpty();
        if (Boolean.getBoolean("golden.update")) {
            rewrite(file, lines, scenes);
        }
        SoftAssertions softly = new SoftAssertions();
        for (Story.Scene scene : scenes) {
            softly.assertThat(scene.site())
                    .as("%s, line %s", story, scene.line())
                    .isEqualTo(scene.expected());
            softly.assertThat(scene.faults())
                    .as("what does not fit together in %s, line %s", story, scene.line())
                    .isEmpty();
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

    private static void rewrite(Path file, List<String> lines, List<Story.Scene> scenes) throws IOException {
        List<String> anew = new ArrayList<>();
        int from = 0;
        for (Story.Scene scene : scenes) {
            anew.addAll(lines.subList(from, scene.line()));
            scene.site().forEach(line -> anew.add("  " + line));
            from = scene.line() + scene.expected().size();
        }
        anew.addAll(lines.subList(from, lines.size()));
        Files.write(file, anew);
    }
}
