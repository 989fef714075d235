package community.orrery.parse;

import community.orrery.feed.ParsedFeed;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What reading a representation came to. */
public sealed interface ParseOutcome {

    /** One function a case, so that a new case breaks every caller at compile time. */
    <T extends @Nullable Object> T fold(
            Function<? super Readable, ? extends T> readable, Function<? super Unreadable, ? extends T> unreadable);

    /** It is a feed. It may hold no entry, and it may have been mended: {@link ParsedFeed#repaired()}. */
    record Readable(ParsedFeed feed) implements ParseOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Readable, ? extends T> readable,
                Function<? super Unreadable, ? extends T> unreadable) {
            return readable.apply(this);
        }
    }

    /**
     * It is no feed, or none that can be read.
     *
     * @param reason one sentence for people, without the feed's address
     */
    record Unreadable(Kind kind, String reason) implements ParseOutcome {
        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super Readable, ? extends T> readable,
                Function<? super Unreadable, ? extends T> unreadable) {
            return unreadable.apply(this);
        }
    }

    /** Why a representation can't be read. */
    enum Kind {
        /** No bytes, or only white space. */
        EMPTY,
        /** A web page: a moved feed, a login, a bot wall. */
        HTML_PAGE,
        /** Well-formed or not, its root is not that of a feed. */
        NOT_A_FEED,
        /** Nested deeper, or in more namespaces, than any feed needs: made to exhaust a reader. */
        TOO_MUCH,
        /** It begins like a feed, but too little of it is left to be read. */
        BROKEN
    }
}
