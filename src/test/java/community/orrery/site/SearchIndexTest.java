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

    /** As search.js parts what a visitor types, once it has dropped what nobody sees inside a word. */
    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{M}\\p{N}_+#]+";

    private static final String INSIDE_WORDS = "[\u00AD\u200B\u2060]";

    @Test
    void partsTextsOfEveryScriptIntoTheWordsThatThePageSeeks() throws IOException {
        List<String> texts = Files.readAllLines(Path.of("src/test/resources/likeness/texts.txt"));
        texts.add("C++ and c# café_1 e\u0301te\u0301 ½ a \uD83D\uDE00");

        texts.add(
                "ΟΔΥΣΣΕΥΣ ΑΣ' Α.ΣΟΦΟΣ İstanbul DİYARBAKIR ÉTÉ Straße ẞ ⅣⒶ \uD801\uDC00\uD801\uDC01 \uD83D\uDE00\uD83D");
        texts.add("MPI在集群上，用了30分钟（CentOS 7）。\u3007\u3005\uD842\uDFB7野家でスーパーコンピュータ―ーa｜ภาษาไทย๓ข้อ 한국어a高b");
        texts.add("高性能计算".repeat(30));
        texts.add("I don't: I/O in C\u2014x, Python 3 \uD83D\uDE00y\uD83D\uDE00");
        texts.add(
                "ភាសា\u200Bខ្មែរ\u200B និង ภาษา\u200Bไทย Rechen\u00ADzen\u00ADtrum \u00ADI\u00ADΟΔΟΣ\u00AD' a\u2060\u2060\u200B1 \u200B");
        texts.add("Aa BB aa bb AaAa BBBB AaBB BBAa aaaa a aa aaa same SAME samesame");

        for (String text : texts) {
            assertThat(SearchIndex.words(text))
                    .isEqualTo(Arrays.stream(text.toLowerCase(Locale.ROOT)
                                    .replaceAll(INSIDE_WORDS, "")
                                    .split(BETWEEN_WORDS))
                            .filter(word -> !word.isEmpty())
                            .distinct()
                            .collect(Collectors.joining(" ")));
        }
    }

    @Test
    void keepsWordsOfOneLetter() {
        assertThat(SearchIndex.words("I don't do I/O in C on CentOS 7.")).isEqualTo("i don t do o in c on centos 7");
    }

    @Test
    void leavesLettersBesideEachOtherThatNoSpacesPart() {
        assertThat(SearchIndex.words("GPU上的高性能计算，性能")).isEqualTo("gpu上的高性能计算 性能");
        assertThat(SearchIndex.words("슈퍼컴퓨터 cafe\u0301")).isEqualTo("슈퍼컴퓨터 cafe\u0301");
    }

    @Test
    void keepsAWordWholeWhereItMayBeBrokenOverLines() {
        assertThat(SearchIndex.words("ភាសា\u200Bខ្មែរ Hoch\u00ADleis\u00ADtungs\u00ADrechner 10\u2060km"))
                .isEqualTo("ភាសាខ្មែរ hochleistungsrechner 10km");
    }

    @Test
    void keepsTheFirstThousandWords() {
        String text = IntStream.range(0, 3_000).mapToObj(i -> "w" + i / 2).collect(Collectors.joining(", "));

        assertThat(SearchIndex.words(text))
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
    }

    @Test
    void keepsNoMoreThanTenThousandLetters() {
        String sentence = "在三十分钟之内我们的超级计算机完成了所有的任务";
        String text = IntStream.range(0, 3_000).mapToObj(i -> sentence + i).collect(Collectors.joining("，"));

        assertThat(SearchIndex.words(text))
                .hasSizeBetween(10_000, 10_050)
                .startsWith(sentence + "0 " + sentence + "1 ");
    }

    @Test
    void passesOverMoreThanAThousandLettersOrDigitsOfAscii() {
        assertThat(SearchIndex.words("a " + "b".repeat(1_000) + " " + "c".repeat(1_001) + " d"))
                .isEqualTo("a " + "b".repeat(1_000) + " d");
    }

    @Test
    void cutsMoreThanAThousandLettersThatNoSpacesPart() {
        String text = IntStream.range(0x4E00, 0x4E00 + 2_500)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertThat(SearchIndex.words("GPU " + text + " d"))
                .isEqualTo("gpu " + text.substring(0, 1_000) + " " + text.substring(1_000, 2_000) + " "
                        + text.substring(2_000) + " d");
        assertThat(SearchIndex.words("a" + "\uD842\uDFB7".repeat(600)))
                .as("between letters")
                .isEqualTo("a" + "\uD842\uDFB7".repeat(499) + " " + "\uD842\uDFB7".repeat(101));
        assertThat(SearchIndex.words("高性能"
                        + IntStream.range(0, 30_000).mapToObj(String::valueOf).collect(Collectors.joining())))
                .as("the bound of a post")
                .hasSizeBetween(10_000, 11_000);
    }
}
