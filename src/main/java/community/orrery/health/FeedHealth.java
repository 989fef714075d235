package community.orrery.health;

import community.orrery.feed.FeedState;
import community.orrery.feed.Subscription;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One feed of a member's.
 *
 * @param state as the last visit left it, with its server's wish for rest; {@link FeedState#UNASKED} before the first
 * @param visits by the day, the oldest of the last {@link VisitDay#KEPT} days first; days without a visit are left out
 */
public record FeedHealth(Subscription subscription, FeedState state, Condition condition, List<VisitDay> visits) {

    public FeedHealth {
        visits = List.copyOf(visits);
    }

    /** The earliest moment of the next visit; empty when none is planned, or when it was never asked. */
    public Optional<Instant> nextVisit() {
        if (condition == Condition.RETIRED || condition == Condition.GONE) {
            return Optional.empty();
        }
        Instant due = state.turn().nextDue();
        Instant wished = state.turn().notBefore();
        return Optional.ofNullable(due == null || (wished != null && wished.isAfter(due)) ? wished : due);
    }

    /** Whether readers' questions travel in the clear. What is on this machine or answers under https now is left alone. */
    boolean isInTheClear() {
        URI address = state.approach().address(subscription.xmlUrl());
        return address.getScheme() != null
                && address.getScheme().equalsIgnoreCase("http")
                && !isLoopback(address.getHost());
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.toLowerCase(Locale.ROOT).equals("localhost") || host.matches("127\\.[0-9.]+|\\[::1]"));
    }
}
