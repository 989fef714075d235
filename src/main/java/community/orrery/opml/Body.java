package community.orrery.opml;

import community.orrery.feed.Credentials;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the list's body: nested outlines are groups, outlines with an xmlUrl are members' feeds. */
final class Body {

    static final List<String> MEMBER_ATTRIBUTES =
            List.of("id", "avatar", "content", "categories", "status", "distinct", "index");

    private final Mistakes mistakes;
    private final Map<String, MemberOutlines> members = new LinkedHashMap<>();
    private final Map<String, Element> groups = new LinkedHashMap<>();
    private final Map<String, Integer> addresses = new LinkedHashMap<>();

    Body(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** What stands directly inside an outline. */
    private record Inside(List<Group> groups, Set<String> members) {}

    List<Group> read(Element body) {
        List<Group> read = inside(body).groups();
        if (members.isEmpty() && mistakes.none()) {
            mistakes.add(
                    body.line(),
                    "The list has no member yet.",
                    "Add a line like <outline type=\"rss\" text=\"A blog\" xmlUrl=\"https://blog.example/feed.xml\" "
                            + "htmlUrl=\"https://blog.example/\"/> in the body.");
        }
        return read;
    }

    List<Member> members() {
        Values values = new Values(mistakes);
        return members.values().stream()
                .map(outlines -> outlines.member(values))
                .toList();
    }

    private Inside inside(Element parent) {
        Inside inside = new Inside(new ArrayList<>(), new LinkedHashSet<>());
        for (Element outline : parent.outlines()) {
            if (outline.opml("xmlUrl") != null) {
                String member = feed(outline);
                if (member != null) {
                    inside.members().add(member);
                }
            } else if (!outline.outlines().isEmpty()) {
                inside.groups().add(group(outline));
            } else {
                empty(outline);
            }
        }
        return inside;
    }

    private Group group(Element outline) {
        checkAttributes(outline, List.of("id"), "a group");
        String name = name(outline);
        if (name == null) {
            mistakes.add(outline.line(), "A group has no name.", "Write text=\"…\" in its outline.");
            name = "";
        }
        String id = groupId(outline);
        if (id.isEmpty() && !name.isEmpty()) {
            mistakes.add(
                    outline.line(),
                    "No page can be named after the group “" + name + "”: it has no Latin letter.",
                    "Write planet:id=\"…\" in its outline, for instance in English.");
        }
        Element first = id.isEmpty() ? null : groups.putIfAbsent(id, outline);
        if (first != null) {
            mistakes.add(
                    outline.line(),
                    "The groups in line " + first.line() + " and here would both be called “" + id + "”.",
                    "Put their members into one, rename one, or give one a planet:id of its own.");
        }
        Inside inside = inside(outline);
        return new Group(id, name, inside.groups(), List.copyOf(inside.members()));
    }

    /** Returns the member's id, or null after a mistake that keeps the feed from having a member. */
    private @Nullable String feed(Element outline) {
        checkAttributes(outline, MEMBER_ATTRIBUTES, "a feed");
        if (!outline.outlines().isEmpty()) {
            mistakes.add(
                    outline.line(),
                    "A feed's outline holds other outlines.",
                    "End it with “/>” before them, or leave its xmlUrl out if it is a group.");
            inside(outline);
        }
        URI address = address(outline);
        String id = memberId(outline);
        if (name(outline) == null && !members.containsKey(id)) {
            mistakes.add(outline.line(), "A member has no name.", "Write the blog's name: text=\"…\".");
            return null;
        }
        if (address == null) {
            return null;
        }
        MemberOutlines own = new MemberOutlines(id, outline, address);
        MemberOutlines first = members.putIfAbsent(id, own);
        if (first == null) {
            return id;
        }
        if (explicitAttribute(outline) != null && first.isExplicit()) {
            first.join(outline, address, mistakes);
            return id;
        }
        mistakes.add(
                outline.line(),
                "The members in line " + first.line() + " and here would both be called “" + id + "”.",
                "Give one of them a planet:id of its own; if they are one member with two feeds, give both planet:id=\""
                        + id + "\".");
        return null;
    }

    private @Nullable URI address(Element outline) {
        String written = String.valueOf(outline.opml("xmlUrl"));
        try {
            URI address = FeedAddress.feed(written);
            Integer first = addresses.putIfAbsent(FeedAddress.identity(address.toString()), outline.line());
            if (first == null) {
                return address;
            }
            mistakes.add(
                    outline.line(),
                    "xmlUrl=\"" + written + "\" is the feed of line " + first + " once more.",
                    "Delete one of the two outlines.");
        } catch (FeedAddress.Refused e) {
            mistakes.add(outline.line(), "xmlUrl=\"" + written + "\" " + e.what() + ".", e.remedy());
        }
        return null;
    }

    private void empty(Element outline) {
        String name = name(outline);
        String called = name == null ? "An outline" : "The outline “" + name + "”";
        String type = outline.opml("type");
        boolean feed = outline.opml("htmlUrl") != null
                || outline.attribute("", "xmlUrl") != null
                || (type != null && List.of("rss", "atom").contains(type.toLowerCase(Locale.ROOT)))
                || outline.attributes().stream().anyMatch(a -> a.namespace().equals(Element.PLANET));
        if (feed) {
            mistakes.add(
                    outline.line(),
                    called + " has no xmlUrl, so there is no feed to ask.",
                    "Write xmlUrl=\"https://…\" with the feed's address, or delete the outline.");
        } else {
            mistakes.add(
                    outline.line(),
                    called + " is a group without members.",
                    "Put its members' outlines inside, or delete it. If it is a member, write its xmlUrl.");
        }
    }

    private void checkAttributes(Element outline, List<String> known, String kind) {
        for (Element.Attribute attribute : outline.attributes()) {
            if (attribute.namespace().equals(Element.PLANET) && !known.contains(attribute.local())) {
                boolean misplaced = MEMBER_ATTRIBUTES.contains(attribute.local());
                mistakes.add(
                        outline.line(),
                        "planet:" + attribute.local() + " means nothing on the outline of " + kind + "."
                                + (misplaced ? "" : Names.didYouMean(attribute.local(), known)),
                        misplaced
                                ? "Write it on the members' outlines inside."
                                : "Mend the name, or delete it. Known here: " + String.join(", ", known) + ".");
            }
        }
        Element.Attribute id = explicitAttribute(outline);
        if (id != null && !Names.isId(id.value().strip())) {
            String slug = Names.slug(Credentials.removed(id.value()), "blog");
            mistakes.add(
                    outline.line(),
                    "planet:id=\"" + id.value() + "\" cannot name a file everywhere.",
                    "Use " + Names.RULE + (slug.isEmpty() ? "." : ": for instance “" + slug + "”."));
        }
    }

    private static Element.@Nullable Attribute explicitAttribute(Element outline) {
        return outline.attribute(Element.PLANET, "id");
    }

    private static @Nullable String explicitId(Element outline) {
        Element.Attribute explicit = explicitAttribute(outline);
        return explicit == null ? null : explicit.value().strip();
    }

    /** A member's id: its planet:id, else one made from its name. */
    static String memberId(Element outline) {
        String explicit = explicitId(outline);
        String name = name(outline);
        String address = outline.opml("xmlUrl");
        return explicit != null ? explicit : memberId(name == null ? "" : name, address == null ? "" : address);
    }

    /** The name folded, else, where it has no Latin letter, the host of the feed. */
    static String memberId(String name, String address) {
        String slug = Names.slug(name, "blog");
        return slug.isEmpty() ? Names.slug(host(address), "blog") : slug;
    }

    /** Without its credentials and without www; for a name, not for asking. */
    static String host(String address) {
        return Credentials.removed(address)
                .replaceFirst("^[a-zA-Z]+://(?:www\\.)?", "")
                .replaceFirst("[/:?#].*$", "");
    }

    /** A group's id: its planet:id, else its name folded; empty when that has no Latin letter. */
    static String groupId(Element outline) {
        String explicit = explicitId(outline);
        String name = name(outline);
        return explicit != null ? explicit : Names.slug(name == null ? "" : name, "group");
    }

    /** text, else the title that some programs write beside it or in its place. */
    static @Nullable String name(Element outline) {
        String text = outline.opml("text");
        return text == null ? outline.opml("title") : text;
    }
}
