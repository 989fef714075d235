package community.orrery.crosspost;

import community.orrery.feed.Hidden;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.likeness.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which posts the list hides: by the original's address, or by that of our page, under any domain the site has had. */
final class Concealment {

    private static final String ENDING = ".html";

    private final Map<String, Hidden> byAddress = new HashMap<>();
    private final Map<String, Hidden> byPage = new HashMap<>();

    Concealment(Planet planet) {
        for (Hidden hidden : planet.hidden()) {
            byAddress.putIfAbsent(Address.key(hidden.url()), hidden);
            String path = hidden.url().getRawPath();
            int posts = path == null ? -1 : path.lastIndexOf("posts/");
            if (path != null && posts >= 0 && (posts == 0 || path.charAt(posts - 1) == '/')) {
                byPage.putIfAbsent(page(path.substring(posts)), hidden);
            }
        }
    }

    /** Some servers show pages without their ending. */
    private static String page(String path) {
        return path.endsWith(ENDING) ? path.substring(0, path.length() - ENDING.length()) : path;
    }

    /** Whether the list hides nothing: most lists do not. */
    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    Optional<Hidden> of(Post post) {
        Hidden page = byPage.get(page(post.path()));
        if (page != null) {
            return Optional.of(page);
        }
        // Pages show the declared original's address where there is one: that is what people copy.
        return Stream.of(post.metadata().link(), post.metadata().canonical())
                .filter(Objects::nonNull)
                .map(link -> byAddress.get(Address.key(link)))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
