package community.orrery.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every list below {@code opml/mistake} is wrong in the way its name says; beside it stands what its maintainer reads,
 * to the letter. {@code -Dgolden.update=true} writes those texts anew, for review as a diff.
 */
class MistakesTest {

    private static final Path FOLDER = Path.of("src/test/resources/opml/mistake");

    static List<String> lists() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".opml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void tellsEachMistakeWithFileLineAndRemedy(String name) throws IOException {
        Path list = FOLDER.resolve(name);
        Path expected = FOLDER.resolve(name.replace(".opml", ".txt"));
        String told = told(OpmlReader.read(Files.readAllBytes(list), "feeds.opml"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isNotEmpty().isEqualTo(Files.readString(expected));
        assertThat(told.lines()).allMatch(line -> line.matches("feeds\\.opml:[1-9][0-9]*: .*[.?!] .*\\."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void tellsTheSameOfTextAndBytes(String name) throws IOException {
        byte[] list = Files.readAllBytes(FOLDER.resolve(name));
        ListText.of(list).ifPresent(text -> assertThat(told(OpmlReader.read(text.text(), "feeds.opml")))
                .isEqualTo(told(OpmlReader.read(list, "feeds.opml"))));
        if (ListText.of(list).isEmpty()) {
            assertThat(OpmlReader.read(list, "feeds.opml")).isInstanceOf(ListOutcome.Mistaken.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void endsWithWordsWhereverAListIsCutOff(String name) throws IOException {
        String list = new String(Files.readAllBytes(FOLDER.resolve(name)), StandardCharsets.ISO_8859_1);
        for (int end = 0; end < list.length(); end += 7) {
            assertThat(OpmlReader.read(list.substring(0, end), "feeds.opml")).isInstanceOf(ListOutcome.Mistaken.class);
        }
    }

    private static String told(ListOutcome outcome) {
        return outcome.fold(
                planet -> "",
                mistakes -> mistakes.stream().map(mistake -> mistake + "\n").collect(Collectors.joining()));
    }
}
