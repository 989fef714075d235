package community.orrery.history;

import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post of the feed's member as the archive knows it, without its text.
 *
 * @param feed the archive's number for the feed whose word on this post counts
 * @param id the id it was first met under
 * @param marks of its text as last stored
 * @param firstSeen when a feed first listed it, or it was taken over
 * @param revised null when never
 * @param withdrawn when its author took it back; null when it stands
 */
public record Known(
        long key,
        long feed,
        String slug,
        EntryId id,
        Metadata metadata,
        Marks marks,
        Instant firstSeen,
        Instant ordered,
        @Nullable Instant revised,
        @Nullable Instant withdrawn) {}
