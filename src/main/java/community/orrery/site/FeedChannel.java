package community.orrery.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself.
 *
 * @param title plain text
 * @param home the page it belongs to; absolute where the planet has an address
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
}
