package community.orrery.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {

    /** Marks by their usual names, in brackets. */
    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a [RLE]b[PDF] c, a [RLE]b[PDF] c",
        "a [RLE]b, a [RLE]b[PDF]",
        "a [RLI]b [LRE]c, a [RLI]b [LRE]c[PDF][PDI]",
        "a[PDF] b[PDI], a b",
        "a [RLO]b, a b",
        "a [RLO]b[PDF] c, a b c",
        "[RLE]a [LRO]b[PDF] c[PDF], [RLE]a b c[PDF]",
        "[FSI]a[PDF]b[PDI], [FSI]ab[PDI]",
        "[FSI]a [LRE]b[PDI] c[PDF], [FSI]a [LRE]b[PDI] c",
        "[PDI][LRI][PDI][PDI], [LRI][PDI]",
    })
    void marksEndWhereTheTextEnds(String text, String contained) {
        assertThat(Direction.contained(marked(text))).isEqualTo(marked(contained));
    }

    /** A stranger's title may be nothing but marks, as many as a feed holds. */
    @Test
    void manyMarksCostNoMoreThanTheirNumber() {
        String text = "\u202a".repeat(500_000) + "\u2069".repeat(500_000);

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Direction.contained(text)))
                .isEqualTo("\u202a".repeat(500_000) + "\u202c".repeat(500_000));
    }

    private static String marked(String text) {
        return text.replace("[LRE]", "\u202a")
                .replace("[RLE]", "\u202b")
                .replace("[PDF]", "\u202c")
                .replace("[LRO]", "\u202d")
                .replace("[RLO]", "\u202e")
                .replace("[LRI]", "\u2066")
                .replace("[RLI]", "\u2067")
                .replace("[FSI]", "\u2068")
                .replace("[PDI]", "\u2069");
    }
}
