package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.EntryId;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Metadata;
import community.orrery.feed.Post;
import community.orrery.feed.SourceFeed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalsTest {

    /** Once a permalink, such an id stays one, also when the entry no longer gives a link. */
    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/a|b", "https://a.example/%zz", "https://a.example/{x}", "https://[a"})
    void anIdThatIsNoAddressLeadsNowhere(String id) {
        assertThat(Originals.of(post(id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PERMALINK, true", "LINK, true", "GUID, false", "DIGEST, false"})
    void anIdLeadsToTheOriginalWhereItsFeedSaysThatItIsAnAddress(EntryId.Kind kind, boolean leads) {
        URI address = URI.create("https://a.example/post");

        assertThat(Originals.of(post(new EntryId(address.toString(), kind), null)))
                .isEqualTo(leads ? Optional.of(address) : Optional.empty());
    }

    @Test
    void leadsReadersThereWithoutWhatCountsThem() {
        URI link = URI.create("https://a.example/p?utm_source=rss&id=7&utm_medium=rss#two");
        URI plain = URI.create("https://a.example/p?id=7#two");

        assertThat(Originals.of(post("17", link))).contains(plain);
        assertThat(Originals.page(post("17", link))).isEqualTo(plain);
        assertThat(Originals.of(post("https://a.example/p?utm_source=rss")))
                .contains(URI.create("https://a.example/p"));
        assertThat(Originals.page(post("17"))).isNull();
    }

    private static Post post(String id) {
        return post(id, null);
    }

    private static Post post(String id, @Nullable URI link) {
        return post(new EntryId(id, EntryId.Kind.PERMALINK), link);
    }

    private static Post post(EntryId id, @Nullable URI link) {
        Metadata metadata = new Metadata(
                link, "T", null, null, List.of(), List.of(), null, null, null, List.of(), null, null, null, null);
        return new Post(
                1,
                "a",
                "t",
                id,
                metadata,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0,
                Post.Standing.SHOWN,
                new SourceFeed(URI.create("https://a.example/feed.xml"), FeedMetadata.NONE),
                "v");
    }
}
