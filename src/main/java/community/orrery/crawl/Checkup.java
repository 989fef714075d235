package community.orrery.crawl;

import community.orrery.archive.Archive;
import community.orrery.archive.FeedKey;
import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Crossposts;
import community.orrery.feed.FeedState;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.health.Health;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers from the archive how the planet is doing. */
public final class Checkup {

    private Checkup() {}

    /** As of the archive's last run. */
    public static Health of(Planet listed, Archive archive) {
        Map<FeedKey, FeedState> states = archive.states();
        Planet planet = KeptIds.of(listed, states);
        List<Post> posts = archive.posts();
        return of(planet, states, posts, Crossposts.attribute(planet, posts, archive.kinships()), null);
    }

    static Health of(
            Planet planet,
            Map<FeedKey, FeedState> states,
            List<Post> posts,
            Attribution attribution,
            @Nullable String listTrouble) {
        return Health.of(
                planet,
                (member, subscription) -> states.getOrDefault(FeedKey.of(member, subscription), FeedState.UNASKED),
                posts,
                attribution,
                listTrouble);
    }
}
