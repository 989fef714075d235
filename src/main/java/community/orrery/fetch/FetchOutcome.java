package community.orrery.fetch;

import community.orrery.feed.Representation;
import community.orrery.feed.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How one request for a feed ended: one case for each different consequence. */
public sealed interface FetchOutcome {

    /** How the notice begins that a page stands in the feed's place. */
    String WEB_PAGE = "the list gives a web page, whose feed is ";

    /** The notice that encryption is given up on the way. */
    String DOWNGRADED = "redirects from https to http: ask the blogger to redirect to https";

    /** What happened and, where a person should do something, what. Holds no credentials. */
    String words();

    /** How long the servers took, the waiting for a turn not counted. */
    Duration elapsed();

    /** Answers every case. */
    <T> T fold(
            Function<? super Fetched, ? extends T> fetched,
            Function<? super NotModified, ? extends T> notModified,
            Function<? super Gone, ? extends T> gone,
            Function<? super RetryLater, ? extends T> retryLater,
            Function<? super HeldBack, ? extends T> heldBack,
            Function<? super Failed, ? extends T> failed);

    /**
     * A body came, perhaps a feed: parse it, and store the validators with its posts or not at all.
     *
     * @param validators to ask {@code representation.uri()} with next time
     * @param digest of the body: equal digests, equal bytes
     * @param freshFor how long the server says that it will not change; null when it does not say
     * @param movedTo the address to ask next time if this turns out a good feed; null: the list's own
     * @param notice what a person should know of the way here; null when nothing
     * @param certificateEnds when its server's certificate expires, if that is soon; else null
     */
    record Fetched(
            Representation representation,
            Validators validators,
            String digest,
            @Nullable Duration freshFor,
            @Nullable URI movedTo,
            @Nullable String notice,
            Duration elapsed,
            @Nullable Instant certificateEnds)
            implements FetchOutcome {

        @Override
        public String words() {
            return "answered with " + representation.body().length + " bytes";
        }

        @Override
        public <T> T fold(
                Function<? super Fetched, ? extends T> fetched,
                Function<? super NotModified, ? extends T> notModified,
                Function<? super Gone, ? extends T> gone,
                Function<? super RetryLater, ? extends T> retryLater,
                Function<? super HeldBack, ? extends T> heldBack,
                Function<? super Failed, ? extends T> failed) {
            return fetched.apply(this);
        }
    }

    /**
     * Nothing changed since the response that gave the validators (304): nothing to parse.
     *
     * @param freshFor as in {@link Fetched}
     * @param movedTo as in {@link Fetched}; the feed was good before
     * @param notice as in {@link Fetched}
     * @param certificateEnds as in {@link Fetched}
     */
    record NotModified(
            @Nullable Duration freshFor,
            @Nullable URI movedTo,
            @Nullable String notice,
            Duration elapsed,
            @Nullable Instant certificateEnds)
            implements FetchOutcome {

        @Override
        public String words() {
            return "unchanged";
        }

        @Override
        public <T> T fold(
                Function<? super Fetched, ? extends T> fetched,
                Function<? super NotModified, ? extends T> notModified,
                Function<? super Gone, ? extends T> gone,
                Function<? super RetryLater, ? extends T> retryLater,
                Function<? super HeldBack, ? extends T> heldBack,
                Function<? super Failed, ? extends T> failed) {
            return notModified.apply(this);
        }
    }

    /** The server says that the feed is gone for good (410): stop asking by the clock, keep the posts. */
    record Gone(Duration elapsed) implements FetchOutcome {

        @Override
        public String words() {
            return "is gone for good, says its server (410): it is asked again only by update --force, and its"
                    + " posts stay; ask the blogger for a new address, or set planet:status=\"retired\"";
        }

        @Override
        public <T> T fold(
                Function<? super Fetched, ? extends T> fetched,
                Function<? super NotModified, ? extends T> notModified,
                Function<? super Gone, ? extends T> gone,
                Function<? super RetryLater, ? extends T> retryLater,
                Function<? super HeldBack, ? extends T> heldBack,
                Function<? super Failed, ? extends T> failed) {
            return gone.apply(this);
        }
    }

    /**
     * The server named a moment before which it does not want to be asked (429 or 503 with Retry-After).
     *
     * @param status 429 or 503
     * @param notBefore as the server said; not bounded yet
     */
    record RetryLater(int status, Instant notBefore, Duration elapsed) implements FetchOutcome {

        @Override
        public String words() {
            return (status == 429 ? "was asked too often, says its server (429)" : "is out of service for now (503)")
                    + ", and is to be left alone until " + notBefore.truncatedTo(ChronoUnit.SECONDS)
                    + ": nothing to do, it will be";
        }

        @Override
        public <T> T fold(
                Function<? super Fetched, ? extends T> fetched,
                Function<? super NotModified, ? extends T> notModified,
                Function<? super Gone, ? extends T> gone,
                Function<? super RetryLater, ? extends T> retryLater,
                Function<? super HeldBack, ? extends T> heldBack,
                Function<? super Failed, ? extends T> failed) {
            return retryLater.apply(this);
        }
    }

    /**
     * It was not asked, since its server asked for rest a moment ago, when asked for another feed. Nothing new is known of
     * this one: leave what is remembered of it as it is.
     *
     * @param server its host, and its port where that is not the usual one
     * @param until as the server said, not bounded yet; null when it named no moment (429 without Retry-After)
     */
    record HeldBack(String server, @Nullable Instant until) implements FetchOutcome {

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public String words() {
            return "was not asked, since its server, " + server
                    + (until == null
                            ? ", said that it is asked too often: nothing to do, its turn comes in a later run"
                            : ", asked for rest until " + until.truncatedTo(ChronoUnit.SECONDS)
                                    + ": nothing to do, its turn comes after that");
        }

        @Override
        public <T> T fold(
                Function<? super Fetched, ? extends T> fetched,
                Function<? super NotModified, ? extends T> notModified,
                Function<? super Gone, ? extends T> gone,
                Function<? super RetryLater, ? extends T> retryLater,
                Function<? super HeldBack, ? extends T> heldBack,
                Function<? super Failed, ? extends T> failed) {
            return heldBack.apply(this);
        }
    }

    /**
     * No feed came: keep what there is and ask again after a while.
     *
     * @param happened what, in words, without the remedy
     */
    record Failed(FailureReason reason, String happened, Duration elapsed) implements FetchOutcome {

        private static final int LONGEST = 300;

        /** Some words are a server's own: no control characters of theirs reach a terminal or a page. */
        public Failed {
            happened = happened.replaceAll("\\p{Cc}", "?");
            happened = happened.length() > LONGEST ? happened.substring(0, LONGEST) + "\u2026" : happened;
        }

        @Override
        public String words() {
            return happened + ": " + reason.remedy();
        }

        @Override
        public <T> T fold(
                Function<? super Fetched, ? extends T> fetched,
                Function<? super NotModified, ? extends T> notModified,
                Function<? super Gone, ? extends T> gone,
                Function<? super RetryLater, ? extends T> retryLater,
                Function<? super HeldBack, ? extends T> heldBack,
                Function<? super Failed, ? extends T> failed) {
            return failed.apply(this);
        }
    }
}
