package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Rhythm;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {

    /** A Monday, at noon. */
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final Duration MINIMUM = Duration.ofMinutes(30);
    private static final URI BLOG = URI.create("https://blog.example/feed");

    @ParameterizedTest(name = "a post each {0}: asked each {1}")
    @CsvSource({"PT1H, PT1M15S", "PT24H, PT30M", "PT48H, PT1H", "PT168H, PT3H30M", "PT720H, PT6H", "PT8760H, PT6H"})
    void followsTheFeedsOwnRhythm(Duration gap, Duration rhythm) {
        List<Instant> published = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            published.add(NOW.minus(gap.multipliedBy(i)));
        }

        assertThat(Due.rhythm(published)).isEqualTo(rhythm);
    }

    /** Whatever the feed's order, and with a holiday amidst them. */
    @Test
    void readsTheRhythmFromTheNewestPostsOnly() {
        List<Instant> published = new ArrayList<>();
        for (int month = 30; month > 0; month--) {
            published.add(NOW.minus(Duration.ofDays(300 + 30 * month)));
        }
        for (int day : new int[] {18, 17, 16, 15, 14, 4, 3, 2, 1, 0}) {
            published.add(NOW.minus(Duration.ofDays(day)));
        }

        assertThat(Due.rhythm(published)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void readsTheRhythmFromTwoPosts() {
        assertThat(Due.rhythm(List.of(NOW, NOW.minus(Duration.ofDays(4))))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void takesNoRhythmFromDatesThatTellNothing() {
        Instant sameForAll = NOW.minusSeconds(10);

        assertThat(Due.rhythm(List.of())).isEqualTo(Due.UNDATED);
        assertThat(Due.rhythm(List.of(NOW))).isEqualTo(Due.UNDATED);
        assertThat(Due.rhythm(List.of(sameForAll, sameForAll))).isEqualTo(Due.UNDATED);
    }

    @ParameterizedTest(name = "rhythm {0}, newest {1}, fresh {2}, ttl {3}: after {4}")
    @CsvSource({
        // the list's minimum holds for a lively feed, and to the second: it would miss every other run
        "PT1M, PT1H, , , PT30M",
        "PT30M, PT1H, , , PT30M",
        // the feed's own rhythm
        "PT3H30M, PT24H, , , PT3H30M",
        // silence makes it seldom: a daily blog, ten days ago, then months ago
        "PT30M, PT240H, , , PT5H",
        "PT30M, PT4800H, , , PT6H",
        // an entry dated in the future tells nothing
        "PT1H, PT-48H, , , PT1H",
        "PT1H, , , , PT1H",
        // the longest wish wins
        "PT1H, PT1H, PT5H, , PT5H",
        "PT1H, PT1H, , PT7H, PT7H",
        "PT1H, PT1H, PT9H, PT7H, PT9H",
        "PT1H, PT1H, PT10M, PT5M, PT1H",
        // a day at most
        "PT1H, PT1H, PT8760H, , PT24H",
        "PT1H, PT1H, , PT8760H, PT24H",
    })
    void waitsForTheLongestWish(
            Duration rhythm,
            @Nullable Duration newest,
            @Nullable Duration freshFor,
            @Nullable Duration ttl,
            Duration wait) {
        Instant due = Due.afterAnswer(
                NOW,
                MINIMUM,
                rhythm,
                newest == null ? null : NOW.minus(newest),
                freshFor,
                new Rhythm(ttl, Set.of(), Set.of()),
                BLOG,
                true);

        assertThat(due).isBetween(NOW.plus(wait), NOW.plus(wait).plus(mostJitter(wait)));
    }

    @Test
    void neverShortensTheListsMinimum() {
        Instant due =
                Due.afterAnswer(NOW, Duration.ofDays(3), Duration.ofHours(1), null, null, Rhythm.NONE, BLOG, true);

        assertThat(due).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @ParameterizedTest(name = "due at {0}, skipping hours {1} and days {2}: asked from {3}")
    @CsvSource({
        "PT1H, 3, , 2026-03-02T13:00:00Z",
        "PT1H, 13, , 2026-03-02T14:00:00Z",
        "PT1H30M, 13, , 2026-03-02T14:00:00Z",
        "PT1H, 13 14 15, , 2026-03-02T16:00:00Z",
        "PT11H, 23 0, , 2026-03-03T01:00:00Z",
        "PT1H, , MONDAY, 2026-03-03T00:00:00Z",
        "PT1H, 0 1 2, MONDAY, 2026-03-03T03:00:00Z",
        // a day at most, whatever it skips
        "PT1H, , MONDAY TUESDAY WEDNESDAY, 2026-03-03T12:00:00Z",
    })
    void skipsTheHoursAndDaysThatTheFeedSkips(
            Duration rhythm, @Nullable String hours, @Nullable String days, Instant from) {
        Rhythm wishes = new Rhythm(
                null,
                words(hours).stream().map(Integer::valueOf).collect(Collectors.toSet()),
                words(days).stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()));

        Instant due =
                Due.afterAnswer(NOW, MINIMUM, rhythm, null, Duration.ofHours(rhythm.toHours()), wishes, BLOG, true);

        assertThat(due).isBetween(from, from.plus(Duration.ofMinutes(30)));
    }

    @Test
    void asksAFeedThatSkipsEverythingAsIfItSkippedNothing() {
        Rhythm never = new Rhythm(
                null, IntStream.range(0, 24).boxed().collect(Collectors.toSet()), EnumSet.allOf(DayOfWeek.class));

        assertThat(Due.afterAnswer(NOW, MINIMUM, Duration.ofHours(1), null, null, never, BLOG, true))
                .isBetween(NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofMinutes(66)));
    }

    @ParameterizedTest(name = "fresh for {0}, asleep at {1}")
    @CsvSource({"PT6H, ", "PT24H, ", "PT6H, 18"})
    void spreadsManyFeedsAlwaysInTheSameWay(Duration freshFor, @Nullable Integer asleep) {
        Rhythm wishes = new Rhythm(null, asleep == null ? Set.of() : Set.of(asleep), Set.of());

        assertSpread(feed -> Due.afterAnswer(NOW, MINIMUM, MINIMUM, null, freshFor, wishes, feed, true));
    }

    @Test
    void spreadsManyFeedsAlsoAfterTheyFailedTogether() {
        assertSpread(feed -> Due.afterFailure(NOW, MINIMUM, 5, feed, true));
    }

    private static void assertSpread(Function<URI, Instant> due) {
        Set<Instant> moments = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            URI feed = URI.create("https://blogs.example/" + i + "/feed");
            assertThat(due.apply(feed)).isEqualTo(due.apply(feed));
            moments.add(due.apply(feed));
        }
        assertThat(moments).hasSizeGreaterThan(80);
    }

    /** Else an hourly timer would ask a feed that is fresh for an hour each second hour, and a daily one each second day. */
    @ParameterizedTest(name = "fresh for {0}")
    @CsvSource({"PT1H", "PT6H", "PT24H"})
    void aSingleRunHasFeedsDueWithTheOneThatFollows(Duration period) {
        for (int i = 0; i < 20; i++) {
            URI address = URI.create("https://blogs.example/" + i + "/feed");
            assertThat(Due.afterAnswer(NOW, MINIMUM, MINIMUM, NOW, period, Rhythm.NONE, address, false))
                    .isEqualTo(NOW.plus(period));
            assertThat(Due.afterFailure(NOW, MINIMUM, 1, address, false)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        }
    }

    @ParameterizedTest(name = "after failure {0}: {1}")
    @CsvSource({"1, PT1H", "2, PT2H", "3, PT4H", "4, PT8H", "5, PT16H", "6, PT24H", "7, PT24H", "5000, PT24H"})
    void backsOffFromAnHourToADay(int failures, Duration wait) {
        assertThat(Due.afterFailure(NOW, MINIMUM, failures, BLOG, true))
                .isBetween(NOW.plus(wait), NOW.plus(wait).plus(mostJitter(wait)));
    }

    @Test
    void backsOffNoLessThanTheListsMinimum() {
        assertThat(Due.afterFailure(NOW, Duration.ofHours(48), 1, BLOG, true))
                .isAfterOrEqualTo(NOW.plus(Duration.ofHours(48)));
    }

    @Test
    void boundsARetryAfterToADay() {
        assertThat(Due.bounded(NOW.plusSeconds(90), NOW)).isEqualTo(NOW.plusSeconds(90));
        assertThat(Due.bounded(NOW.plus(Duration.ofDays(300)), NOW)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    /** Over a week of runs each half hour, a lively feed is asked in each, whatever the scheduler's milliseconds. */
    @Test
    void asksALivelyFeedInEveryRun() {
        Instant due = NOW;
        for (int run = 1; run < 7 * 48; run++) {
            Instant begun = NOW.plus(MINIMUM.multipliedBy(run)).plusMillis(run * 37 % 100);
            assertThat(due).isBeforeOrEqualTo(begun.plusSeconds(5));
            due = Due.afterAnswer(begun, MINIMUM, Duration.ofMinutes(10), begun, null, Rhythm.NONE, BLOG, true);
        }
        assertThat(due.atZone(ZoneOffset.UTC).getMinute()).isZero();
    }

    private static Duration mostJitter(Duration wait) {
        return wait.dividedBy(10).compareTo(MINIMUM) < 0 ? wait.dividedBy(10) : MINIMUM;
    }

    private static List<String> words(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(" "));
    }
}
