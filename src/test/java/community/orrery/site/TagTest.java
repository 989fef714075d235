package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Category;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TagTest {

    private static String slug(String name) {
        return Tag.of(new Category(name, null, null)).slug();
    }

    @Test
    void takesSpellingsOfOneTagTogether() {
        assertThat(Stream.of("Open Source", "open-source", " OPEN_source").map(TagTest::slug))
                .containsOnly("open-source");
    }

    @Test
    void keepsTagsApartThatASlugWouldMerge() {
        assertThat(Stream.of("C", "C++", "C#", "計算", "天文", "Zürich", "Zurich", "\uD83D\uDE80")
                        .map(TagTest::slug))
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z0-9-]+"));
    }

    /** Addresses are kept for ever: these are what they were when the first planets were published. */
    @Test
    void givesEachSpellingTheAddressThatItAlwaysHad() {
        assertThat(slug("High-Performance_Computing")).isEqualTo("high-performance-computing");
        assertThat(slug("Straße & Ærø")).isEqualTo("stra-e-r-192d9gj");
    }

    @Test
    void staysShortEnoughForAFileName() {
        assertThat(slug("long ".repeat(100))).hasSizeLessThan(80);
    }
}
