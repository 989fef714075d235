package community.orrery.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself.
 *
 * @param title plain text
 * @param home the page it belongs to; relative to the feed while the planet has no address
 * @param folder where its files stand, below the site's root: empty or ending in a slash
 */
record FeedChannel(String title, String description, String home, String folder, List<FeedItem> items) {

    /** For a feed without entries: a moment that never changes. */
    private static final Instant NEVER = Instant.EPOCH;

    /** Of the newest change among its entries, never the clock. */
    Instant updated() {
        return items.stream().map(FeedItem::updated).max(Instant::compareTo).orElse(NEVER);
    }

    /** Its address in this format; null while the planet has none. */
    @Nullable
    String self(SitePlan plan, String file) {
        return plan.absolute(folder + file);
    }

    /** While the planet has no address: a name that stays, made from the feed's title and place. */
    String unaddressed() {
        String name = title + "\n" + folder;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
