package community.orrery.history;

import community.orrery.feed.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What is known when a feed is read.
 *
 * @param feed the archive's number for the feed
 * @param memory of the feed itself
 * @param readOtherwise true when it was an earlier program that last read the feed: it may have taken another text from the
 *     same entry
 * @param posts every post of the member, from whichever feed
 * @param ids in this feed: entry id to post
 * @param otherIds in the member's other feeds, past ones too
 * @param otherFeeds the member's other feeds on the list, each with the posts it listed when last read
 * @param firstRun true until a run has reached somebody for the first time and is complete: nobody is a newcomer yet
 * @param texts a known post's cleaned text, asked for only where two posts may be one, or one was edited
 * @param entries a known post's entry as it was stored, asked for only where its markup is no longer the same to the letter
 */
public record Past(
        long feed,
        FeedMemory memory,
        boolean readOtherwise,
        List<Known> posts,
        Map<String, Long> ids,
        Map<String, Long> otherIds,
        Map<Long, Set<Long>> otherFeeds,
        boolean firstRun,
        LongFunction<String> texts,
        LongFunction<Optional<Entry>> entries) {

    public Past {
        posts = List.copyOf(posts);
        ids = Map.copyOf(ids);
        otherIds = Map.copyOf(otherIds);
        otherFeeds = Map.copyOf(otherFeeds);
    }

    /** Whether an entry's markup differs from the post's in more than what changes by itself. */
    boolean saysMore(Known post, Entry entry) {
        return !post.marks().areOf(entry)
                && entries.apply(post.key())
                        .map(stored -> !Marks.sameEssence(entry, stored))
                        .orElse(true);
    }
}
