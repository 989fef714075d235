package community.orrery.feed;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as read: what it says of itself and its entries, in its own order.
 *
 * @param metadata of the feed itself
 * @param language BCP 47
 * @param rhythm how often it wants to be asked
 * @param repaired what was wrong with the document, in words for its blogger, when it had to be mended to be read; null
 *     when it was well-formed
 * @param leftOut how many of its entries, the oldest, are too many for one feed and are not among {@code entries}
 * @param entries as published; a document cut off in the middle leaves its last, partial entry out
 */
public record ParsedFeed(
        FeedMetadata metadata,
        @Nullable String language,
        Rhythm rhythm,
        @Nullable String repaired,
        int leftOut,
        List<Entry> entries) {

    public ParsedFeed {
        entries = List.copyOf(entries);
    }

    /** Plain text; empty when the feed gives none. */
    public String title() {
        return metadata.title();
    }

    /** The blog's home page; null when the feed gives none. */
    public @Nullable URI link() {
        return metadata.link();
    }
}
