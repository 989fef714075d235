package community.orrery.health;

import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Subscription;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Looks one member over. */
final class Examination {

    /** So many newest posts without a date say that the feed gives none. */
    private static final int TELLING = 10;

    private static final Comparator<Post> NEWEST_FIRST =
            Comparator.comparing(Post::ordered).reversed().thenComparing(Post::path);

    private Examination() {}

    static MemberHealth of(
            Planet planet,
            Member member,
            BiFunction<Member, Subscription, FeedState> states,
            Fates fates,
            Diary diary,
            @Nullable YearMonth until) {
        List<FeedHealth> feeds = member.subscriptions().stream()
                .map(subscription -> {
                    FeedState state = states.apply(member, subscription);
                    return new FeedHealth(
                            subscription,
                            state,
                            Condition.of(member, state),
                            diary.visits().apply(member, subscription));
                })
                .toList();
        List<Post> posts =
                fates.published(member.id()).stream().sorted(NEWEST_FIRST).toList();
        return new MemberHealth(
                member,
                feeds,
                fates.shown(member.id()),
                posts.isEmpty() ? null : posts.get(0),
                fates.absences(member.id()),
                warnings(member, feeds, posts),
                months(planet, posts, until));
    }

    private static List<Warning> warnings(Member member, List<FeedHealth> feeds, List<Post> newestFirst) {
        List<Warning> warnings = new ArrayList<>();
        if (feeds.stream().anyMatch(FeedHealth::isInTheClear)) {
            warnings.add(Warning.HTTP_ONLY);
        }
        boolean dated = newestFirst.stream()
                .limit(TELLING)
                .anyMatch(post ->
                        post.metadata().published() != null || post.metadata().updated() != null);
        if (!newestFirst.isEmpty() && !dated) {
            warnings.add(Warning.NO_DATES);
        }
        if (member.isKnownOtherwise()) {
            warnings.add(Warning.KNOWN_OTHERWISE);
        }
        return warnings;
    }

    private static Map<YearMonth, Integer> months(Planet planet, List<Post> posts, @Nullable YearMonth until) {
        Map<YearMonth, Integer> months = new TreeMap<>();
        if (until != null) {
            YearMonth first = until.minusMonths(Health.MONTHS - 1);
            posts.stream()
                    .map(post -> YearMonth.from(
                            post.ordered().atZone(planet.settings().timezone())))
                    .filter(month -> !month.isBefore(first))
                    .forEach(month -> months.merge(month, 1, Integer::sum));
        }
        return months;
    }
}
