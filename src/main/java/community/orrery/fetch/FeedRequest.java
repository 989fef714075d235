package community.orrery.fetch;

import community.orrery.feed.FeedState;
import community.orrery.feed.Subscription;
import community.orrery.feed.Validators;
import java.net.URI;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for, and what is known from last time.
 *
 * @param feed the list's own line; credentials in its address go to its host alone
 * @param movedTo where a permanent redirect led last time; asked instead of the list's address
 * @param validators from the last good response
 * @param validatorsFor the address that gave them: they are sent to that very address and to no other
 */
public record FeedRequest(
        Subscription feed, @Nullable URI movedTo, Validators validators, @Nullable URI validatorsFor) {

    /** The next request for a feed, by what is remembered of it. */
    public static FeedRequest of(Subscription feed, FeedState state) {
        FeedState.Approach approach = state.approach();
        return new FeedRequest(feed, approach.movedTo(), approach.validators(), approach.validatorsFor());
    }

    /** A request for a feed of which nothing is remembered. */
    public static FeedRequest first(Subscription feed) {
        return of(feed, FeedState.UNASKED);
    }

    /** Equal text is an equal address; to make a URI of the other first costs more than the rest of a request's preparation. */
    Validators validatorsOf(HttpUrl address) {
        return validatorsFor != null && validatorsFor.toString().equals(address.toString())
                ? validators
                : validatorsOf(address.uri());
    }

    Validators validatorsOf(URI address) {
        return address.equals(validatorsFor) ? validators : Validators.NONE;
    }
}
