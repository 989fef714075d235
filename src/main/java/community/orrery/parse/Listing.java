package community.orrery.parse;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The items of one feed that are read. A feed made of millions would make as many pages of the planet.
 *
 * @param kept in the feed's order
 * @param leftOut how many more there were
 */
record Listing<T>(List<T> kept, int leftOut) {

    /** Some blogs list every post they ever had; none seen has a quarter of these. */
    static final int MOST = 5_000;

    /**
     * The end of the list where the newest are: its beginning, unless the dates of the first and the last item say
     * otherwise.
     */
    static <T> Listing<T> of(List<T> all, Function<T, @Nullable Instant> date) {
        int leftOut = all.size() - MOST;
        if (leftOut <= 0) {
            return new Listing<>(List.copyOf(all), 0);
        }
        Instant first = date.apply(all.get(0));
        Instant last = date.apply(all.get(all.size() - 1));
        boolean rising = first != null && last != null && last.isAfter(first);
        return new Listing<>(List.copyOf(rising ? all.subList(leftOut, all.size()) : all.subList(0, MOST)), leftOut);
    }
}
