package community.orrery.history;

import community.orrery.feed.FeedState;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one reading of a feed comes to.
 *
 * @param changes one for each post the feed lists, in its order, and for each it withdraws
 * @param newIds entry ids that this feed had not used before: id to post, where a negative post is an added one
 * @param outwornIds of posts that go by ever new ones: to be forgotten
 * @param memory of the feed from now on; it too may name added posts by their negative numbers
 * @param leftOut new entries beyond what one feed may bring in a day: nothing is kept of them, and the next reading may take
 *     them
 */
public record Decision(
        List<Change> changes, Map<String, Long> newIds, Set<String> outwornIds, FeedMemory memory, int leftOut) {

    public Decision {
        changes = List.copyOf(changes);
        newIds = Map.copyOf(newIds);
        outwornIds = Set.copyOf(outwornIds);
    }

    /** How the feed's visit went, and what of it this decision could not take in. */
    public FeedState noted(FeedState state) {
        return leftOut == 0
                ? state
                : state.unfinished("it brought more than " + Influx.MOST_A_DAY + " new posts within a day: " + leftOut
                        + " of them are taken a day later");
    }
}
