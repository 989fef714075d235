package community.orrery.health;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.health.Absence.Reason;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One member.
 *
 * @param feeds in the list's order
 * @param shown posts that stand everywhere
 * @param newest of what the member published and pages may name; null when there is none
 * @param absences newest first
 * @param warnings what its blogger could mend
 * @param months posts in each of the last two years' months that has any, with those held back and merged
 */
public record MemberHealth(
        Member member,
        List<FeedHealth> feeds,
        int shown,
        @Nullable Post newest,
        List<Absence> absences,
        List<Warning> warnings,
        Map<YearMonth, Integer> months) {

    public MemberHealth {
        feeds = List.copyOf(feeds);
        absences = List.copyOf(absences);
        warnings = List.copyOf(warnings);
        months = Collections.unmodifiableMap(new TreeMap<>(months));
    }

    /** That of the feed that is doing worst. */
    public Condition condition() {
        return feeds.stream()
                .map(FeedHealth::condition)
                .max(Comparator.naturalOrder())
                .orElse(Condition.UNASKED);
    }

    /** How many posts one rule keeps from the front page. */
    public int count(Reason reason) {
        int count = 0;
        for (Absence absence : absences) {
            count += absence.reason() == reason ? 1 : 0;
        }
        return count;
    }
}
