package community.orrery.history;

import java.util.List;
import java.util.Map;

/**
 * What one reading of a feed comes to.
 *
 * @param changes one for each post the feed lists, in its order, and for each it withdraws
 * @param newIds entry ids that this feed had not used before: id to post, where a negative post is an added one
 * @param memory of the feed from now on; it too may name added posts by their negative numbers
 */
public record Decision(List<Change> changes, Map<String, Long> newIds, FeedMemory memory) {

    public Decision {
        changes = List.copyOf(changes);
        newIds = Map.copyOf(newIds);
    }
}
