package community.orrery.opml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a place in a list for each of many feeds. A feed that the list has already stays out, and one whose group is switched
 * off there; a name that is taken gets an id of its own; a group is found by its name or made.
 */
final class Joining {

    private static final List<String> MEMBER =
            List.of("avatar", "content", "categories", "status", "distinct", "index");

    private final Found found;
    private final Map<String, String> feeds = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Joined.Ending> endings = new ArrayList<>();
    private final Place body;

    /** Where outlines go: an element of the list, or a group that is still to be made in one. */
    static final class Place {
        final @Nullable Element element;
        final String name;
        final @Nullable String id;
        final List<String> path;
        final List<Place> groups = new ArrayList<>();
        final List<Incoming> members = new ArrayList<>();

        /** @param path the groups from the body to this one, as they were first asked for */
        Place(@Nullable Element element, String name, @Nullable String id, List<String> path) {
            this.element = element;
            this.name = name;
            this.id = id;
            this.path = path;
        }

        boolean changes() {
            return !members.isEmpty() || groups.stream().anyMatch(group -> group.element == null);
        }
    }

    Joining(Found found, Element body) {
        this.found = found;
        this.body = new Place(body, "", null, List.of());
        found.feedsOff()
                .forEach(off -> feeds.put(
                        Found.likeness(off.outline()),
                        "The list has this feed already, " + off.where() + ". " + off.remedy()
                                + " to have it asked again."));
        found.feeds().forEach(outline -> {
            feeds.put(Found.likeness(outline), "The list has this feed already, in line " + outline.line() + ".");
            ids.add(Body.memberId(outline));
        });
    }

    List<Joined.Ending> endings() {
        return endings;
    }

    /** The list's elements in which something is new, the body first. */
    List<Place> changed() {
        List<Place> all = new ArrayList<>(List.of(body));
        all.addAll(places.values());
        return all.stream()
                .filter(place -> place.element != null && place.changes())
                .toList();
    }

    void add(Incoming feed) {
        List<String> remarks = new ArrayList<>();
        String address;
        try {
            address = FeedAddress.feed(feed.xmlUrl().strip()).toString();
        } catch (FeedAddress.Refused e) {
            endings.add(new Joined.Ending(feed, "“" + feed.xmlUrl() + "” " + e.what() + ". " + e.remedy(), remarks));
            return;
        }
        String likeness = FeedAddress.likeness(address);
        String taken = feeds.get(likeness);
        if (taken != null) {
            endings.add(new Joined.Ending(feed, taken, remarks));
            return;
        }
        Place place;
        try {
            place = place(feed.groups());
        } catch (Refusal e) {
            endings.add(new Joined.Ending(feed, e.words(), remarks));
            return;
        }
        feeds.put(likeness, "It is the feed of line " + feed.line() + " once more.");
        place.members.add(sound(feed, address, remarks));
        if (!place.path.equals(feed.groups())) {
            remarks.add("It is in the one group “" + place.name + "”: a list has each name once.");
        }
        endings.add(new Joined.Ending(feed, null, remarks));
    }

    private Incoming sound(Incoming feed, String address, List<String> remarks) {
        String name = Element.fold(feed.name());
        if (name.isEmpty()) {
            name = Body.host(address);
            remarks.add(
                    "It has no name there, and is called “" + name + "” now: “orrery rename” gives it a better one.");
        }
        Map<String, String> own = new HashMap<>();
        for (String known : MEMBER) {
            String value = feed.own().get(known);
            if (value != null && (!known.equals("avatar") || isPage(value, "Its picture", remarks))) {
                own.put(known, value);
            }
        }
        String id = id(feed.own().get("id"), name, address, remarks);
        if (id != null) {
            own.put("id", id);
        }
        String home = feed.htmlUrl();
        if (home != null && !isPage(home, "Its home page", remarks)) {
            home = null;
        }
        return new Incoming(feed.line(), name, address, home, feed.description(), own, feed.groups());
    }

    /** The id to be written; null when the one made from the name will do. */
    private @Nullable String id(@Nullable String wished, String name, String address, List<String> remarks) {
        String usual = Body.memberId(name, address);
        if (wished != null && Names.isId(wished) && ids.add(wished)) {
            return wished.equals(usual) ? null : wished;
        }
        if (Names.isId(usual) && ids.add(usual)) {
            if (wished != null) {
                remarks.add("Its id is “" + usual + "”: “" + wished + "” is taken, or cannot name a file everywhere.");
            }
            return null;
        }
        String base = Names.slug(name + " " + Body.host(address), "blog");
        String free = Names.isId(base) ? base : "blog";
        for (int tried = 2; !ids.add(free); tried++) {
            free = base.substring(0, Math.min(base.length(), Names.MAX_ID - 4)).replaceAll("-$", "") + "-" + tried;
        }
        remarks.add("Its id is “" + free + "”, since another member is called “" + usual + "”. If both are one member"
                + " with two feeds, give both outlines the same planet:id.");
        return free;
    }

    private static boolean isPage(String address, String what, List<String> remarks) {
        try {
            FeedAddress.page(address.strip());
            return true;
        } catch (FeedAddress.Refused e) {
            remarks.add(what + " “" + address + "” " + e.what() + ", and is left out.");
            return false;
        }
    }

    /** @throws Refusal when it would be in a group that is switched off; then no group is made either */
    private Place place(List<String> groups) throws Refusal {
        if (groups.isEmpty()) {
            return body;
        }
        String name = Element.fold(groups.get(groups.size() - 1));
        String slug = Names.slug(name, "group");
        String key = slug.isEmpty() ? name : slug;
        Place known = places.get(key);
        if (known != null) {
            return known;
        }
        Element element = found.group(name);
        Place made;
        if (element != null) {
            made = new Place(element, name, null, groups);
        } else {
            made = new Place(null, name, slug.isEmpty() ? "group-" + (places.size() + 1) : null, groups);
            place(groups.subList(0, groups.size() - 1)).groups.add(made);
        }
        places.put(key, made);
        return made;
    }
}
