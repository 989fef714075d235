package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Member;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A feed as it was just read.
 *
 * @param member whose feed it is, as the list has it now
 * @param xmlUrl the feed, as the list has it
 * @param metadata what the feed says of itself
 * @param entries in the feed's order
 * @param newcomerPosts how many of a flood of old posts may enter the front page and the feeds
 * @param now the run's time
 */
public record Reading(
        Member member, URI xmlUrl, FeedMetadata metadata, List<Entry> entries, int newcomerPosts, Instant now) {

    public Reading {
        entries = List.copyOf(entries);
    }
}
