package community.orrery.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed between runs: how to ask it, when, and how it went.
 *
 * @param validators from the last good response, stored with its posts; they belong to {@code validatorsFor}
 * @param validatorsFor the address that gave them; null when there are none. Another address is asked without
 * @param movedTo where a permanent redirect led that then gave a good feed; null: ask the list's own address
 * @param bodyDigest of the last body read, so that equal bytes count as unchanged
 * @param nextDue not to be asked before, unless forced; null: due
 * @param notBefore not to be asked before, forced or not: the server said Retry-After, to all its feeds
 * @param interval the feed's own rhythm, as last reckoned; null before the first success
 * @param lastAsked when a request was last made
 * @param lastSuccess when it last answered with a feed or with "not modified"
 * @param lastResponse how long the last request took
 * @param failures in a row
 * @param failingSince when the first of them happened
 * @param gone the server said 410: no longer asked until a person changes the list
 * @param words what the last request came to, for people
 * @param warning what a person should mend although the feed works; null when nothing
 * @param rhythm how often the feed itself last said it wants to be asked: a "not modified" does not repeat it
 * @param newest the newest dated entry, so that a silent feed is asked ever more seldom; null when none is dated
 * @param certificateEnds when its server's certificate expires, if that was soon when it last answered; else null
 */
public record FeedState(
        Validators validators,
        @Nullable URI validatorsFor,
        @Nullable URI movedTo,
        @Nullable String bodyDigest,
        @Nullable Instant nextDue,
        @Nullable Instant notBefore,
        @Nullable Duration interval,
        @Nullable Instant lastAsked,
        @Nullable Instant lastSuccess,
        @Nullable Duration lastResponse,
        int failures,
        @Nullable Instant failingSince,
        boolean gone,
        String words,
        @Nullable String warning,
        Rhythm rhythm,
        @Nullable Instant newest,
        @Nullable Instant certificateEnds) {

    /** Of a feed whose server's certificate holds for long, or has none. */
    public FeedState(
            Validators validators,
            @Nullable URI validatorsFor,
            @Nullable URI movedTo,
            @Nullable String bodyDigest,
            @Nullable Instant nextDue,
            @Nullable Instant notBefore,
            @Nullable Duration interval,
            @Nullable Instant lastAsked,
            @Nullable Instant lastSuccess,
            @Nullable Duration lastResponse,
            int failures,
            @Nullable Instant failingSince,
            boolean gone,
            String words,
            @Nullable String warning,
            Rhythm rhythm,
            @Nullable Instant newest) {
        this(
                validators,
                validatorsFor,
                movedTo,
                bodyDigest,
                nextDue,
                notBefore,
                interval,
                lastAsked,
                lastSuccess,
                lastResponse,
                failures,
                failingSince,
                gone,
                words,
                warning,
                rhythm,
                newest,
                null);
    }

    /** The same, not to be asked before that moment. */
    public FeedState withNotBefore(Instant moment) {
        return new FeedState(
                validators,
                validatorsFor,
                movedTo,
                bodyDigest,
                nextDue,
                moment,
                interval,
                lastAsked,
                lastSuccess,
                lastResponse,
                failures,
                failingSince,
                gone,
                words,
                warning,
                rhythm,
                newest,
                certificateEnds);
    }

    /** A feed that was never asked. */
    public static final FeedState UNASKED = new FeedState(
            Validators.NONE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            0,
            null,
            false,
            "not asked yet",
            null,
            Rhythm.NONE,
            null);
}
