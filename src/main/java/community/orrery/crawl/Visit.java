package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Subscription;

/**
 * A feed to be asked in this run.
 *
 * @param state what is remembered of it
 */
record Visit(Member member, Subscription subscription, FeedState state) {

    FeedKey key() {
        return FeedKey.of(member, subscription);
    }

    String host() {
        String host = subscription.xmlUrl().getHost();
        return host == null ? "" : host;
    }
}
