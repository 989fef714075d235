package community.orrery.archive;

import community.orrery.feed.Member;
import community.orrery.feed.Subscription;
import java.net.URI;

/**
 * Names a feed in the archive.
 *
 * @param member the member's id
 * @param xmlUrl as the list has it
 */
public record FeedKey(String member, URI xmlUrl) {

    public static FeedKey of(Member member, Subscription subscription) {
        return new FeedKey(member.id(), subscription.xmlUrl());
    }
}
