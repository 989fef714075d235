package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchIndexTest {

    /** As search.js parts what a visitor types. */
    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{M}\\p{N}_+#]+";

    @Test
    void partsTextsOfEveryScriptIntoTheWordsThatThePageSeeks() throws IOException {
        List<String> texts = Files.readAllLines(Path.of("src/test/resources/likeness/texts.txt"));
        texts.add("C++ and c# café_1 e\u0301te\u0301 ½ a \uD83D\uDE00");

        texts.add(
                "ΟΔΥΣΣΕΥΣ ΑΣ' Α.ΣΟΦΟΣ İstanbul DİYARBAKIR ÉTÉ Straße ẞ ⅣⒶ \uD801\uDC00\uD801\uDC01 \uD83D\uDE00\uD83D");
        texts.add("Aa BB aa bb AaAa BBBB AaBB BBAa aaaa a aa aaa same SAME samesame");

        for (String text : texts) {
            assertThat(SearchIndex.words(text))
                    .isEqualTo(Arrays.stream(text.toLowerCase(Locale.ROOT).split(BETWEEN_WORDS))
                            .filter(word -> word.length() > 1 && word.length() <= 40)
                            .distinct()
                            .collect(Collectors.joining(" ")));
        }
    }

    @Test
    void keepsTheFirstThousandWords() {
        String text = IntStream.range(0, 3_000).mapToObj(i -> "w" + i / 2).collect(Collectors.joining(", "));

        assertThat(SearchIndex.words(text))
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
    }
}
