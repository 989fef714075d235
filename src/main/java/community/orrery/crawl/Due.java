package community.orrery.crawl;

import community.orrery.feed.Rhythm;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** When a feed is next due. Pure arithmetic on what the list, the server and the feed itself ask for. */
final class Due {

    /** No wish of a server or feed, no back-off and no Retry-After keeps us away for longer. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** A feed that was silent for months is still asked four times a day. */
    static final Duration SELDOM = Duration.ofHours(6);

    /** Between two visits to a feed that dates nothing. */
    static final Duration UNDATED = Duration.ofHours(1);

    /** After the first failure; doubled by each that follows. */
    static final Duration FIRST_BACK_OFF = Duration.ofHours(1);

    private static final Duration MOST_JITTER = Duration.ofMinutes(30);

    /** Visits for each gap between posts: a daily blog is asked each half hour. */
    private static final int VISITS_PER_GAP = 48;

    /** As many newest posts tell the rhythm of a feed. */
    private static final int TELLING = 10;

    private Due() {}

    /**
     * A feed's own rhythm: the usual gap between its newest posts, cut into visits.
     *
     * @param published the entries' dates in any order, none of them ahead
     * @return {@link #UNDATED} when fewer than two dates tell anything
     */
    static Duration rhythm(Collection<Instant> published) {
        List<Instant> newest = published.stream()
                .distinct()
                .sorted((a, b) -> b.compareTo(a))
                .limit(TELLING)
                .toList();
        if (newest.size() < 2) {
            return UNDATED;
        }
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < newest.size(); i++) {
            gaps.add(Duration.between(newest.get(i), newest.get(i - 1)));
        }
        gaps.sort(null);
        return shorter(part(gaps.get(gaps.size() / 2), VISITS_PER_GAP), SELDOM);
    }

    /**
     * When to ask again after an answer: after the longest of all wishes, a day at most, or the configured minimum.
     *
     * @param minimum the list's own wish, which no cap shortens
     * @param rhythm as of {@link #rhythm}
     * @param newest the newest entry; the longer it is ago, the more seldom the feed is asked
     * @param freshFor as the response says
     * @param wishes as the feed says
     * @param address what the jitter hangs on
     * @param spread whether the wait is to have any: see {@link Mode#staying()}
     */
    static Instant afterAnswer(
            Instant now,
            Duration minimum,
            Duration rhythm,
            @Nullable Instant newest,
            @Nullable Duration freshFor,
            Rhythm wishes,
            URI address,
            boolean spread) {
        Duration silence = newest == null ? Duration.ZERO : Duration.between(newest, now);
        Duration own = shorter(longer(rhythm, part(silence, VISITS_PER_GAP)), SELDOM);
        Duration asked = longer(own, longer(orZero(freshFor), orZero(wishes.interval())));
        Duration wait = longer(minimum, shorter(asked, LONGEST));
        Instant due = now.plus(wait);
        // At the very minimum none is added: a feed that may be asked each half hour would miss every other run.
        if (spread && wait.compareTo(minimum) > 0) {
            due = due.plus(jitter(address, wait));
        }
        Instant latest = now.plus(longer(minimum, LONGEST.plus(MOST_JITTER)));
        Instant waking = awake(due, wishes, address);
        return waking.isAfter(latest) ? latest : waking;
    }

    /** When to ask again after so many failures in a row: an hour, doubled each time, a day at most. */
    static Instant afterFailure(Instant now, Duration minimum, int failures, URI address, boolean spread) {
        Duration backOff = shorter(FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures - 1, 10)), LONGEST);
        Duration wait = longer(minimum, backOff);
        return now.plus(wait).plus(spread ? jitter(address, wait) : Duration.ZERO);
    }

    /** No feed waits for longer, but for the jitter. */
    static Duration longestWait(Duration minimum) {
        return longer(minimum, LONGEST);
    }

    /** What is left of a Retry-After: a day at most. */
    static Instant bounded(Instant notBefore, Instant now) {
        Instant latest = now.plus(LONGEST);
        return notBefore.isAfter(latest) ? latest : notBefore;
    }

    /** Up to a tenth of the wait and half an hour, always the same for one address: no host sees all at once. */
    private static Duration jitter(URI address, Duration wait) {
        Duration most = shorter(part(wait, 10), MOST_JITTER);
        return Duration.ofSeconds(hash(address) % Math.max(1, most.toSeconds()));
    }

    /** The first moment, this or later, that is in none of the hours and days to skip; this one if all are. */
    private static Instant awake(Instant due, Rhythm wishes, URI address) {
        ZonedDateTime hour = due.atZone(ZoneOffset.UTC);
        for (int tries = 0; tries <= 7 * 24; tries++) {
            if (!wishes.skipHours().contains(hour.getHour())
                    && !wishes.skipDays().contains(hour.getDayOfWeek())) {
                return tries == 0
                        ? due
                        : hour.plusSeconds(hash(address) % MOST_JITTER.toSeconds())
                                .toInstant();
            }
            hour = hour.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return due;
    }

    /** To the second: {@link Duration#dividedBy(long)} goes by way of decimal fractions. */
    private static Duration part(Duration whole, long parts) {
        return Duration.ofSeconds(whole.toSeconds() / parts);
    }

    private static long hash(URI address) {
        CRC32 crc = new CRC32();
        crc.update(address.toString().getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static Duration orZero(@Nullable Duration duration) {
        return Objects.requireNonNullElse(duration, Duration.ZERO);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
