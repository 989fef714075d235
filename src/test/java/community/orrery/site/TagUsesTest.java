package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagUsesTest {

    private final List<Writing> oldestFirst = new ArrayList<>();

    private void write(String member, List<String> tags) {
        int key = oldestFirst.size() + 1;
        Instant time = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * key);
        Post post = SamplePlanet.tagged(SamplePlanet.post(key, member, time, new Random(key)), tags);
        oldestFirst.add(new Writing(post, List.of()));
    }

    private TagUses uses() {
        List<Writing> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return new TagUses(newestFirst);
    }

    private static List<String> words(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "word" + i).toList();
    }

    @Test
    void givesATagAPageFromItsSecondPostOnAndSpellsItAsTheOldestDoes() {
        write("ada", List.of("Open Source", "once"));
        write("ada", List.of("open-source", "OPEN source"));

        TagUses uses = uses();

        assertThat(uses.hasPage("open-source")).isTrue();
        assertThat(uses.posts("open-source")).isEqualTo(2);
        assertThat(uses.name("open-source")).isEqualTo("Open Source");
        assertThat(uses.hasPage("once")).isFalse();
        assertThat(uses.hasPage("nobody")).isFalse();
        assertThat(uses.of(0)).extracting(Tag::name).containsExactly("open-source");
        assertThat(uses.of(1)).extracting(Tag::slug).containsExactly("open-source", "once");
    }

    @Test
    void givesAFeedOfMadeUpWordsNoMorePagesThanABlogNeeds() {
        write("flood", words(1, TagUses.MOST_OF_ONE_BLOG + 2));
        write("flood", words(1, TagUses.MOST_OF_ONE_BLOG + 2));
        write("ada", List.of("word" + (TagUses.MOST_OF_ONE_BLOG + 2), "hpc"));
        write("ada", List.of("hpc"));

        TagUses uses = uses();

        assertThat(uses.hasPage("word1")).isTrue();
        assertThat(uses.hasPage("word" + TagUses.MOST_OF_ONE_BLOG)).isTrue();
        assertThat(uses.hasPage("word" + (TagUses.MOST_OF_ONE_BLOG + 1))).isFalse();
        assertThat(uses.hasPage("word" + (TagUses.MOST_OF_ONE_BLOG + 2)))
                .as("another blog uses it too")
                .isTrue();
        assertThat(uses.hasPage("hpc")).isTrue();
    }

    /** A tag that has a page keeps it, whatever the blog writes from then on. */
    @Test
    void takesNoPageAwayForWhatComesLater() {
        write("ada", List.of("early"));
        write("ada", List.of("early"));
        write("ada", words(1, TagUses.MOST_OF_ONE_BLOG));
        write("ada", words(1, TagUses.MOST_OF_ONE_BLOG));

        TagUses uses = uses();

        assertThat(uses.hasPage("early")).isTrue();
        assertThat(uses.hasPage("word" + (TagUses.MOST_OF_ONE_BLOG - 1))).isTrue();
        assertThat(uses.hasPage("word" + TagUses.MOST_OF_ONE_BLOG)).isFalse();
    }
}
