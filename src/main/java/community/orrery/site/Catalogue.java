package community.orrery.site;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Subscription;
import community.orrery.feed.Writing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A planet's writings, sorted once into the lists that pages show. Every list is newest first. */
final class Catalogue {

    /** A tag that only one post bears leads nowhere. */
    private static final int LEAST_USES = 2;

    /** Ties are broken by address, which never changes. */
    private static final Comparator<Writing> NEWEST_FIRST = Comparator.comparing(
                    (Writing writing) -> writing.original().ordered())
            .reversed()
            .thenComparing(writing -> writing.original().path());

    private final Planet planet;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, List<Group>> groups = new HashMap<>();
    private final Map<String, String> memberDigests = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> shown;
    private final List<Post> withdrawn = new ArrayList<>();
    private final Map<String, List<Piece>> byMember = new HashMap<>();
    private final SortedMap<String, List<Piece>> byTag = new TreeMap<>();
    private final Map<String, String> tagNames = new HashMap<>();

    Catalogue(Planet planet, List<Writing> writings) {
        this.planet = planet;
        for (Member member : planet.members()) {
            members.put(member.id(), member);
            groups.put(member.id(), planet.groupsOf(member));
            memberDigests.put(member.id(), digestOf(member));
        }
        List<Writing> carried = new ArrayList<>();
        for (Writing writing : writings) {
            if (writing.original().standing() == Standing.WITHDRAWN) {
                writing.posts()
                        .filter(post -> members.containsKey(post.member()))
                        .forEach(withdrawn::add);
            } else if (members.containsKey(writing.original().member())) {
                carried.add(writing);
            }
        }
        withdrawn.sort(Comparator.comparing(Post::path));
        carried.sort(NEWEST_FIRST);
        Map<String, Integer> uses = countTags(carried);
        carried.forEach(writing -> pieces.add(pieceOf(writing, uses)));
        pieces.forEach(this::file);
        shown = pieces.stream().filter(Piece::isShown).toList();
    }

    private Map<String, Integer> countTags(List<Writing> carried) {
        Map<String, Integer> uses = new HashMap<>();
        for (Writing writing : carried) { // newest first: the oldest spelling is put last and stays
            for (Tag tag : tagsOf(writing.original())) {
                uses.merge(tag.slug(), 1, Integer::sum);
                tagNames.put(tag.slug(), tag.name());
            }
        }
        return uses;
    }

    private static List<Tag> tagsOf(Post post) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        post.metadata().categories().forEach(category -> {
            Tag tag = Tag.of(category);
            if (!tag.name().isEmpty()) {
                tags.putIfAbsent(tag.slug(), tag);
            }
        });
        return List.copyOf(tags.values());
    }

    private Piece pieceOf(Writing writing, Map<String, Integer> uses) {
        Post post = writing.original();
        List<Tag> tags = tagsOf(post);
        Inputs inputs = Inputs.of("piece").with(members.size() > 1);
        writing.posts().forEach(each -> inputs.with(each.path())
                .with(each.version())
                .with(each.ordered())
                .with(each.revised())
                .with(each.standing())
                .with(each.feed())
                .with(memberDigests.get(each.member())));
        tags.forEach(tag -> inputs.with(tag.slug()).with(uses.getOrDefault(tag.slug(), 0) >= LEAST_USES));
        return new Piece(writing, member(post), tags, inputs.digest());
    }

    private void file(Piece piece) {
        Set<String> carriers = piece.writing()
                .posts()
                .filter(post -> post.standing() != Standing.WITHDRAWN)
                .map(Post::member)
                .filter(members::containsKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        carriers.forEach(
                id -> byMember.computeIfAbsent(id, any -> new ArrayList<>()).add(piece));
        piece.tags().forEach(tag -> byTag.computeIfAbsent(tag.slug(), any -> new ArrayList<>())
                .add(piece));
    }

    private String digestOf(Member member) {
        Inputs inputs = Inputs.of("member")
                .with(member.id())
                .with(member.name())
                .with(member.home())
                .with(member.description())
                .with(member.avatar())
                .with(member.extent())
                .with(member.indexed())
                .with(member.status())
                .withAll(
                        member.subscriptions().stream().map(Subscription::label).toList());
        groupsOf(member).forEach(group -> inputs.with(group.id()).with(group.name()));
        return inputs.digest();
    }

    Planet planet() {
        return planet;
    }

    Member member(Post post) {
        Member member = members.get(post.member());
        if (member == null) {
            throw new IllegalArgumentException("no member " + post.member() + " on this planet");
        }
        return member;
    }

    boolean carries(String memberId) {
        return members.containsKey(memberId);
    }

    List<Group> groupsOf(Member member) {
        return groups.getOrDefault(member.id(), List.of());
    }

    String digestOf(String memberId) {
        return memberDigests.getOrDefault(memberId, "");
    }

    /** Everything that lists may name, history included. */
    List<Piece> pieces() {
        return pieces;
    }

    /** What the front page and the feeds carry. */
    List<Piece> shown() {
        return shown;
    }

    /** Posts whose page says only that they were taken back. */
    List<Post> withdrawn() {
        return withdrawn;
    }

    /** What the member published first and what it carries of others. */
    List<Piece> of(Member member) {
        return byMember.getOrDefault(member.id(), List.of());
    }

    List<Piece> of(Group group) {
        return pieces.stream()
                .filter(piece -> groupsOf(piece.member()).contains(group))
                .toList();
    }

    /** Tags that have a page, by slug. */
    SortedMap<String, List<Piece>> tags() {
        SortedMap<String, List<Piece>> listed = new TreeMap<>(byTag);
        listed.values().removeIf(pieces -> pieces.size() < LEAST_USES);
        return listed;
    }

    boolean hasPage(Tag tag) {
        return tagged(tag.slug()) >= LEAST_USES;
    }

    /** How many posts bear the tag. */
    int tagged(String slug) {
        return byTag.getOrDefault(slug, List.of()).size();
    }

    /** As the oldest post that bears it spells it, so that it stays. */
    String tagName(String slug) {
        return tagNames.getOrDefault(slug, slug);
    }
}
