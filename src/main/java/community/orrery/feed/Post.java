package community.orrery.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the planet carries it: remembered by the archive, given a place and a page. Its text stays in the archive
 * until a page needs it, and so does the excerpt of it.
 *
 * @param key the archive's number for it
 * @param member id of the member on whose pages it stands
 * @param slug the last part of its page's address, given once and kept for ever
 * @param id the author's own id, to the letter
 * @param metadata the newest the author has published
 * @param firstSeen when a crawl first met it
 * @param ordered its place in every list, newest first: the published date, else that of the last change when it was first
 *     seen, never later than first seen; first seen for an undated entry. Never changes
 * @param revised when the author last really changed it, after it was first seen; null when never
 * @param words in the whole text
 * @param standing where it may appear
 * @param feed that it is read from
 * @param version a digest of everything that a page shows of it; equal versions give equal pages
 */
public record Post(
        long key,
        String member,
        String slug,
        EntryId id,
        Metadata metadata,
        Instant firstSeen,
        Instant ordered,
        @Nullable Instant revised,
        int words,
        Standing standing,
        SourceFeed feed,
        String version) {

    /** Its page below the site's root. */
    public String path() {
        return "posts/" + member + "/" + slug + ".html";
    }

    /** Where a post may appear. */
    public enum Standing {
        /** Everywhere. */
        SHOWN,
        /** Part of a newcomer's history: on its own page and its member's, not on the front page or in the feeds. */
        HELD_BACK,
        /** Taken back by its author: its page says so and nothing else, no list names it. */
        WITHDRAWN
    }
}
