package community.orrery.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an entry says of itself short of its text. Text fields are plain text, entities decoded, white space folded;
 * links are absolute http(s).
 *
 * @param link the entry's own page; null when it gives none
 * @param title never empty: an untitled entry is called by its first words
 * @param published as the author dates it; null when absent or absurd. Never "now"
 * @param updated likewise
 * @param language BCP 47 tag of the entry, else of its feed
 * @param rights the entry's copyright line, else its feed's
 * @param license a licence's address, the entry's, else its feed's
 * @param thumbnail a picture that stands for the entry
 * @param comments where readers discuss it
 * @param source the feed it is taken from, where it says so
 * @param canonical where the entry says that its original is: FeedBurner origLink, rel=canonical
 */
public record Metadata(
        @Nullable URI link,
        String title,
        @Nullable Instant published,
        @Nullable Instant updated,
        List<Person> authors,
        List<Category> categories,
        @Nullable String language,
        @Nullable String rights,
        @Nullable URI license,
        List<Enclosure> enclosures,
        @Nullable URI thumbnail,
        @Nullable URI comments,
        @Nullable Source source,
        @Nullable URI canonical) {

    public Metadata {
        title = Direction.contained(title);
        rights = Direction.containedOrNull(rights);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }

    /** The same, but for its dates. */
    public Metadata dated(@Nullable Instant published, @Nullable Instant updated) {
        return new Metadata(
                link,
                title,
                published,
                updated,
                authors,
                categories,
                language,
                rights,
                license,
                enclosures,
                thumbnail,
                comments,
                source,
                canonical);
    }
}
