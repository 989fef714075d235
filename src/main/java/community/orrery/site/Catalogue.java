package community.orrery.site;

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

    /** Ties are broken by address, which never changes. */
    private static final Comparator<Writing> NEWEST_FIRST = Comparator.comparing(
                    (Writing writing) -> writing.original().ordered())
            .reversed()
            .thenComparing(writing -> writing.original().path());

    private final Planet planet;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, List<Group>> groups = new HashMap<>();
    private final Map<String, Sum> memberDigests = new HashMap<>();

    /** Thousands of posts share a few of these; comparing them by their parts would take longer than digesting them. */
    private final Map<SourceFeed, Sum> feedDigests = new IdentityHashMap<>();

    private final Bearers bearers;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> shown;
    private final List<Post> withdrawn = new ArrayList<>();
    private final Map<String, List<Piece>> byMember = new HashMap<>();
    private final SortedMap<String, List<Piece>> byTag = new TreeMap<>();
    private final TagUses tagUses;

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
        bearers = Bearers.of(carried.stream().map(Writing::original).toList());
        tagUses = new TagUses(carried);
        for (int i = 0; i < carried.size(); i++) {
            Piece piece = pieceOf(carried.get(i), tagUses.of(i));
            pieces.add(piece);
            file(piece);
        }
        shown = pieces.stream().filter(Piece::isShown).toList();
    }

    private Piece pieceOf(Writing writing, List<Tag> tags) {
        Post post = writing.original();
        Member member = member(post);
        String path = post.path();
        Bearing bearing = bearers.bearing(post);
        Inputs inputs = Inputs.of("piece").with(members.size() > 1).with(bearing);
        tell(post, path, inputs);
        for (Post copy : writing.copies()) {
            tell(copy, copy.path(), inputs);
        }
        for (Tag tag : tags) {
            inputs.with(tag.slug()).with(tagUses.hasPage(tag.slug()));
        }
        Sum reference = Inputs.of("reference")
                .with(path)
                .with(post.metadata().title())
                .with(member.name())
                .digest();
        return new Piece(writing, member, path, bearing, tags, inputs.digest(), reference);
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
        listed.keySet().removeIf(slug -> !tagUses.hasPage(slug));
        return listed;
    }

    boolean hasPage(Tag tag) {
        return tagUses.hasPage(tag.slug());
    }

    /** How many posts bear the tag. */
    int tagged(String slug) {
        return tagUses.posts(slug);
    }

    /** As the oldest post that bears it spells it, so that it stays. */
    String tagName(String slug) {
        return tagUses.name(slug);
    }
}
