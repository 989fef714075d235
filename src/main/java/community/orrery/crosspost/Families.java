package community.orrery.crosspost;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Posts that are one writing, directly or through another. A family holds at most one post of a member: two posts of one
 * member are two, whatever a third says.
 */
final class Families {

    private static final Comparator<Kinship> STRONGEST_FIRST = Comparator.comparing(Kinship::reason)
            .thenComparing(Comparator.comparingDouble(Kinship::likeness).reversed())
            .thenComparingLong(Kinship::one)
            .thenComparingLong(Kinship::other);

    private final Map<Long, List<Post>> families = new HashMap<>();
    private final Map<Long, List<Kinship>> believed = new HashMap<>();

    private Families() {}

    static Families of(List<Post> posts, Map<String, Member> members, Collection<Kinship> kinships) {
        Set<Long> named = new HashSet<>();
        kinships.forEach(kinship -> {
            named.add(kinship.one());
            named.add(kinship.other());
        });
        Map<Long, Post> eligible = posts.stream()
                .filter(post -> named.contains(post.key()))
                .filter(post -> post.standing() != Post.Standing.WITHDRAWN)
                .filter(post -> {
                    Member member = members.get(post.member());
                    return member != null && !member.distinct();
                })
                .collect(Collectors.toMap(Post::key, post -> post));
        Families families = new Families();
        kinships.stream()
                .filter(kinship -> eligible.containsKey(kinship.one()) && eligible.containsKey(kinship.other()))
                .sorted(STRONGEST_FIRST)
                .forEach(kinship -> families.join(kinship, eligible));
        return families;
    }

    private void join(Kinship kinship, Map<Long, Post> posts) {
        List<Post> one = family(kinship.one(), posts);
        List<Post> other = family(kinship.other(), posts);
        if (one != other) {
            Set<String> members = one.stream().map(Post::member).collect(Collectors.toSet());
            if (other.stream().anyMatch(post -> members.contains(post.member()))) {
                return;
            }
            List<Post> joined = new ArrayList<>(one);
            joined.addAll(other);
            joined.forEach(post -> families.put(post.key(), joined));
        }
        believed.computeIfAbsent(kinship.one(), key -> new ArrayList<>()).add(kinship);
        believed.computeIfAbsent(kinship.other(), key -> new ArrayList<>()).add(kinship);
    }

    private List<Post> family(long key, Map<Long, Post> posts) {
        List<Post> family = families.get(key);
        if (family == null) {
            family = new ArrayList<>(List.of(Optional.ofNullable(posts.get(key)).orElseThrow()));
            families.put(key, family);
        }
        return family;
    }

    List<Post> of(Post post) {
        return families.getOrDefault(post.key(), List.of(post));
    }

    /** The members that have a post in a family of several. */
    Set<String> members() {
        return families.values().stream()
                .filter(family -> family.size() > 1)
                .flatMap(List::stream)
                .map(Post::member)
                .collect(Collectors.toSet());
    }

    /** Whether one of its family is named by the post as where it is taken from. */
    boolean declaresOther(Post post) {
        return believed.getOrDefault(post.key(), List.of()).stream()
                .anyMatch(kinship -> kinship.copy() != null && kinship.copy() == post.key());
    }

    /** Why a copy is one: what ties it to the original, else to any of the family. */
    Kinship why(Post original, Post copy) {
        List<Kinship> ties = believed.getOrDefault(copy.key(), List.of());
        return ties.stream()
                .filter(tie -> tie.one() == original.key() || tie.other() == original.key())
                .findFirst()
                .orElseGet(() -> ties.get(0));
    }
}
