package community.orrery.site;

import community.orrery.feed.Category;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.SourceFeed;
import community.orrery.feed.Subscription;
import community.orrery.feed.Writing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A planet's writings, sorted once into the lists that pages show. Every list is newest first. */
final class Catalogue {

    /** A tag that only one post bears leads nowhere. */
    private static final int LEAST_USES = 2;

    /** Ties are broken by address, which never changes. */
    private static final Comparator<Writing> NEWEST_FIRST = Comparator.comparing(
                    (Writing writing) -> writing.original().ordered())
            .reversed()
            .thenComparing(writing -> writing.original().path());

    private static final Comparator<Post> MET_FIRST =
            Comparator.comparing(Post::firstSeen).thenComparing(Post::path);

    private final Planet planet;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, List<Group>> groups = new HashMap<>();
    private final Map<String, Sum> memberDigests = new HashMap<>();

    /** Thousands of posts share a few of these; comparing them by their parts would take longer than digesting them. */
    private final Map<SourceFeed, Sum> feedDigests = new IdentityHashMap<>();

    /** By id, whichever of the posts that have it was met first: it keeps it, since readers know it by that. */
    private final Map<String, Post> bearers = new HashMap<>();

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> shown;
    private final List<Post> withdrawn = new ArrayList<>();
    private final Map<String, List<Piece>> byMember = new HashMap<>();
    private final SortedMap<String, List<Piece>> byTag = new TreeMap<>();
    private final Map<String, String> tagNames = new HashMap<>();

    Catalogue(Planet planet, List<Writing> writings) {
        this.planet = planet;
        for (Group group : planet.allGroups().toList()) {
            for (String id : group.allMembers()) {
                groups.computeIfAbsent(id, any -> new ArrayList<>()).add(group);
            }
        }
        for (Member member : planet.members()) {
            members.put(member.id(), member);
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
        carried.forEach(writing -> bearers.merge(
                writing.original().id().value(),
                writing.original(),
                (one, other) -> MET_FIRST.compare(one, other) <= 0 ? one : other));
        Map<String, Integer> uses = new HashMap<>();
        List<List<Tag>> tags = tags(carried, uses);
        for (int i = 0; i < carried.size(); i++) {
            Piece piece = pieceOf(carried.get(i), tags.get(i), uses);
            pieces.add(piece);
            file(piece);
        }
        shown = pieces.stream().filter(Piece::isShown).toList();
    }

    /** The tags of each writing; counts and names them on the way. Newest first: the oldest spelling is put last and stays. */
    private List<List<Tag>> tags(List<Writing> carried, Map<String, Integer> uses) {
        Map<String, Tag> known = new HashMap<>(); // by what an author wrote: a few words on thousands of posts
        List<List<Tag>> all = new ArrayList<>(carried.size());
        for (Writing writing : carried) {
            List<Tag> tags = tagsOf(writing.original(), known);
            for (Tag tag : tags) {
                uses.merge(tag.slug(), 1, Integer::sum);
                tagNames.put(tag.slug(), tag.name());
            }
            all.add(tags);
        }
        return all;
    }

    private static List<Tag> tagsOf(Post post, Map<String, Tag> known) {
        if (post.metadata().categories().isEmpty()) {
            return List.of();
        }
        Map<String, Tag> tags = new LinkedHashMap<>();
        for (Category category : post.metadata().categories()) {
            Tag tag = known.computeIfAbsent(category.name(), any -> Tag.of(category));
            if (!tag.name().isEmpty()) {
                tags.putIfAbsent(tag.slug(), tag);
            }
        }
        return List.copyOf(tags.values());
    }

    private Piece pieceOf(Writing writing, List<Tag> tags, Map<String, Integer> uses) {
        Post post = writing.original();
        Member member = member(post);
        String path = post.path();
        boolean bearsId = bearers.get(post.id().value()) == post;
        Inputs inputs = Inputs.of("piece").with(members.size() > 1).with(bearsId);
        tell(post, path, inputs);
        for (Post copy : writing.copies()) {
            tell(copy, copy.path(), inputs);
        }
        for (Tag tag : tags) {
            inputs.with(tag.slug()).with(uses.getOrDefault(tag.slug(), 0) >= LEAST_USES);
        }
        Sum reference = Inputs.of("reference")
                .with(path)
                .with(post.metadata().title())
                .with(member.name())
                .digest();
        return new Piece(writing, member, path, bearsId, tags, inputs.digest(), reference);
    }

    private void tell(Post post, String path, Inputs inputs) {
        inputs.with(path)
                .with(post.version())
                .with(post.ordered())
                .with(post.revised())
                .with(post.standing())
                .with(feedDigests.computeIfAbsent(post.feed(), Catalogue::digestOf))
                .with(memberDigests.get(post.member()));
    }

    private void file(Piece piece) {
        file(piece, piece.post());
        piece.writing().copies().forEach(copy -> file(piece, copy));
        for (Tag tag : piece.tags()) {
            byTag.computeIfAbsent(tag.slug(), any -> new ArrayList<>()).add(piece);
        }
    }

    private void file(Piece piece, Post post) {
        if (post.standing() == Standing.WITHDRAWN || !members.containsKey(post.member())) {
            return;
        }
        List<Piece> carried = byMember.computeIfAbsent(post.member(), any -> new ArrayList<>());
        if (carried.isEmpty() || carried.get(carried.size() - 1) != piece) { // two of its posts may be one member's
            carried.add(piece);
        }
    }

    private static Sum digestOf(SourceFeed feed) {
        return Inputs.of("feed").with(feed.xmlUrl()).with(feed.metadata()).digest();
    }

    private Sum digestOf(Member member) {
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

    /** Null when there is no such member. */
    @Nullable
    Sum digestOf(String memberId) {
        return memberDigests.get(memberId);
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
