package community.orrery.opml;

import community.orrery.feed.Hidden;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a list what an edit is about: among what a run reads, since an edit of anything else would do nothing. */
final class Found {

    private final Element root;
    private final Map<String, String> pageIds;

    /** @param pageIds see {@link OpmlEdit} */
    Found(Element root, Map<String, String> pageIds) {
        this.root = root;
        this.pageIds = pageIds;
    }

    /** Of the member's pages. */
    String id(Element outline) {
        String listed = Body.memberId(outline);
        return pageIds.getOrDefault(listed, listed);
    }

    /** The outlines of feeds that count. */
    Stream<Element> feeds() {
        return outlines().filter(outline -> outline.opml("xmlUrl") != null);
    }

    /** The outlines of feeds that are switched off. */
    Stream<SwitchedOff> feedsOff() {
        return SwitchedOff.in(root).filter(off -> off.outline().opml("xmlUrl") != null);
    }

    private Stream<Element> outlines() {
        return Stream.ofNullable(OpmlReader.child(root, "body")).flatMap(Found::inside);
    }

    private static Stream<Element> inside(Element parent) {
        return parent.outlines().stream().flatMap(outline -> Stream.concat(Stream.of(outline), inside(outline)));
    }

    /** All outlines of the member with this id, that of its pages before the list's, else a feed of this address, else this name. */
    List<Element> outlinesOf(String member) throws Refusal {
        String folded = Element.fold(member);
        String likeness = FeedAddress.likeness(folded);
        List<Predicate<Element>> ways = List.of(
                outline -> id(outline).equals(folded),
                outline -> Body.memberId(outline).equals(folded),
                outline -> likeness(outline).equals(likeness),
                outline -> folded.equalsIgnoreCase(Body.name(outline)));
        for (Predicate<Element> way : ways) {
            List<String> ids = feeds().filter(way).map(this::id).distinct().toList();
            if (ids.size() > 1) {
                throw new Refusal(
                        "“" + folded + "” is the name of several members.",
                        "Give the id of the one that is meant: " + String.join(", ", ids) + ".");
            }
            if (!ids.isEmpty()) {
                return feeds().filter(outline -> id(outline).equals(ids.get(0))).toList();
            }
        }
        for (Predicate<Element> way : ways) {
            SwitchedOff off = feedsOff()
                    .filter(each -> way.test(each.outline()))
                    .findFirst()
                    .orElse(null);
            if (off != null) {
                throw new Refusal(
                        "“" + folded + "” stands only " + off.where() + ": no run asks it.",
                        off.remedy() + " first, or edit the file by hand.");
            }
        }
        List<String> ids = feeds().map(this::id).distinct().toList();
        throw new Refusal(
                "The list has no member “" + folded + "”." + Names.didYouMean(folded, ids),
                "Give a member's id, the address of its feed, or its name.");
    }

    /**
     * By id or name; null when there is none.
     *
     * @throws Refusal when there is only one that is switched off: whoever joined it would never be asked
     */
    @Nullable
    Element group(String wanted) throws Refusal {
        Predicate<Element> fits = group(wanted, Names.slug(wanted, "group"));
        Element group = outlines().filter(fits).findFirst().orElse(null);
        if (group == null) {
            SwitchedOff off = SwitchedOff.in(root)
                    .filter(each -> fits.test(each.outline()))
                    .findFirst()
                    .orElse(null);
            if (off != null) {
                throw new Refusal(
                        "The group “" + wanted + "” stands " + off.where() + ": no run would ask its members.",
                        off.remedy() + " first, or use a group of another name.");
            }
        }
        return group;
    }

    private static Predicate<Element> group(String wanted, String slug) {
        return outline -> outline.opml("xmlUrl") == null
                && (wanted.equalsIgnoreCase(Body.name(outline)) || slug.equals(Body.groupId(outline)));
    }

    /** A group that stays although all its outlines that count go; null when there is none. */
    @Nullable
    Element emptiedBy(List<Element> going) {
        return outlines()
                .filter(group -> !group.outlines().isEmpty())
                .filter(group -> !going.contains(group) && going.containsAll(group.outlines()))
                .findFirst()
                .orElse(null);
    }

    /** The settings that hide this address, in any spelling, or this page. */
    List<Element> hidden(URI url) {
        String identity = FeedAddress.identity(url.toString());
        String page = Hidden.page(url).orElse("");
        return hidden().filter(element ->
                        identity(element).equals(identity) || pages(element).contains(page))
                .toList();
    }

    /** The settings that hide all these pages; none where there is no page. */
    List<Element> hiding(List<String> pages) {
        return pages.isEmpty()
                ? List.of()
                : hidden().filter(element -> pages(element).containsAll(pages)).toList();
    }

    private Stream<Element> hidden() {
        return root.all()
                .filter(element -> element.namespace().equals(Element.PLANET)
                        && element.local().equals("hidden"));
    }

    /** As the reader takes the address, so that what it gave out is found again. */
    private static String identity(Element hidden) {
        String url = String.valueOf(hidden.opml("url"));
        try {
            return FeedAddress.identity(FeedAddress.feed(url).toString());
        } catch (FeedAddress.Refused e) {
            return FeedAddress.identity(url);
        }
    }

    private static Set<String> pages(Element hidden) {
        return written(hidden).stream()
                .flatMap(written -> Stream.ofNullable(page(written)))
                .flatMap(page -> Hidden.page(page).stream())
                .collect(Collectors.toSet());
    }

    /** The pages that a setting hides, as its author wrote them. */
    static List<String> written(Element hidden) {
        String pages = hidden.opml("pages");
        return pages == null
                ? List.of()
                : Stream.of(pages.split(" ")).filter(page -> !page.isEmpty()).toList();
    }

    /** Null when that is no post's page. */
    static @Nullable URI page(String written) {
        try {
            URI page = FeedAddress.feed(written);
            return Hidden.page(page).isPresent() ? page : null;
        } catch (FeedAddress.Refused e) {
            return null;
        }
    }

    static String likeness(Element outline) {
        return FeedAddress.likeness(xmlUrl(outline));
    }

    static String xmlUrl(Element outline) {
        String address = outline.opml("xmlUrl");
        return address == null ? "" : address;
    }
}
