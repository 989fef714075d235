package community.orrery.health;

import community.orrery.feed.Member;
import community.orrery.feed.Subscription;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What the archive kept of earlier runs and visits.
 *
 * @param runs the oldest first, {@link Run#KEPT} at most; without the one under way
 * @param visits of a feed, the oldest day first, days without a visit left out; empty for a feed that was never asked
 */
public record Diary(List<Run> runs, BiFunction<Member, Subscription, List<VisitDay>> visits) {

    /** Of a planet that has not run yet. */
    public static final Diary NONE = new Diary(List.of(), (member, subscription) -> List.of());

    public Diary {
        runs = List.copyOf(runs);
    }
}
