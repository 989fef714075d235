package community.orrery.health;

import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import java.time.Duration;
import java.time.Instant;

/** How a feed is doing, from well to worst. Whatever it is, only a person takes a feed off the list. */
public enum Condition {
    WELL("well"),
    /** A person chose that it is no longer asked. */
    RETIRED("retired"),
    UNASKED("not asked yet"),
    /** For less than a day: most of it passes by itself. */
    FAILING("failing"),
    DAY("failing for over a day"),
    WEEK("failing for over a week"),
    MONTH("failing for over a month"),
    /** Its server said 410. */
    GONE("gone");

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final String words;

    Condition(String words) {
        this.words = words;
    }

    /** For the terminal. */
    public String words() {
        return words;
    }

    /** Whether a person should look at it. */
    public boolean standsOut() {
        return compareTo(DAY) >= 0;
    }

    /** How long a feed has been failing counts to when it was last asked, not to now. */
    public static Condition of(Member member, FeedState state) {
        if (member.status() == Member.Status.RETIRED) {
            return RETIRED;
        }
        if (state.turn().gone()) {
            return GONE;
        }
        FeedState.Course course = state.course();
        Instant asked = course.lastAsked();
        if (asked == null) {
            return UNASKED;
        }
        Instant since = course.failingSince();
        if (!course.isFailing() || since == null) {
            return WELL;
        }
        Duration failing = Duration.between(since, asked);
        if (failing.compareTo(A_MONTH) >= 0) {
            return MONTH;
        }
        if (failing.compareTo(A_WEEK) >= 0) {
            return WEEK;
        }
        return failing.compareTo(A_DAY) >= 0 ? DAY : FAILING;
    }
}
