package community.orrery.clean;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a text comes from, so that its in-page links can be told from others.
 *
 * @param permalink the original's address
 * @param feed the feed's address: some generators make in-page links relative to it
 * @param usesMaths the feed shows elsewhere that its blog typesets TeX, so that single dollars hold formulas here too
 */
public record Origin(@Nullable URI permalink, @Nullable URI feed, boolean usesMaths) {

    /** Of a feed that shows no sign of TeX; a post may still show its own. */
    public Origin(@Nullable URI permalink, @Nullable URI feed) {
        this(permalink, feed, false);
    }
}
