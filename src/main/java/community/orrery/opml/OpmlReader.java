package community.orrery.opml;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a planet's list: OPML 1.0, 1.1 or 2.0, with the planet's own settings in the namespace {@code urn:orrery:planet}.
 *
 * <p>All mistakes are told at once. Only a file that is not well-formed XML is told by its first fault, since whatever
 * follows can no longer be trusted. Elements and attributes of other namespaces, and OPML's own that say nothing to a
 * planet, are passed over.
 */
public final class OpmlReader {

    private static final Pattern HTML =
            Pattern.compile("(?is)^\\s*(?:<!--.*?-->\\s*)*+<(?:!doctype\\s+html|html)\\b.*");

    private OpmlReader() {}

    /**
     * Reads a list as a file holds it.
     *
     * @param list the whole file, in any encoding that it declares or marks, else UTF-8
     * @param fileName as messages name it
     */
    public static ListOutcome read(byte[] list, String fileName) {
        Mistakes mistakes = new Mistakes(fileName);
        ListText decoded = Decoding.decode(list, mistakes);
        return decoded == null ? new ListOutcome.Mistaken(mistakes.byLine()) : read(decoded.text(), fileName);
    }

    /**
     * Reads a list that is text already.
     *
     * @param list the whole text, without a byte order mark; an encoding that it declares is passed over
     * @param fileName as messages name it
     */
    public static ListOutcome read(String list, String fileName) {
        Mistakes mistakes = new Mistakes(fileName);
        Element root = root(list, mistakes);
        Planet planet = root == null ? null : planet(root, mistakes);
        return planet == null || !mistakes.none()
                ? new ListOutcome.Mistaken(mistakes.byLine())
                : new ListOutcome.Listed(planet);
    }

    /**
     * Where a list states a setting of the planet, for whoever finds its value wanting; empty when it does not, or cannot be
     * read.
     *
     * @param setting its local name
     */
    public static OptionalInt lineOf(byte[] list, String setting) {
        Mistakes mistakes = new Mistakes("the list");
        ListText decoded = Decoding.decode(list, mistakes);
        Element root = decoded == null ? null : root(decoded.text(), mistakes);
        Element head = root == null ? null : child(root, "head");
        return Stream.ofNullable(head)
                .flatMap(found -> found.children().stream())
                .filter(element -> element.namespace().equals(Element.PLANET)
                        && element.local().equals(setting))
                .mapToInt(Element::line)
                .findFirst();
    }

    /** The opml element, or null after a mistake. */
    static @Nullable Element root(String list, Mistakes mistakes) {
        String start = list.substring(0, Math.min(list.length(), 2000)).strip();
        if (list.isBlank()) {
            mistakes.add(
                    1, "The file is empty.", "Begin with the feeds.opml that the project ships, or restore yours.");
        } else if (HTML.matcher(start).matches()) {
            mistakes.add(
                    1,
                    "This is an HTML page, not a list in OPML.",
                    "Save the OPML file itself; a page that shows it often has a “raw” or “download” link.");
        } else if (!start.startsWith("<")) {
            mistakes.add(
                    1,
                    start.startsWith("{") || start.startsWith("[") ? "This is JSON, not OPML." : "This is not OPML.",
                    "A list begins with <opml version=\"2.0\">.");
        }
        Element root = mistakes.none() ? XmlTree.read(list, mistakes) : null;
        return root == null || isList(root, mistakes) ? root : null;
    }

    private static boolean isList(Element root, Mistakes mistakes) {
        if (!root.isOpml("opml")) {
            boolean feed = List.of("rss", "feed", "rdf").contains(root.local().toLowerCase(Locale.ROOT));
            mistakes.add(
                    root.line(),
                    feed
                            ? "This is a feed, not a list of feeds."
                            : "This is <" + root.tag().name() + ">, not OPML.",
                    feed
                            ? "Give the list; the feed's address belongs in an outline's xmlUrl there."
                            : "A list begins with <opml version=\"2.0\">.");
            return false;
        }
        return true;
    }

    private static @Nullable Planet planet(Element root, Mistakes mistakes) {
        checkFrame(root, mistakes);
        Element body = child(root, "body");
        Head head = Head.read(child(root, "head"), mistakes);
        Body read = new Body(mistakes);
        List<Group> groups = body == null ? List.of() : read.read(body);
        List<Member> members = read.members();
        return new Planet(
                head.title(),
                head.link(),
                head.description(),
                head.language(),
                head.ownerName(),
                head.ownerEmail(),
                head.settings(),
                groups,
                members,
                head.hidden());
    }

    static @Nullable Element child(Element root, String name) {
        return root.children().stream()
                .filter(element -> element.isOpml(name))
                .findFirst()
                .orElse(null);
    }

    private static void checkFrame(Element root, Mistakes mistakes) {
        String version = root.opml("version");
        if (version != null && !version.matches("[12](\\.[0-9])?")) {
            mistakes.add(root.line(), "OPML has no version " + version + " known here.", "Write version=\"2.0\".");
        }
        Tag.Span prefix = root.tag().attribute("xmlns:planet");
        if (prefix != null && root.planetPrefix() == null) {
            mistakes.add(
                    root.line(),
                    "xmlns:planet does not name the planet's namespace.",
                    "Write xmlns:planet=\"" + Element.PLANET + "\".");
        }
        for (String name : List.of("head", "body")) {
            List<Element> found =
                    root.children().stream().filter(e -> e.isOpml(name)).toList();
            if (found.size() > 1) {
                mistakes.add(
                        found.get(1).line(),
                        "<" + name + "> stands twice, first in line "
                                + found.get(0).line() + ".",
                        "Put both into one.");
            } else if (found.isEmpty() && name.equals("body")) {
                mistakes.add(root.line(), "The list has no <body>.", "Put the members' outlines into <body>…</body>.");
            }
        }
        root.children().stream()
                .filter(part -> !part.isOpml("head"))
                .flatMap(Element::all)
                .filter(element -> element.namespace().equals(Element.PLANET))
                .forEach(element -> mistakes.add(
                        element.line(),
                        "<" + element.tag().name() + "> stands outside the head.",
                        "A planet's setting belongs in <head>; a member's is an attribute of its outline."));
    }
}
