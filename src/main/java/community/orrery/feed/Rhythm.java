package community.orrery.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed says it wants to be asked: RSS ttl, skipHours and skipDays, and the syndication module's period.
 *
 * @param interval the longest that ttl and sy:updatePeriod / sy:updateFrequency ask for; null when they say nothing
 * @param skipHours hours of the day, 0 to 23, GMT, in which it is not to be asked
 * @param skipDays days, GMT, on which it is not to be asked
 */
public record Rhythm(@Nullable Duration interval, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {

    public static final Rhythm NONE = new Rhythm(null, Set.of(), Set.of());

    public Rhythm {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
    }
}
