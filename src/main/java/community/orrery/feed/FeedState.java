package community.orrery.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of a feed between runs: how to ask it, when, and how it went. */
public record FeedState(Approach approach, Turn turn, Course course) {

    /** A feed that was never asked. */
    public static final FeedState UNASKED = new FeedState(Approach.UNASKED, Turn.UNASKED, Course.UNASKED);

    /** The same for a feed that was not taken in whole: it is read once more though it stays as it is. */
    public FeedState unfinished(String warning) {
        return new FeedState(Approach.UNASKED.withMovedTo(approach.movedTo()), turn, course.withWarning(warning));
    }

    /**
     * How to ask it: where, and with what of its last good response.
     *
     * @param validators from the last good response, stored with its posts; they belong to {@code validatorsFor}
     * @param validatorsFor the address that gave them; null when there are none. Another address is asked without
     * @param movedTo where a permanent redirect led that then gave a good feed; null: ask the list's own address
     * @param bodyDigest of the last body read, so that equal bytes count as unchanged
     */
    public record Approach(
            Validators validators, @Nullable URI validatorsFor, @Nullable URI movedTo, @Nullable String bodyDigest) {

        public static final Approach UNASKED = new Approach(Validators.NONE, null, null, null);

        /** Without validators there is no address that gave them. */
        public Approach {
            validatorsFor = validators.equals(Validators.NONE) ? null : validatorsFor;
        }

        /** The address to begin at: where it has moved to, or else the list's own. */
        public URI address(URI listed) {
            return movedTo == null ? listed : movedTo;
        }

        /** The same, to begin at that address; null: at the list's own. */
        public Approach withMovedTo(@Nullable URI address) {
            return new Approach(validators, validatorsFor, address, bodyDigest);
        }
    }

    /**
     * When to ask it, and what that was reckoned from.
     *
     * @param nextDue not to be asked before, unless forced; null: due
     * @param notBefore not to be asked before, forced or not: the server said Retry-After, to all its feeds
     * @param interval the feed's own rhythm, as last reckoned; null before the first success
     * @param rhythm how often the feed itself last said it wants to be asked: a "not modified" does not repeat it
     * @param newest the newest dated entry, so that a silent feed is asked ever more seldom; null when none is dated
     * @param gone the server said 410, and no feed came since: asked only when forced
     */
    public record Turn(
            @Nullable Instant nextDue,
            @Nullable Instant notBefore,
            @Nullable Duration interval,
            Rhythm rhythm,
            @Nullable Instant newest,
            boolean gone) {

        public static final Turn UNASKED = new Turn(null, null, null, Rhythm.NONE, null, false);

        /** The same, not before that moment. */
        public Turn withNotBefore(Instant moment) {
            return new Turn(nextDue, moment, interval, rhythm, newest, gone);
        }
    }

    /**
     * How it went.
     *
     * @param lastAsked when a request was last made
     * @param lastSuccess when it last answered with a feed or with "not modified"
     * @param lastResponse how long the last request took
     * @param failures in a row
     * @param failingSince when the first of them happened
     * @param words what the last request came to, for people
     * @param warning what a person should mend although the feed works; null when nothing
     * @param certificateEnds when its server's certificate expires, if that was soon when it last answered; else null
     */
    public record Course(
            @Nullable Instant lastAsked,
            @Nullable Instant lastSuccess,
            @Nullable Duration lastResponse,
            int failures,
            @Nullable Instant failingSince,
            String words,
            @Nullable String warning,
            @Nullable Instant certificateEnds) {

        public static final Course UNASKED = new Course(null, null, null, 0, null, "not asked yet", null, null);

        private Course withWarning(String more) {
            return new Course(
                    lastAsked,
                    lastSuccess,
                    lastResponse,
                    failures,
                    failingSince,
                    words,
                    warning == null ? more : warning + "; " + more,
                    certificateEnds);
        }

        /** Whether the last request came to no feed. */
        public boolean isFailing() {
            return failures > 0;
        }
    }
}
