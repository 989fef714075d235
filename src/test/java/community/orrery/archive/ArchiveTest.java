package community.orrery.archive;

import static community.orrery.archive.Planting.NOW;
import static community.orrery.archive.Planting.answered;
import static community.orrery.archive.Planting.entry;
import static community.orrery.archive.Planting.feed;
import static community.orrery.archive.Planting.member;
import static community.orrery.archive.Planting.reading;
import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Post;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    private static final Member ADA = member("ada");

    private Path file;

    @BeforeEach
    void name(@TempDir Path folder) {
        file = folder.resolve(".orrery/archive.db");
    }

    @Test
    void remembersPostsAndStateOfAFeedTogether() {
        Entry first = entry("ada", 1, "Hello from the machine room.");
        FeedState state = answered("\"v1\"", NOW);
        try (Archive archive = Archive.open(file)) {
            Recorded recorded = archive.record(reading(ADA, NOW, List.of(first)), state, Planting::derive);
            assertThat(recorded).isEqualTo(new Recorded(1, 0, 0, 0, 0));
        }
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.states()).containsExactly(Map.entry(new FeedKey("ada", feed("ada")), state));
            Post post = archive.posts().get(0);
            assertThat(post.slug()).isEqualTo("post-number-1");
            assertThat(post.excerpt()).isEqualTo("Hello from the machine room.");
            assertThat(post.metadata()).isEqualTo(first.metadata());
            assertThat(archive.manuscript(post.key())).contains(new Manuscript(post.key(), first, feed("ada")));
            assertThat(archive.text(post.key())).isEqualTo("Hello from the machine room.");
        }
    }

    @Test
    void stampStaysWhileNothingAPageShowsIsStored() {
        try (Archive archive = Archive.open(file)) {
            List<Entry> entries = List.of(entry("ada", 1, "One."));
            archive.record(reading(ADA, NOW, entries), answered("\"v1\"", NOW), Planting::derive);
            long stamp = archive.stamp();
            archive.save(Map.of(new FeedKey("ada", feed("ada")), answered("\"v2\"", NOW)));
            archive.record(
                    reading(ADA, NOW.plus(Duration.ofHours(1)), entries), answered("\"v3\"", NOW), Planting::derive);
            assertThat(archive.stamp()).isEqualTo(stamp);
            archive.record(
                    reading(ADA, NOW.plus(Duration.ofHours(2)), List.of(entry("ada", 1, "One, mended."))),
                    answered("\"v4\"", NOW),
                    Planting::derive);
            assertThat(archive.stamp()).isGreaterThan(stamp);
        }
    }

    @Test
    void editReplacesInPlace() {
        try (Archive archive = Archive.open(file)) {
            archive.record(
                    reading(ADA, NOW, List.of(entry("ada", 1, "Teh text."))), answered("a", NOW), Planting::derive);
            Post before = archive.posts().get(0);
            Recorded recorded = archive.record(
                    reading(ADA, NOW.plusSeconds(60), List.of(entry("ada", 1, "The text."))),
                    answered("b", NOW),
                    Planting::derive);
            assertThat(recorded).isEqualTo(new Recorded(0, 1, 0, 0, 0));
            Post after = archive.posts().get(0);
            assertThat(after.path()).isEqualTo(before.path());
            assertThat(after.ordered()).isEqualTo(before.ordered());
            assertThat(after.revised()).isEqualTo(NOW.plusSeconds(60));
            assertThat(after.version()).isNotEqualTo(before.version());
            assertThat(after.excerpt()).isEqualTo("The text.");
        }
    }
}
