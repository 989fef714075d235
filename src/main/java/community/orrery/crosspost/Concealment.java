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

/**
 * Which posts the list hides: by the original's address, or by that of our page, under any domain the site has had. Where the
 * list names the pages, the post stays hidden when its address changes.
 */
final class Concealment {

    private final Map<String, Hidden> byAddress = new HashMap<>();
    private final Map<String, Hidden> byPage = new HashMap<>();

    Concealment(Planet planet) {
        for (Hidden hidden : planet.hidden()) {
            byAddress.putIfAbsent(Address.key(hidden.url()), hidden);
            Stream.concat(Stream.of(hidden.url()), hidden.pages().stream())
                    .flatMap(address -> Hidden.page(address).stream())
                    .forEach(page -> byPage.putIfAbsent(page, hidden));
        }
    }

    /** Whether the list hides nothing: most lists do not. */
    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    Optional<Hidden> of(Post post) {
        Hidden page = byPage.get(post.path());
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
