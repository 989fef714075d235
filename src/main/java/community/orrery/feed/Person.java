package community.orrery.feed;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An author. E-mail addresses are dropped where a feed is read: they are never kept, so never published.
 *
 * @param name plain text, not empty
 * @param uri the author's own page, http(s)
 */
public record Person(String name, @Nullable URI uri) {

    public Person {
        name = Direction.contained(name);
    }

    /** Whether an address is a person's picture: Gravatar and GitHub serve nothing else from there. */
    public static boolean isPortrait(URI picture) {
        String host = picture.getHost() == null ? "" : picture.getHost().toLowerCase(Locale.ROOT);
        return host.equals("gravatar.com")
                || host.endsWith(".gravatar.com")
                || host.matches("avatars\\d*\\.githubusercontent\\.com");
    }
}
