package community.orrery.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done by hand for speed's sake does what the patterns say. */
class SpeltOutTest {

    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");
    private static final Pattern COUNT = Pattern.compile(
            "\\b(?:\\d+|no|one|keine?|ein|aucun|un) ?(?:comments?|responses?|replies|reply|likes?|views?|shares?|claps?|reactions?"
                    + "|kommentare?|commentaires?|comentarios?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String[] PARTS = {
        "a",
        "Z",
        "7",
        "word",
        "café",
        "e\u0301",
        "ß",
        "漢",
        "字",
        "ひ",
        "カ",
        "ー",
        "々",
        "ไท",
        "ย์",
        "한국",
        "Ω",
        "½",
        "É",
        "×",
        "ª",
        "²",
        "µ",
        "¨",
        "\u0301",
        "\u2011",
        "\u2017",
        "\u0130",
        "Ⅷ",
        "𝒜",
        "𠀀",
        "\ud800",
        "_",
        "-",
        "'",
        "’",
        ".",
        "…",
        " ",
        " ",
        "  ",
        "\n",
        "\t",
        "\u000b",
        "\u001c",
        "\u0085",
        "\u00a0",
        "\u200b",
        "\u2028",
        "\u3000",
        "\ufeff",
        "\u180e",
        "no",
        "No",
        "one",
        "kein",
        "un",
        "12",
        "3",
        "comment",
        "comments",
        "Replies",
        "likes",
        "view",
        "ſhares",
        "\u212aommentare",
        "kommentare",
        "aucun",
        "commentaire",
        "&"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void wordsAreTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            String apart = String.join(
                    " ", WORD.matcher(plain).results().map(word -> word.group()).toList());
            assertThat(Wording.of(text).words()).as(text).isEqualTo((int)
                    WORD.matcher(plain).results().count());
            assertThat(Wording.of(text).likeness(Wording.of(apart))).as(text).isIn(0.0, 1.0);
            assertThat(Wording.of(text).simHash())
                    .as(text)
                    .isEqualTo(Wording.of(apart).simHash());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6, 7, 8})
    void essencesAreTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random);
            String folded = SPACE.matcher(text).replaceAll(" ");
            assertThat(Markup.essenceOfText(text))
                    .as(text)
                    .isEqualTo(COUNT.matcher(folded).replaceAll("").replace(" ", ""));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int parts = random.nextInt(12); parts > 0; parts--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
