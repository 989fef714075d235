package community.orrery.health;

import community.orrery.crosspost.Attribution;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Subscription;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the planet is doing.
 *
 * @param members in the list's order
 * @param until the last month of every chart: that of the newest post, not today's; null on a planet without posts
 * @param listTrouble what is wrong with the list as it lies there now, while an earlier one is still followed; null when
 *     nothing
 * @param perWeek posts a week over the year that ends with the newest post, or as long as there are posts
 * @param weeks posts that pages may name in each of the {@link #WEEKS} weeks that end with the newest post's, by the week's
 *     Monday, the oldest first; weeks without a post are 0. Empty on a planet without posts
 * @param runs the oldest first, {@link Run#KEPT} at most; without the one under way
 */
public record Health(
        List<MemberHealth> members,
        @Nullable YearMonth until,
        @Nullable String listTrouble,
        double perWeek,
        SortedMap<LocalDate, Integer> weeks,
        List<Run> runs) {

    /** Months that charts and tables go back. */
    public static final int MONTHS = 24;

    /** Weeks that charts and tables go back. */
    public static final int WEEKS = 52;

    private static final Duration YEAR = Duration.ofDays(364);

    public Health {
        members = List.copyOf(members);
        weeks = Collections.unmodifiableSortedMap(new TreeMap<>(weeks));
        runs = List.copyOf(runs);
    }

    /**
     * @param states of the feeds by member and subscription; {@link FeedState#UNASKED} for one that was never asked
     * @param posts any members', those included that {@code attribution} left out
     * @param listTrouble null when the list as it lies there is the one followed
     * @param diary of earlier runs and visits
     */
    public static Health of(
            Planet planet,
            BiFunction<Member, Subscription, FeedState> states,
            List<Post> posts,
            Attribution attribution,
            @Nullable String listTrouble,
            Diary diary) {
        Fates fates = Fates.of(planet, posts, attribution);
        Instant newest = newest(fates.published());
        YearMonth until = newest == null
                ? null
                : YearMonth.from(newest.atZone(planet.settings().timezone()));
        return new Health(
                planet.members().stream()
                        .map(member -> Examination.of(planet, member, states, fates, diary, until))
                        .toList(),
                until,
                listTrouble,
                perWeek(fates.published()),
                weeks(planet, fates.published()),
                diary.runs());
    }

    /** When a feed was last asked: as of when all this is true. */
    public Optional<Instant> asOf() {
        return members.stream()
                .flatMap(member -> member.feeds().stream())
                .flatMap(feed -> Stream.ofNullable(feed.state().course().lastAsked()))
                .max(Comparator.naturalOrder());
    }

    /** Members whose feeds a person should look at, the worst first. */
    public List<MemberHealth> standingOut() {
        return members.stream()
                .filter(member -> member.condition().standsOut())
                .sorted(Comparator.comparing(MemberHealth::condition).reversed())
                .toList();
    }

    /** The months of a chart, the oldest first; none on a planet without posts. */
    public List<YearMonth> months() {
        YearMonth last = until;
        return last == null
                ? List.of()
                : Stream.iterate(last.minusMonths(MONTHS - 1), month -> month.plusMonths(1))
                        .limit(MONTHS)
                        .toList();
    }

    /** All members' posts by month. */
    public Map<YearMonth, Integer> postsByMonth() {
        Map<YearMonth, Integer> all = new TreeMap<>();
        members.forEach(member -> member.months().forEach((month, posts) -> all.merge(month, posts, Integer::sum)));
        return all;
    }

    private static SortedMap<LocalDate, Integer> weeks(Planet planet, List<Post> posts) {
        TreeMap<LocalDate, Integer> weeks = new TreeMap<>();
        Instant newest = newest(posts);
        if (newest == null) {
            return weeks;
        }
        Instant surelyBefore = newest.minus(Duration.ofDays((WEEKS + 1) * 7L));
        for (Post post : posts) {
            if (post.ordered().isAfter(surelyBefore)) {
                weeks.merge(monday(post.ordered(), planet.settings().timezone()), 1, Integer::sum);
            }
        }
        LocalDate first = weeks.lastKey().minusWeeks(WEEKS - 1);
        for (int week = 0; week < WEEKS; week++) {
            weeks.putIfAbsent(first.plusWeeks(week), 0);
        }
        return weeks.tailMap(first);
    }

    private static LocalDate monday(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static double perWeek(List<Post> posts) {
        Instant newest = newest(posts);
        if (newest == null) {
            return 0;
        }
        Instant from = newest.minus(YEAR);
        Instant first = newest;
        int counted = 0;
        for (Post post : posts) {
            if (post.ordered().isAfter(from)) {
                counted++;
                first = post.ordered().isBefore(first) ? post.ordered() : first;
            }
        }
        return counted / Math.max(1, Math.ceil(Duration.between(first, newest).toHours() / (7 * 24.0)));
    }

    private static @Nullable Instant newest(List<Post> posts) {
        Instant newest = null;
        for (Post post : posts) {
            newest = newest == null || post.ordered().isAfter(newest) ? post.ordered() : newest;
        }
        return newest;
    }
}
