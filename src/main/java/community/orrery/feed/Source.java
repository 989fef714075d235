package community.orrery.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The feed that an entry says it comes from (RSS source, atom:source): what a planet or a team blog writes when it carries
 * somebody else's entry.
 *
 * @param id atom:id of that feed
 * @param title its title, plain text
 * @param link its home page
 * @param feed its own address
 */
public record Source(@Nullable String id, @Nullable String title, @Nullable URI link, @Nullable URI feed) {

    public Source {
        title = Direction.containedOrNull(title);
    }
}
