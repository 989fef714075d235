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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers from the archive how the planet is doing. */
public final class Checkup {

    static final Attribution NO_POSTS = new Attribution(List.of(), List.of(), List.of());

    private Checkup() {}

    /**
     * As of the archive's last run.
     *
     * @param now to tell what of it lies ahead
     */
    public static Health of(Planet listed, Archive archive, Instant now) {
        Map<FeedKey, FeedState> states = archive.states();
        Planet planet = KeptIds.of(listed, states);
        List<Post> posts = archive.posts();
        Attribution attribution = Crossposts.attribute(planet, posts, archive.kinships());
        return of(planet, heeded(states, now), posts, attribution, null, diary(archive));
    }

    /** How the feeds are doing, without a look at their posts. */
    public static Health ofFeeds(Planet listed, Archive archive) {
        Map<FeedKey, FeedState> states = archive.states();
        return of(KeptIds.of(listed, states), states, List.of(), NO_POSTS, null, Diary.NONE);
    }

    /** With the wishes that servers spoke to one of their feeds: when a feed is next asked hangs on them too. */
    static Map<FeedKey, FeedState> heeded(Map<FeedKey, FeedState> states, Instant now) {
        Resting resting = Resting.of(states, now);
        Map<FeedKey, FeedState> heeded = new LinkedHashMap<>(states);
        heeded.replaceAll(resting::heeded);
        return heeded;
    }

    static Health of(
            Planet planet,
            Map<FeedKey, FeedState> states,
            List<Post> posts,
            Attribution attribution,
            @Nullable String listTrouble,
            Diary diary) {
        return Health.of(
                planet,
                (member, subscription) -> states.getOrDefault(FeedKey.of(member, subscription), FeedState.UNASKED),
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
}
