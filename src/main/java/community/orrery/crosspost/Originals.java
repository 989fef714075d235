package community.orrery.crosspost;

import community.orrery.feed.Member;
import community.orrery.feed.Metadata;
import community.orrery.feed.Post;
import community.orrery.likeness.Address;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the original among posts that are one writing: whichever another names as its source, else what was published
 * first, and among those of one day the person's before the team's before the aggregate's.
 */
final class Originals {

    /** A copy carries the original's date, or that of the same day. */
    private static final Duration AT_ONCE = Duration.ofDays(1);

    private enum Voice {
        PERSON,
        TEAM,
        AGGREGATE
    }

    private final Map<String, Member> members;
    private final Map<String, Voice> voices = new HashMap<>();

    /** The hosts of the members' own sites. */
    private final Map<String, String> homes = new HashMap<>();

    /** @param several the members to be told apart */
    Originals(Map<String, Member> members, List<Post> posts, Set<String> several) {
        this.members = members;
        for (String each : several) {
            Member member = members.get(each);
            homes.put(each, member == null ? "" : Address.host(member.home()));
        }
        Map<String, Set<String>> authors = new HashMap<>();
        Map<String, int[]> foreign = new HashMap<>();
        for (Post post : posts) {
            if (several.contains(post.member())) {
                int[] counts = foreign.computeIfAbsent(post.member(), member -> new int[2]);
                counts[0] += fromElsewhere(post) ? 1 : 0;
                counts[1]++;
                Set<String> names = authors.computeIfAbsent(post.member(), member -> new HashSet<>());
                post.metadata().authors().forEach(author -> names.add(author.name()));
            }
        }
        foreign.forEach((member, counts) -> voices.put(
                member,
                counts[0] * 2 > counts[1]
                        ? Voice.AGGREGATE
                        : authors.getOrDefault(member, Set.of()).size() > 2 ? Voice.TEAM : Voice.PERSON));
    }

    Post among(List<Post> family, Families families) {
        List<Post> undeclared = family.stream()
                .filter(post -> !fromElsewhere(post) || !(families.declaresOther(post) || names(post, family)))
                .toList();
        List<Post> candidates = undeclared.isEmpty() ? family : undeclared;
        Instant first = candidates.stream()
                .map(Originals::published)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant atOnce = first.equals(Instant.MAX) ? first : first.plus(AT_ONCE);
        return candidates.stream()
                .filter(post -> !published(post).isAfter(atOnce))
                .min(Comparator.comparing(this::fromElsewhere)
                        .thenComparing(post -> voices.getOrDefault(post.member(), Voice.PERSON))
                        .thenComparing(Originals::published)
                        .thenComparing(Post::member)
                        .thenComparing(Post::slug))
                .orElseThrow();
    }

    /** Whether the post names a source, or links to a page that is not on its member's own site. */
    private boolean fromElsewhere(Post post) {
        Metadata metadata = post.metadata();
        String home = homes.getOrDefault(post.member(), "");
        if (metadata.source() != null) {
            URI source = metadata.source().link() != null
                    ? metadata.source().link()
                    : metadata.source().feed();
            return home.isEmpty() || !Address.host(source).equals(home);
        }
        // FeedBurner puts its own address in the link, and the post's own in origLink.
        URI page = metadata.canonical() != null ? metadata.canonical() : metadata.link();
        return page != null && !home.isEmpty() && !Address.host(page).equals(home);
    }

    /** Whether the post's source or page is on the site of another of the family: no date that it gives itself makes it theirs. */
    private boolean names(Post post, List<Post> family) {
        Metadata metadata = post.metadata();
        URI source = metadata.source() == null ? null : metadata.source().link();
        URI elsewhere = source == null ? metadata.link() : source;
        URI named = metadata.canonical() == null ? elsewhere : metadata.canonical();
        String host = Address.host(named);
        return !host.isEmpty()
                && family.stream().filter(other -> other.key() != post.key()).anyMatch(other -> {
                    Member member = members.get(other.member());
                    return host.equals(Address.host(other.metadata().link()))
                            || (member != null && host.equals(Address.host(member.home())));
                });
    }

    private static Instant published(Post post) {
        Instant published = post.metadata().published();
        return published == null ? Instant.MAX : published;
    }
}
