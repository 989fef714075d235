package community.orrery.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    /** By two ways: one for letters of Latin-1, one for all others. */
    @ParameterizedTest
    @ValueSource(strings = {"w", "ω"})
    void looksAtTheFirstTwentyThousandWords(String letter) {
        Wording first = Wording.of(words(letter, 20_000));
        Wording longer = Wording.of(words(letter, 50_000));

        assertThat(longer.words()).isEqualTo(first.words()).isEqualTo(20_000);
        assertThat(longer.simHash()).isEqualTo(first.simHash());
        assertThat(longer.likeness(first)).isEqualTo(1);
    }

    private static String words(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).collect(Collectors.joining(", "));
    }
}
