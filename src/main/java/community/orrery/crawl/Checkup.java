package community.orrery.crawl;

import community.orrery.archive.Archive;
import community.orrery.archive.FeedKey;
import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Crossposts;
import community.orrery.feed.FeedState;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.health.Diary;
import community.orrery.health.Health;
import community.orrery.health.VisitDay;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers from the archive how the planet is doing. */
public final class Checkup {

    static final Attribution NO_POSTS = new Attribution(List.of(), List.of(), List.of());

    private Checkup() {}

    /** As of the archive's last run. */
    public static Health of(Planet listed, Archive archive) {
        Map<FeedKey, FeedState> states = archive.states();
        Planet planet = KeptIds.of(listed, states);
        List<Post> posts = archive.postsOf(planet);
        Attribution attribution = Crossposts.attribute(planet, posts, archive.kinships());
        return of(planet, states, posts, attribution, null, diary(archive));
    }

    /** How the feeds are doing, without a look at their posts. */
    public static Health ofFeeds(Planet listed, Archive archive) {
        Map<FeedKey, FeedState> states = archive.states();
        return of(KeptIds.of(listed, states), states, List.of(), NO_POSTS, null, Diary.NONE);
    }

    static Health of(
            Planet planet,
            Map<FeedKey, FeedState> states,
            List<Post> posts,
            Attribution attribution,
            @Nullable String listTrouble,
            Diary diary) {
        Resting resting = Resting.of(states, newest(states));
        return Health.of(
                planet,
                (member, subscription) -> {
                    FeedKey feed = FeedKey.of(member, subscription);
                    return resting.heeded(feed, states.getOrDefault(feed, FeedState.UNASKED));
                },
                posts,
                attribution,
                listTrouble,
                diary);
    }

    /** What the archive kept of earlier runs and visits. */
    static Diary diary(Archive archive) {
        Map<FeedKey, List<VisitDay>> visits = archive.visits();
        return new Diary(
                archive.runs(),
                (member, subscription) ->
                        visits.getOrDefault(new FeedKey(member.id(), subscription.xmlUrl()), List.of()));
    }

    /** When a feed was last asked, and not the time of day: the same archive gives the same pages. */
    private static Instant newest(Map<FeedKey, FeedState> states) {
        return states.values().stream()
                .flatMap(state -> Stream.ofNullable(state.course().lastAsked()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
