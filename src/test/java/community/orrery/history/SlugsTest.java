package community.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.EntryId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

    private static final Instant DAY = Instant.parse("2025-03-10T08:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "How caches work | how-caches-work",
                "Übergrößen, naïvely: Ærø & Łódź | ubergrossen-naively-aero-and-lodz",
                "C++ in 2025? | c-plus-plus-in-2025",
                "What's new, it’s 9.5 | whats-new-its-9-5",
                "../../etc/passwd | etc-passwd",
                "CON | con-post",
                "lpt1 | lpt1-post",
                "index | index-post",
                "İstanbul ÇAĞRI | istanbul-cagri",
                "ﬁne ① Ⅳ | fine-1-iv",
                "計算機の待ち時間 | 2025-03-10",
                "Привет | 2025-03-10",
                "🎉🎉 | 2025-03-10",
                "HPC 計算機 2 | hpc-2",
                "AI | ai",
                "Ŋgũgĩ & µTask | nggugi-and-utask",
                "ǽon of rest | on-of-rest",
            })
    void foldsTitlesToPlainLetters(String title, String slug) {
        assertThat(give(title, DAY)).isEqualTo(slug);
    }

    @Test
    void cutsLongTitlesAtAWord() {
        String slug = give("a long title that goes on about the many things that it has to say, and on", DAY);
        assertThat(slug).isEqualTo("a-long-title-that-goes-on-about-the-many-things-that-it-has");
        assertThat(give("x".repeat(300), DAY)).hasSize(60);
    }

    @Test
    void undatedTitleInAnotherScriptGetsAHash() {
        assertThat(give("計算機", null)).matches("post-[0-9a-f]{6}");
    }

    @Test
    void secondOfTheSameTitleGetsAFewCharactersOfHash() {
        Slugs slugs = new Slugs(Set.of("news"));
        String second = slugs.give("News", DAY, id("2"));
        String third = slugs.give("News", DAY, id("2"));
        assertThat(second).matches("news-[0-9a-f]{6}");
        assertThat(third).matches("news-[0-9a-f]{6}").isNotEqualTo(second);
        assertThat(new Slugs(Set.of("x".repeat(60))).give("x".repeat(80), DAY, id("3")))
                .hasSize(60);
    }

    private static String give(String title, @Nullable Instant published) {
        return new Slugs(Set.of()).give(title, published, id("1"));
    }

    private static EntryId id(String value) {
        return new EntryId(value, EntryId.Kind.GUID);
    }
}
