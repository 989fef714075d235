package community.orrery.feed;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose posts the planet carries: a person, a team, a project. One member may publish through several feeds.
 *
 * @param id short, stable, unique in the list; names the member's pages and, in the archive, the member
 * @param name the blog's name as the list gives it, plain text
 * @param home the blog itself (htmlUrl), http(s); null when the list does not say
 * @param description plain text; empty when the list gives none
 * @param avatar a picture for the member, http(s)
 * @param extent how much of each post the member wishes to see published
 * @param categories only posts with one of these categories are carried, compared without case; empty means all
 * @param status a retired member is no longer asked; its posts stay
 * @param distinct this member's posts are never taken for another member's
 * @param indexed false when the member wishes that search engines leave these pages out
 * @param subscriptions the member's feeds, at least one, in the list's order
 * @param statedId the list's planet:id; null when the id is made from the name. Differs from {@code id} when the member was
 *     known under that before
 */
public record Member(
        String id,
        String name,
        @Nullable URI home,
        String description,
        @Nullable URI avatar,
        Extent extent,
        Set<String> categories,
        Status status,
        boolean distinct,
        boolean indexed,
        List<Subscription> subscriptions,
        @Nullable String statedId) {

    public Member {
        name = Direction.contained(name);
        description = Direction.contained(description);
        categories = Set.copyOf(categories);
        subscriptions = List.copyOf(subscriptions);
    }

    /** Whether the list states an id under which the member is not known here. */
    public boolean isKnownOtherwise() {
        return statedId != null && !statedId.equals(id);
    }

    /** Whether the planet carries an entry of this member's that says this of itself: see {@code categories}. */
    public boolean carries(Metadata entry) {
        return categories.isEmpty()
                || entry.categories().stream()
                        .flatMap(category -> Stream.of(category.term(), category.name()))
                        .anyMatch(name -> categories.stream().anyMatch(name::equalsIgnoreCase));
    }

    /** The same member under another id. */
    public Member withId(String other) {
        return new Member(
                other,
                name,
                home,
                description,
                avatar,
                extent,
                categories,
                status,
                distinct,
                indexed,
                subscriptions,
                statedId);
    }

    /** How much of a post is published here. */
    public enum Extent {
        FULL,
        EXCERPT
    }

    /** Whether the member's feeds are asked. */
    public enum Status {
        ACTIVE,
        RETIRED
    }
}
