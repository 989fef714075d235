package community.orrery.archive;

import java.net.URI;

/**
 * Names a feed in the archive.
 *
 * @param member the member's id
 * @param xmlUrl as the list has it
 */
public record FeedKey(String member, URI xmlUrl) {}
