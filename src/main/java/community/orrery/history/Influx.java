package community.orrery.history;

import community.orrery.feed.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many posts a feed may bring: its first reading all that it lists, from then on so many a day. One that made up thousands
 * at each visit would fill the archive, and the memory of every plan.
 */
final class Influx {

    /** A feed that gathers a hundred blogs brings a tenth of these. */
    static final int MOST_A_DAY = 1_000;

    private static final Duration DAY = Duration.ofDays(1);

    private static final Comparator<Map.Entry<Long, Entry>> NEWEST_FIRST = Comparator.comparing(
            post -> Arrivals.date(post.getValue()), Comparator.nullsLast(Comparator.reverseOrder()));

    private Influx() {}

    /** The new posts that are too many, by their negative numbers: the oldest, or the last of those without a date. */
    static Set<Long> surplus(Reading reading, Past past, Map<Long, Entry> listed) {
        if (past.memory().lastRead() == null) {
            return Set.of();
        }
        return listed.entrySet().stream()
                .filter(post -> post.getKey() < 0)
                .sorted(NEWEST_FIRST)
                .skip(Math.max(0, MOST_A_DAY - arrivedToday(reading, past)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Without those of the first reading. */
    private static long arrivedToday(Reading reading, Past past) {
        Instant dayAgo = reading.now().minus(DAY);
        List<Instant> arrivals = past.posts().stream()
                .filter(post -> post.feed() == past.feed())
                .map(Known::firstSeen)
                .sorted()
                .toList();
        return arrivals.stream()
                .filter(moment -> moment.isAfter(dayAgo) && moment.isAfter(arrivals.get(0)))
                .count();
    }
}
