package community.orrery.crosspost;

import community.orrery.feed.Hidden;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together the posts that are one writing, and says whose it is. */
public final class Crossposts {

    private static final Comparator<Post> OLDEST_FIRST =
            Comparator.comparing(Post::ordered).thenComparing(Post::member).thenComparing(Post::slug);
    private static final Comparator<Writing> NEWEST_FIRST = Comparator.comparing(
                    (Writing writing) -> writing.original().ordered())
            .reversed()
            .thenComparing(writing -> writing.original().member())
            .thenComparing(writing -> writing.original().slug());

    private Crossposts() {}

    /**
     * @param posts any members'; those that the planet does not carry (no longer a member, none of the member's categories,
     *     hidden) are left out
     * @param kinships found among them
     */
    public static Attribution attribute(Planet planet, List<Post> posts, Collection<Kinship> kinships) {
        Map<String, Member> members = planet.members().stream().collect(Collectors.toMap(Member::id, member -> member));
        List<Post> carried = posts.stream()
                .filter(post -> {
                    Member member = members.get(post.member());
                    return member != null && member.carries(post.metadata());
                })
                .toList();
        Families families = Families.of(carried, members, kinships);
        Concealment concealment = new Concealment(planet);
        Originals originals = new Originals(members, carried, families.members());

        List<Writing> writings = new ArrayList<>();
        List<Attribution.Concealed> concealed = new ArrayList<>();
        Set<Long> seen = new HashSet<>(); // families, each by the key of its first
        for (Post post : carried) {
            List<Post> family = families.of(post);
            if (family.size() > 1 && !seen.add(family.get(0).key())) {
                continue;
            }
            Optional<Hidden> hidden = concealment.isEmpty()
                    ? Optional.empty()
                    : family.stream()
                            .flatMap(kin -> concealment.of(kin).stream())
                            .findFirst();
            if (hidden.isPresent()) {
                family.forEach(kin -> concealed.add(new Attribution.Concealed(kin, hidden.get())));
            } else {
                writings.add(writing(family, originals, families));
            }
        }
        writings.sort(NEWEST_FIRST);
        return new Attribution(writings, verdicts(writings, families), concealed);
    }

    private static Writing writing(List<Post> family, Originals originals, Families families) {
        if (family.size() == 1) {
            return new Writing(family.get(0), List.of());
        }
        Post original = originals.among(family, families);
        return new Writing(
                original,
                family.stream()
                        .filter(post -> post.key() != original.key())
                        .sorted(OLDEST_FIRST)
                        .toList());
    }

    private static List<Attribution.Verdict> verdicts(List<Writing> writings, Families families) {
        List<Attribution.Verdict> verdicts = new ArrayList<>();
        for (Writing writing : writings) {
            for (Post copy : writing.copies()) {
                Kinship why = families.why(writing.original(), copy);
                verdicts.add(new Attribution.Verdict(writing.original(), copy, why.reason(), why.likeness()));
            }
        }
        return verdicts;
    }
}
