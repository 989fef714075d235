package community.orrery.opml;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A feed about to join the list.
 *
 * @param name the blog's name, plain text
 * @param xmlUrl the feed
 * @param htmlUrl the blog; null when unknown
 * @param id planet:id, when the one made from the name does not please; null otherwise
 */
public record NewFeed(String name, URI xmlUrl, @Nullable URI htmlUrl, @Nullable String id) {}
