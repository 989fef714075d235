package community.orrery.opml;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Edits a list as its maintainer would by hand: every comment, indent, quote and attribute that the edit is not about stays
 * to the letter. Text in, text out; {@link ListText} keeps a file's encoding. The text must be well-formed, but it may hold
 * other mistakes, so that an edit can mend one of several.
 *
 * <p>A member is named by the id of its pages, else by the list's, else by the address of one of its feeds, else by its name
 * without regard to case. {@code pageIds} are the ids of members' pages by those that the list gives them, where the two differ:
 * only the archive knows that. The pages of whoever is not in it have the list's id. Outlines that are switched off (OPML 2.0,
 * isComment) are comments here, too: an edit that fits only them is refused.
 */
public final class OpmlEdit {

    private final Element root;
    private final Found found;
    private final Layout layout;
    private final Patch patch;
    private final OutlineText fresh;

    private OpmlEdit(String text, Element root, Map<String, String> pageIds) {
        this.root = root;
        this.found = new Found(root, pageIds);
        this.layout = new Layout(text, root);
        this.patch = new Patch(text);
        this.fresh = new OutlineText(text, root, found, patch);
    }

    @FunctionalInterface
    private interface Change {
        void on(OpmlEdit edit) throws Refusal;
    }

    /** Whether this may be the id of a member's pages: whoever is named otherwise is found without knowing these. */
    public static boolean mayBeId(String member) {
        return Names.isId(Element.fold(member));
    }

    /**
     * Adds one outline behind the last of its group.
     *
     * @param group by id or name; a new one is made at the end when the list has none such; null adds to the body itself.
     *     Refused where the group is switched off
     */
    public static EditOutcome add(String list, NewFeed feed, @Nullable String group) {
        return edit(list, edit -> edit.add(feed, group));
    }

    /**
     * Adds many outlines at once, each behind the last of its group.
     *
     * @return for each feed whether it joined, and if not why; the list is refused only when it cannot be edited at all
     */
    public static Joined join(String list, List<Incoming> feeds) {
        List<Joined.Ending> endings = new ArrayList<>();
        EditOutcome outcome = edit(list, edit -> endings.addAll(edit.join(feeds)));
        return new Joined(outcome, endings);
    }

    /** Takes all of a member's outlines out, and a group that is then empty of everything. */
    public static EditOutcome remove(String list, String member, Map<String, String> pageIds) {
        return edit(list, pageIds, edit -> edit.remove(edit.found.outlinesOf(member)));
    }

    /** Gives a member another name; its id stays, so its pages do. */
    public static EditOutcome rename(String list, String member, String name, Map<String, String> pageIds) {
        return edit(list, pageIds, edit -> edit.rename(edit.found.outlinesOf(member), name));
    }

    /** Has a member's feeds no longer asked; the posts stay. */
    public static EditOutcome retire(String list, String member, Map<String, String> pageIds) {
        return edit(list, pageIds, edit -> edit.retire(edit.found.outlinesOf(member)));
    }

    /**
     * Has a post no longer carried; the settings in the head remember it.
     *
     * @param url the original's address, or our page's
     * @param pages of the post and its copies here, from the site's root: by them it stays hidden when its address changes.
     *     Empty when none is known
     * @param why for the record
     */
    public static EditOutcome hide(String list, URI url, List<String> pages, String why) {
        return edit(list, edit -> edit.hide(url, pages, why));
    }

    /**
     * Takes back every {@link #hide} of these addresses.
     *
     * @param urls as given to hide, or those of the pages; at least one
     */
    public static EditOutcome unhide(String list, List<URI> urls) {
        return edit(list, edit -> edit.unhide(urls));
    }

    private static EditOutcome edit(String list, Change change) {
        return edit(list, Map.of(), change);
    }

    private static EditOutcome edit(String list, Map<String, String> pageIds, Change change) {
        Mistakes mistakes = new Mistakes("the list");
        Element root = OpmlReader.root(list, mistakes);
        if (root == null) {
            Mistake first = mistakes.byLine().get(0);
            return new EditOutcome.Refused("The list, line " + first.line() + ": " + first.what(), first.remedy());
        }
        OpmlEdit edit = new OpmlEdit(list, root, pageIds);
        try {
            change.on(edit);
        } catch (Refusal e) {
            return e.outcome();
        }
        return new EditOutcome.Edited(edit.patch.applied());
    }

    private void add(NewFeed feed, @Nullable String group) throws Refusal {
        Element body = body();
        checkNew(feed);
        String outline = fresh.of(feed);
        if (group == null) {
            layout.add(body, "outline", outline, patch);
            return;
        }
        Element parent = found.group(group);
        if (parent != null) {
            layout.add(parent, "outline", outline, patch);
        } else if (Names.slug(group, "group").isEmpty()) {
            throw new Refusal(
                    "No page can be named after the group “" + group + "”.", "Use a name with Latin letters.");
        } else {
            String inside = layout.block(body, outline);
            layout.add(body, "outline", fresh.group(group, null, inside), patch);
        }
    }

    private Element body() throws Refusal {
        Element body = OpmlReader.child(root, "body");
        if (body == null) {
            throw new Refusal("The list has no <body>.", "Write <body></body> behind the head.");
        }
        return body;
    }

    private void checkNew(NewFeed feed) throws Refusal {
        String id = feed.id() == null ? Body.memberId(feed.name(), feed.xmlUrl().toString()) : feed.id();
        if (feed.name().isBlank() || !Names.isId(id)) {
            throw new Refusal("“" + id + "” cannot name the member's page.", "Give an id of " + Names.RULE + ".");
        }
        String likeness = FeedAddress.likeness(feed.xmlUrl().toString());
        for (Element outline : found.feeds().toList()) {
            if (Found.likeness(outline).equals(likeness)) {
                throw new Refusal(
                        "The list has this feed already, in line " + outline.line() + ".",
                        "Change that line if its address is out of date.");
            }
            if (Body.memberId(outline).equals(id)) {
                throw new Refusal(
                        "The member in line " + outline.line() + " is already called “" + id + "”.",
                        "Give the new one another name, or an id of its own.");
            }
        }
        for (SwitchedOff off : found.feedsOff().toList()) {
            if (Found.likeness(off.outline()).equals(likeness)) {
                throw new Refusal(
                        "The list has this feed already, " + off.where() + ".",
                        off.remedy() + " to have it asked again, or delete that feed's outline first.");
            }
        }
    }

    private List<Joined.Ending> join(List<Incoming> feeds) throws Refusal {
        Element body = body();
        Joining joining = new Joining(found, body);
        feeds.forEach(joining::add);
        for (Joining.Place place : joining.changed()) {
            Element parent = Objects.requireNonNull(place.element);
            layout.add(parent, "outline", inside(place, parent, 0), patch);
        }
        return joining.endings();
    }

    /** The outlines that are new in a place, groups behind the members. */
    private List<String> inside(Joining.Place place, Element parent, int depth) throws Refusal {
        List<String> inside = new ArrayList<>();
        for (Incoming feed : place.members) {
            inside.add(fresh.of(feed));
        }
        for (Joining.Place group : place.groups) {
            String members = layout.block(parent, depth, inside(group, parent, depth + 1));
            inside.add(fresh.group(group.name, group.id, members));
        }
        return inside;
    }

    private void remove(List<Element> outlines) throws Refusal {
        List<Element> going = new ArrayList<>(outlines);
        for (Element emptied = found.emptiedBy(going); emptied != null; emptied = found.emptiedBy(going)) {
            if (!going.containsAll(emptied.children()) || !layout.holdsOnly(emptied, emptied.children())) {
                throw new Refusal(
                        "The group in line " + emptied.line() + " would hold nothing but a comment.",
                        "Take the group out by hand, and keep of its comment what is still true.");
            }
            going.removeAll(emptied.children());
            going.add(emptied);
        }
        going.forEach(element -> layout.remove(element, patch));
    }

    private void rename(List<Element> outlines, String name) throws Refusal {
        Element first = outlines.get(0);
        if (name.isBlank()) {
            throw new Refusal("The new name is empty.", "Give the blog's name.");
        }
        String id = found.id(first);
        if (first.attribute(Element.PLANET, "id") == null
                && !Body.memberId(name, Found.xmlUrl(first)).equals(id)) {
            patch.set(first, Element.PLANET, "id", fresh.prefix() + ":id", id);
        }
        String old = Body.name(first);
        for (Element outline : outlines) {
            for (String attribute : List.of("text", "title")) {
                Element.Attribute present = outline.attribute("", attribute);
                if (present != null && Element.fold(present.value()).equals(old)) {
                    patch.set(outline, "", attribute, attribute, name);
                }
            }
        }
    }

    private void retire(List<Element> outlines) throws Refusal {
        Element first = outlines.get(0);
        Element.Attribute status = first.attribute(Element.PLANET, "status");
        if (status != null && status.value().strip().equalsIgnoreCase("retired")) {
            throw new Refusal("The member in line " + first.line() + " is retired already.", "There is nothing to do.");
        }
        String name = fresh.prefix() + ":status";
        for (Element outline : outlines) {
            if (outline.equals(first) || outline.attribute(Element.PLANET, "status") != null) {
                patch.set(outline, Element.PLANET, "status", name, "retired");
            }
        }
    }

    private void hide(URI url, List<String> pages, String why) throws Refusal {
        List<Element> already = Stream.concat(found.hidden(url).stream(), found.hiding(pages).stream())
                .toList();
        if (!already.isEmpty()) {
            throw new Refusal(
                    "The post is hidden already, in line " + already.get(0).line() + ".", "There is nothing to do.");
        }
        String name = fresh.prefix() + ":hidden";
        String markup = "<" + name + OutlineText.attribute("url", url.toString())
                + OutlineText.attribute("why", why)
                + OutlineText.attribute("pages", pages.isEmpty() ? null : String.join(" ", pages)) + "/>";
        Element head = OpmlReader.child(root, "head");
        if (head != null) {
            layout.add(head, name, markup, patch);
            return;
        }
        Element body = OpmlReader.child(root, "body");
        if (body == null) {
            throw new Refusal("The list has neither <head> nor <body>.", "Write <head></head> into it.");
        }
        layout.addBefore(body, markup, patch);
    }

    private void unhide(List<URI> urls) throws Refusal {
        Set<Element> hidden =
                urls.stream().flatMap(url -> found.hidden(url).stream()).collect(Collectors.toSet());
        if (hidden.isEmpty()) {
            throw new Refusal(
                    "The list does not hide " + urls.get(0) + ".", "Compare it with the planet:hidden lines there.");
        }
        hidden.forEach(element -> layout.remove(element, patch));
    }
}
