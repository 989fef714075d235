package community.orrery.feed;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A file that travels with an entry: a podcast's episode, a paper.
 *
 * @param uri http(s)
 * @param type media type, lower case, only of the form {@code type/subtype}
 * @param length in bytes, positive; null when the feed does not say, or says 0
 * @param duration playing time
 */
public record Enclosure(URI uri, @Nullable String type, @Nullable Long length, @Nullable Duration duration) {

    /** Whether it is one by its type; one whose feed gives no type is none. */
    public boolean isPicture() {
        return type != null && type.startsWith("image/");
    }
}
