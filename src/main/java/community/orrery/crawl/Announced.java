package community.orrery.crawl;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What came of telling the planet's WebSub hub of its changed feeds.
 *
 * @param feeds whose bytes changed
 * @param trouble what went wrong, to be read after the hub's name; null when the hub took the news
 */
public record Announced(URI hub, int feeds, @Nullable String trouble) {}
