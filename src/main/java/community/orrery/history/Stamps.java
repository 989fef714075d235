package community.orrery.history;

import community.orrery.feed.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices a feed that dates every entry with the time of the request, or of its last build. Its dates are then taken for
 * absent, so that its posts keep the place in which they were first seen.
 *
 * @param noticed whether that is so of the dates of publishing
 * @param believed the entries with the dates that are left; where none is one of publishing, that of the last change may be
 */
record Stamps(boolean noticed, List<Entry> believed) {

    /** Entries dated by the request differ from it by the time it takes and by clocks that disagree. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    static Stamps of(Reading reading, Past past) {
        boolean noticed =
                datedNow(reading) || moved(reading, past) || (past.memory().restamps() && !someOld(reading));
        boolean built = noticed || changedAtOnce(reading);
        return new Stamps(
                noticed,
                built
                        ? reading.entries().stream()
                                .map(entry -> noticed || tellsOfChangesOnly(entry) ? undated(entry) : entry)
                                .toList()
                        : reading.entries());
    }

    /** Of the entries that say only when they last changed, at least two, and all of them at one moment: that of a build. */
    private static boolean changedAtOnce(Reading reading) {
        List<Instant> changes = reading.entries().stream()
                .filter(Stamps::tellsOfChangesOnly)
                .flatMap(entry -> Stream.ofNullable(entry.metadata().updated()))
                .toList();
        return changes.size() > 1 && changes.stream().allMatch(change -> near(change, changes.get(0)));
    }

    private static boolean tellsOfChangesOnly(Entry entry) {
        return entry.metadata().published() == null && entry.metadata().updated() != null;
    }

    /** At least two entries, and all of them from the minutes before this request. */
    private static boolean datedNow(Reading reading) {
        return reading.entries().size() > 1
                && reading.entries().stream()
                        .allMatch(entry -> near(entry.metadata().published(), reading.now()));
    }

    /** Known entries whose text has not changed, all of them moved to one and the same later moment. */
    private static boolean moved(Reading reading, Past past) {
        Map<Long, Known> posts = new HashMap<>();
        past.posts().forEach(post -> posts.put(post.key(), post));
        int seen = 0;
        Instant moment = null;
        for (Entry entry : reading.entries()) {
            Known known = posts.get(past.ids().getOrDefault(entry.id().value(), 0L));
            Instant now = entry.metadata().published();
            if (known == null) {
                continue;
            }
            Instant then = known.metadata().published();
            if (now == null || then == null || !now.isAfter(then)) {
                return false;
            }
            moment = moment == null ? now : moment;
            if (!near(now, moment) || past.saysMore(known, entry)) {
                return false;
            }
            seen++;
        }
        return seen > 1;
    }

    /** One believable date among them, and the feed has mended its ways. */
    private static boolean someOld(Reading reading) {
        return reading.entries().stream()
                .map(Arrivals::date)
                .anyMatch(date -> date != null && date.isBefore(reading.now().minus(Duration.ofDays(2))));
    }

    private static boolean near(@Nullable Instant date, Instant moment) {
        return date != null && Duration.between(date, moment).abs().compareTo(AT_ONCE) <= 0;
    }

    private static Entry undated(Entry entry) {
        return new Entry(entry.id(), entry.metadata().dated(null, null), entry.content(), entry.summary());
    }
}
