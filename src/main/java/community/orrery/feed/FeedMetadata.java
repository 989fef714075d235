package community.orrery.feed;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself, as far as a copy of one of its entries has to say it again (atom:source, RFC 4287 section
 * 4.2.11). Its date is not among it: many feeds renew that with every build, and it would say nothing of the entry.
 *
 * @param id atom:id; null in a format that has none
 * @param title plain text; empty when the feed gives none
 * @param link the blog's home page
 * @param authors of all its entries that name none
 * @param rights its copyright line, plain text
 */
public record FeedMetadata(
        @Nullable String id, String title, @Nullable URI link, List<Person> authors, @Nullable String rights) {

    /** Nothing is known of it: a feed that was last read before this was kept. */
    public static final FeedMetadata NONE = new FeedMetadata(null, "", null, List.of(), null);

    public FeedMetadata {
        title = Direction.contained(title);
        rights = Direction.containedOrNull(rights);
        authors = List.copyOf(authors);
    }
}
