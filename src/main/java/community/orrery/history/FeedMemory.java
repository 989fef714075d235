package community.orrery.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What history remembers of a feed from one reading to the next.
 *
 * @param lastRead when entries were last read from it; null before the first time
 * @param listing the posts it lists, in its order; while it is reduced, those it listed before that
 * @param longest the most posts it ever listed
 * @param reducedSince since when it has been empty or much shorter than ever, so that what is missing is not yet believed
 *     to be withdrawn; null when it is its usual self
 * @param missing what has been missing since then and will be withdrawn if it stays so
 * @param restamps it dates every entry with the time of the request or of its last build, so its dates say nothing
 */
public record FeedMemory(
        @Nullable Instant lastRead,
        List<Long> listing,
        int longest,
        @Nullable Instant reducedSince,
        List<Long> missing,
        boolean restamps) {

    public static final FeedMemory NONE = new FeedMemory(null, List.of(), 0, null, List.of(), false);

    public FeedMemory {
        listing = List.copyOf(listing);
        missing = List.copyOf(missing);
    }
}
