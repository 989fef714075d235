package community.orrery.feed;

import java.net.URI;
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
}
