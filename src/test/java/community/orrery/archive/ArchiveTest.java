package community.orrery.archive;

import static community.orrery.archive.Planting.NOW;
import static community.orrery.archive.Planting.answered;
import static community.orrery.archive.Planting.entry;
import static community.orrery.archive.Planting.feed;
import static community.orrery.archive.Planting.member;
import static community.orrery.archive.Planting.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.Entry;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.FeedState;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Member;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Settings;
import community.orrery.feed.Source;
import community.orrery.feed.SourceFeed;
import community.orrery.history.Derivation;
import community.orrery.history.Reading;
import community.orrery.history.Typesetting;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
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
            assertThat(recorded).isEqualTo(new Recorded(1, 0, 0, 0));
        }
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.states()).containsExactly(Map.entry(new FeedKey("ada", feed("ada")), state));
            Post post = archive.posts().get(0);
            assertThat(post.slug()).isEqualTo("post-number-1");
            assertThat(archive.excerpt(post.key())).isEqualTo("Hello from the machine room.");
            assertThat(post.metadata()).isEqualTo(first.metadata());
            assertThat(archive.manuscript(post.key())).contains(new Manuscript(post.key(), first, feed("ada"), false));
            assertThat(archive.plainText(post.key())).isEqualTo("Hello from the machine room.");
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
    void listsThePostsOfThoseWhoLeftOnlyToWhoeverAsksForAll() {
        Member left = Planting.member("left");
        Planet planet = new Planet(
                "P", null, "", Locale.ROOT, null, null, Settings.DEFAULT, List.of(), List.of(ADA), List.of());
        try (Archive archive = Archive.open(file)) {
            archive.record(reading(ADA, NOW, List.of(entry("ada", 1, "Here."))), answered("a", NOW), Planting::derive);
            archive.record(
                    reading(left, NOW, List.of(entry("left", 2, "Gone."))), answered("b", NOW), Planting::derive);

            assertThat(archive.postsOf(planet)).extracting(Post::member).containsExactly("ada");
            assertThat(archive.posts()).extracting(Post::member).containsExactly("left", "ada");
        }
    }

    @Test
    void rememberedPostsNameTheFeedThatTheyAreReadFromAsItNowDescribesItself() {
        FeedMetadata metadata = new FeedMetadata(
                "tag:ada.example,2010:feed",
                "Notes & more",
                URI.create("https://ada.example/"),
                List.of(new Person("Ada", URI.create("https://ada.example/about")), new Person("Charles", null)),
                "© Ada");
        List<Entry> entries = List.of(entry("ada", 1, "One."));
        try (Archive archive = Archive.open(file)) {
            archive.record(reading(ADA, NOW, entries), answered("a", NOW), Planting::derive);
            assertThat(archive.posts().get(0).feed()).isEqualTo(new SourceFeed(feed("ada"), FeedMetadata.NONE));
            long stamp = archive.stamp();
            Reading described = new Reading(ADA, feed("ada"), metadata, entries, 10, NOW.plusSeconds(60));
            archive.record(described, answered("b", NOW), Planting::derive);
            assertThat(archive.posts().get(0).feed()).isEqualTo(new SourceFeed(feed("ada"), metadata));
            assertThat(archive.stamp()).isGreaterThan(stamp);
            stamp = archive.stamp();
            archive.record(described, answered("c", NOW), Planting::derive);
            assertThat(archive.stamp()).isEqualTo(stamp);
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
            assertThat(recorded).isEqualTo(new Recorded(0, 1, 0, 0));
            Post after = archive.posts().get(0);
            assertThat(after.path()).isEqualTo(before.path());
            assertThat(after.ordered()).isEqualTo(before.ordered());
            assertThat(after.revised()).isEqualTo(NOW.plusSeconds(60));
            assertThat(after.version()).isNotEqualTo(before.version());
            assertThat(archive.excerpt(after.key())).isEqualTo("The text.");
        }
    }

    @Test
    void aNewerCleaningPolicyHealsOldPostsAndNobodyEditedThem() {
        try (Archive archive = Archive.open(file)) {
            archive.record(
                    reading(ADA, NOW, List.of(entry("ada", 1, "An old text."))), answered("a", NOW), Planting::derive);
            Post before = archive.posts().get(0);
            assertThat(archive.staleDerivations(1, 10)).isEmpty();
            List<Manuscript> stale = archive.staleDerivations(2, 10);
            assertThat(stale).extracting(Manuscript::key).containsExactly(before.key());
            long stamp = archive.stamp();

            KeptHtml html = new KeptHtml("<p>An old text, cleaned better.</p>", URI.create("https://a.example/x.png"));
            archive.rederive(Map.of(
                    before.key(),
                    new Derivation(2, "An old text, cleaned better.", "An old text…", 5, Typesetting.NONE, html)));

            assertThat(archive.staleDerivations(2, 10)).isEmpty();
            Post after = archive.posts().get(0);
            assertThat(archive.excerpt(after.key())).isEqualTo("An old text…");
            assertThat(after.revised()).isNull();
            assertThat(after.version()).isNotEqualTo(before.version());
            assertThat(archive.plainText(before.key())).isEqualTo("An old text, cleaned better.");
            assertThat(archive.html(before.key(), 2)).contains(html);
            assertThat(archive.html(before.key(), 3)).isEmpty();
            assertThat(archive.stamp()).isGreaterThan(stamp);
        }
    }

    @Test
    void whatANewProgramFindsInAFeedThatAnEarlierOneReadIsNobodysEdit() {
        Duration hour = Duration.ofHours(1);
        try (Archive archive = Archive.open(file)) {
            archive.follow(0, NOW.minus(hour));
            read(archive, NOW, "One.");
            archive.follow(1, NOW.plus(hour));
            Recorded taken = read(archive, NOW.plus(hour.multipliedBy(2)), "One. With a picture's description.");
            assertThat(taken).isEqualTo(new Recorded(0, 1, 0, 0));
            Post post = archive.posts().get(0);
            assertThat(post.revised()).isNull();
            assertThat(archive.plainText(post.key())).isEqualTo("One. With a picture's description.");

            archive.follow(1, NOW.plus(hour.multipliedBy(3)));
            read(archive, NOW.plus(hour.multipliedBy(4)), "One. With another description.");
            assertThat(archive.posts().get(0).revised()).isEqualTo(NOW.plus(hour.multipliedBy(4)));
        }
    }

    private static Recorded read(Archive archive, Instant now, String text) {
        return archive.record(reading(ADA, now, List.of(entry("ada", 1, text))), answered("a", now), Planting::derive);
    }

    @Test
    void postsOfAFeedThatShowsFormulasAreToBeCleanedAgainAsSuch() {
        FeedKey feed = new FeedKey("ada", feed("ada"));
        try (Archive archive = Archive.open(file)) {
            archive.record(
                    reading(ADA, NOW, List.of(entry("ada", 1, "Of $n$."))), answered("a", NOW), Planting::derive);
            Post plain = archive.posts().get(0);
            assertThat(archive.usesMaths(feed)).isFalse();
            assertThat(archive.staleDerivations(1, 10)).isEmpty();

            archive.record(
                    reading(ADA, NOW, List.of(entry("ada", 2, "$$x$$"), entry("ada", 1, "Of $n$."))),
                    answered("b", NOW),
                    Planting::derive);

            assertThat(archive.usesMaths(feed)).isTrue();
            assertThat(archive.staleDerivations(1, 10))
                    .extracting(Manuscript::key, Manuscript::usesMaths)
                    .containsExactly(tuple(plain.key(), true));
            KeptHtml html = new KeptHtml("<p>Of <math>n</math>.</p>", null);
            archive.rederive(Map.of(plain.key(), new Derivation(1, "Of $n$.", "Of $n$.", 2, Typesetting.FEED, html)));
            assertThat(archive.html(plain.key(), 1)).contains(html);
            assertThat(archive.staleDerivations(1, 10)).isEmpty();
            Post after = archive.posts().stream()
                    .filter(post -> post.key() == plain.key())
                    .findFirst()
                    .orElseThrow();
            assertThat(after.version()).as("its page may look otherwise").isNotEqualTo(plain.version());
            assertThat(after.revised()).isNull();
        }
    }

    /** Of posts that came with an export, one of them withdrawn; the healing is cut short after each step. */
    @Test
    void textsThatAreNotKeptAreCleanedOnceHoweverOftenThatIsCutShort() throws IOException {
        List<Entry> entries = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> entry("ada", 6 - number, "Text " + number + ", with $$x$$."))
                .toList();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<Post> posts;
        try (Archive archive = Archive.open(file)) {
            archive.record(reading(ADA, NOW, entries), answered("a", NOW), Planting::derive);
            archive.record(
                    reading(ADA, NOW.plusSeconds(9), List.of(entries.get(0), entries.get(2), entries.get(4))),
                    answered("b", NOW),
                    Planting::derive);
            assertThat(archive.staleDerivations(1, 2)).isEmpty();
            posts = archive.posts();
            archive.export(lines);
        }
        file = file.resolveSibling("second.db");
        long stamp;
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.staleDerivations(1, 2))
                    .as("of nothing all is kept")
                    .isEmpty();
            archive.restore(new ByteArrayInputStream(lines.toByteArray()));
            stamp = archive.stamp();
        }

        for (int left = 5; left > 0; left--) {
            try (Archive archive = Archive.open(file)) {
                List<Manuscript> stale = archive.staleDerivations(1, 2);
                assertThat(stale).hasSize(Math.min(2, left));
                Manuscript one = stale.get(left % stale.size());
                archive.rederive(Map.of(one.key(), Planting.derive(one.entry())));
            }
        }

        try (Archive archive = Archive.open(file)) {
            assertThat(archive.staleDerivations(1, 2)).isEmpty();
            assertThat(archive.posts())
                    .isEqualTo(posts)
                    .extracting(Post::standing)
                    .contains(Post.Standing.WITHDRAWN);
            assertThat(posts).allSatisfy(post -> assertThat(archive.html(post.key(), 1))
                    .contains(Planting.derive(
                                    archive.manuscript(post.key()).orElseThrow().entry())
                            .html()));
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            archive.export(again);
            assertThat(again).hasToString(lines.toString());
            assertThat(archive.stamp()).as("nothing looks otherwise").isEqualTo(stamp);
        }
    }

    @Test
    void textsThatAreAllKeptAreNotLookedForAgain() {
        try (Archive archive = Archive.open(file)) {
            archive.record(reading(ADA, NOW, List.of(entry("ada", 1, "One."))), answered("a", NOW), Planting::derive);
            assertThat(archive.staleDerivations(1, 10)).isEmpty();

            archive.database().write(() -> archive.database().update("delete from cleaned"));

            assertThat(archive.staleDerivations(1, 10)).isEmpty();
        }
    }

    @Test
    void knowsWhenAPostWasLastInItsFeed() {
        try (Archive archive = Archive.open(file)) {
            archive.record(reading(ADA, NOW, List.of(entry("ada", 1, "One."))), answered("a", NOW), Planting::derive);
            long first = archive.posts().get(0).key();
            assertThat(archive.lastListed(first)).contains(NOW);
            archive.record(
                    reading(ADA, NOW.plusSeconds(60), List.of(entry("ada", 2, "Two."))),
                    answered("b", NOW),
                    Planting::derive);
            assertThat(archive.lastListed(first)).contains(NOW);
            assertThat(archive.lastListed(999)).isEmpty();
        }
    }

    @Test
    void cleansOnlyTextsThatAreNew() {
        try (Archive archive = Archive.open(file)) {
            archive.record(
                    reading(ADA, NOW, List.of(entry("ada", 2, "Two."), entry("ada", 1, "One."))),
                    answered("a", NOW),
                    Planting::derive);
            List<Entry> cleaned = new ArrayList<>();
            Entry third = entry("ada", 3, "Three.");
            archive.record(
                    reading(ADA, NOW.plusSeconds(60), List.of(third, entry("ada", 2, "Two."), entry("ada", 1, "One."))),
                    answered("b", NOW),
                    entry -> {
                        cleaned.add(entry);
                        return Planting.derive(entry);
                    });
            assertThat(cleaned).containsExactly(third);
        }
    }

    @Test
    void metadataComesBackAsItWas() {
        Metadata full = new Metadata(
                URI.create("https://ada.example/1"),
                "A \"title\" with ünïcode 🎉",
                NOW,
                NOW.plusMillis(5),
                List.of(new Person("Ada", URI.create("https://ada.example/me")), new Person("Grace", null)),
                List.of(new Category("hpc", "https://tags.example/", "HPC"), new Category("c++", null, null)),
                "en-GB",
                "All rights reserved",
                URI.create("https://creativecommons.org/licenses/by/4.0/"),
                List.of(new Enclosure(
                        URI.create("https://ada.example/1.mp3"), "audio/mpeg", 7L, Duration.ofSeconds(90))),
                URI.create("https://ada.example/1.png"),
                URI.create("https://ada.example/1#comments"),
                new Source("tag:x", "X", URI.create("https://x.example/"), URI.create("https://x.example/feed")),
                URI.create("https://x.example/1"));
        assertThat(MetadataJson.read(MetadataJson.write(full))).isEqualTo(full);
    }
}
