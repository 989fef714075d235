package community.orrery.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.CacheControl;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What response fields say of time: RFC 9111 section 4.2 and RFC 9110 section 10.2.3. */
final class Freshness {

    /** No server means more than this; beyond it, arithmetic on dates would overflow. */
    private static final long LONGEST_SECONDS = Duration.ofDays(366).toSeconds();

    private Freshness() {}

    /**
     * How long a response says that it stays fresh: Cache-Control max-age, else Expires after Date, less the Age it
     * already has.
     *
     * @param received when it arrived; stands in for Date
     * @return empty when it does not say, or says that it must always be asked for anew
     */
    static Optional<Duration> of(Headers headers, Instant received) {
        CacheControl control = CacheControl.parse(headers);
        if (control.noStore() || control.noCache()) {
            return Optional.empty();
        }
        Duration fresh = Duration.ZERO;
        if (control.maxAgeSeconds() >= 0) {
            fresh = Duration.ofSeconds(Math.min(control.maxAgeSeconds(), LONGEST_SECONDS));
        } else {
            Instant expires = headers.getInstant("Expires");
            if (expires != null) {
                Instant date = headers.getInstant("Date");
                fresh = Duration.between(date == null ? received : date, expires);
            }
        }
        fresh = fresh.minusSeconds(seconds(headers.get("Age")).orElse(0L));
        return fresh.compareTo(Duration.ZERO) > 0 ? Optional.of(fresh) : Optional.empty();
    }

    /**
     * Reads either form of Retry-After: delay-seconds, or an HTTP-date.
     *
     * @param received when the response arrived; delay-seconds count from here
     * @return the earliest moment to ask again, or empty when the value is absent or neither form
     */
    static Optional<Instant> retryAfter(Headers headers, Instant received) {
        Optional<Instant> delayed = seconds(headers.get("Retry-After")).map(received::plusSeconds);
        return delayed.isPresent() ? delayed : Optional.ofNullable(headers.getInstant("Retry-After"));
    }

    private static Optional<Long> seconds(@Nullable String value) {
        String digits = value == null ? "" : value.trim();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(digits.length() > 9 ? LONGEST_SECONDS : Math.min(Long.parseLong(digits), LONGEST_SECONDS));
    }
}
