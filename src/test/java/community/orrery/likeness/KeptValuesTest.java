package community.orrery.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What texts come to, some of it held by archives: whoever makes a comparison faster must come to the same, in every script. */
class KeptValuesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "likeness");

    @Test
    void textsComeToWhatArchivesHold() throws IOException {
        List<String> came = Files.readAllLines(FOLDER.resolve("texts.txt")).stream()
                .map(String::translateEscapes)
                .map(text -> String.join(
                        " ",
                        Long.toHexString(Wording.of(text).simHash()),
                        String.valueOf(Wording.of(text).words()),
                        Digest.of(Markup.essenceOfText(text)),
                        Digest.of(Markup.essence(text))))
                .toList();

        assertThat(came).isEqualTo(Files.readAllLines(FOLDER.resolve("kept.txt")));
    }
}
