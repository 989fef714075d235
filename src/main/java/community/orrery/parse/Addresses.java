package community.orrery.parse;

import community.orrery.clean.SafeUrl;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses as people write them into feeds. What is read here is published, so it comes in through the cleaner's gate. */
final class Addresses {

    /** A base of what must be absolute. */
    private static final URI NOWHERE = URI.create("");

    private Addresses() {}

    /** The absolute http(s) address that the text means below the base, as a browser reads it; null when it means none. */
    static @Nullable URI web(@Nullable String text, @Nullable URI base) {
        if (text == null || text.isBlank()) {
            return null; // to a browser it means the base itself; in a feed it means that there is none
        }
        return SafeUrl.resolve(text, base == null ? NOWHERE : base)
                .filter(address -> address.getHost() != null)
                .orElse(null);
    }

    /** Whether the text is an absolute web address by itself. */
    static boolean isWeb(@Nullable String text) {
        return text != null && web(text, null) != null;
    }

    /** Whether the text, to the letter, is an address that may be published as one: an id that is none stays an id. */
    static boolean isLiterally(String text) {
        URI read = web(text, null);
        return read != null && read.toString().equalsIgnoreCase(text);
    }
}
