package community.orrery.crawl;

import community.orrery.feed.Member;
import community.orrery.feed.Subscription;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a visit to one feed came to.
 *
 * @param ending which of the few kinds of ending it had
 * @param words what happened and, where a person should do something, what; one sentence or two
 * @param warning what should be mended although the feed works; null when nothing
 * @param added posts met for the first time
 * @param updated posts whose author changed them
 * @param withdrawn posts whose author took them back
 * @param elapsed from asking to recording
 */
public record FeedReport(
        Member member,
        Subscription subscription,
        Ending ending,
        String words,
        @Nullable String warning,
        int added,
        int updated,
        int withdrawn,
        Duration elapsed) {

    /** How a visit can end. */
    public enum Ending {
        /** It gave a feed that was read and recorded. */
        READ,
        /** It said, or its bytes say, that nothing changed. */
        UNCHANGED,
        /** It asked us to come back later. */
        DEFERRED,
        /** It was not asked: its server had just asked for rest. */
        HELD_BACK,
        /** It gave no feed we could read; what it gave before stays. */
        FAILED
    }

    /** True when a feed came, or word that it is as it was. */
    public boolean reached() {
        return ending == Ending.READ || ending == Ending.UNCHANGED;
    }
}
