package community.orrery.feed;

import java.util.List;
import java.util.stream.Stream;

/**
 * One piece of writing as readers meet it: the post whose page it has, and the same writing in other members' feeds.
 *
 * @param original by whoever declares it, else published first, the person before the aggregate
 * @param copies the same writing under other members, oldest first; each member's page lists it, the combined feed carries
 *     it once
 */
public record Writing(Post original, List<Post> copies) {

    public Writing {
        copies = List.copyOf(copies);
    }

    /**
     * Whether the front page and the feeds carry it: when one of its posts may stand there. A writing that readers met as a
     * copy stays when its author joins and the original turns out to be part of a newcomer's history.
     */
    public boolean isShown() {
        for (Post copy : copies) {
            if (copy.standing() == Post.Standing.SHOWN) {
                return true;
            }
        }
        return original.standing() == Post.Standing.SHOWN;
    }

    /** Every place in which the planet met it, the original first. */
    public Stream<Post> posts() {
        return Stream.concat(Stream.of(original), copies.stream());
    }
}
