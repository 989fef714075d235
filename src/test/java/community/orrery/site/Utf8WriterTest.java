package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8WriterTest {

    /** Pairs of surrogates come whole, cut in two by a write's end, and as halves without another. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261121})
    void writesWhatJavaMakesOfTheWholeText(long seed) {
        Random random = new Random(seed);
        char[] letters = {'a', '&', '\u00E9', '\u5B57', '\uD83D', '\uDE00', '\uFFFE'};
        StringBuilder whole = new StringBuilder();
        Utf8Writer writer = new Utf8Writer(4);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(i == 7 ? "long ".repeat(5_000) : "");
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(letters[random.nextInt(letters.length)]);
            }
            whole.append(write(writer, text.toString(), random.nextInt(4)));
        }

        assertThat(new String(writer.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(new String(whole.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static String write(Utf8Writer writer, String text, int way) {
        switch (way) {
            case 0 -> writer.write(text);
            case 1 -> writer.write(text, text.length() / 2, text.length() - text.length() / 2);
            case 2 -> writer.write(text.toCharArray(), 0, text.length());
            default -> text.chars().forEach(writer::write);
        }
        return way == 1 ? text.substring(text.length() / 2) : text;
    }
}
