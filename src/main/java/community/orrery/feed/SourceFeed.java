package community.orrery.feed;

import java.net.URI;

/**
 * The member's feed that a post is read from.
 *
 * @param xmlUrl as the list has it, or had it when the feed was last on it; may hold credentials, as
 *     {@link Subscription#xmlUrl()}
 */
public record SourceFeed(URI xmlUrl, FeedMetadata metadata) {}
