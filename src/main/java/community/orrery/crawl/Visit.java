package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Subscription;

/**
 * A feed to be asked in this run.
 *
 * @param state what is remembered of it, with its server's wish for rest
 */
record Visit(Member member, Subscription subscription, FeedState state) {

    FeedKey key() {
        return FeedKey.of(member, subscription);
    }

    /** The host and port that it is asked of: where it has moved to, if it has. Empty for a file. */
    String server() {
        return Resting.server(state.approach().address(subscription.xmlUrl())).orElse("");
    }
}
