package community.orrery.opml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A feed as another program's list gives it, on its way into ours: nothing is checked yet.
 *
 * @param line in that list, from 1
 * @param name the blog's; empty when unknown
 * @param xmlUrl the feed, as written there
 * @param htmlUrl the blog, as written there
 * @param description plain text
 * @param own the planet's own attributes by their local names: {@code id}, {@code avatar}…
 * @param groups names of the groups around it, outer before inner; empty for none
 */
public record Incoming(
        int line,
        String name,
        String xmlUrl,
        @Nullable String htmlUrl,
        @Nullable String description,
        Map<String, String> own,
        List<String> groups) {

    public Incoming {
        own = Map.copyOf(own);
        groups = List.copyOf(groups);
    }
}
