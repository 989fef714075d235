package community.orrery.opml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Any program's OPML, read for what of it could join a list of ours. Unlike {@link OpmlReader} it asks for no order: what a
 * feed reader exports need not be a sound list.
 *
 * @param head title and owner, where it names them, and the planet's own settings
 * @param feeds in the file's order
 * @param remarks what has no place in a list of ours, or is switched off there
 * @param mistakes why it cannot be read; then all else is empty
 */
public record ForeignList(List<Stated> head, List<Incoming> feeds, List<Mistake> remarks, List<Mistake> mistakes) {

    private static final List<String> KEPT =
            List.of("text", "title", "xmlurl", "htmlurl", "url", "description", "type");
    /** What programs write for themselves, or the feed says anyway. */
    private static final List<String> IDLE = List.of("version", "language", "iscomment", "isbreakpoint", "created");

    private static final String FEEDLESS = "Leave it, or add the feed by hand.";

    public ForeignList {
        head = List.copyOf(head);
        feeds = List.copyOf(feeds);
        remarks = List.copyOf(remarks);
        mistakes = List.copyOf(mistakes);
    }

    /** @param fileName as messages name it */
    public static ForeignList read(byte[] file, String fileName) {
        Mistakes mistakes = new Mistakes(fileName);
        ListText decoded = Decoding.decode(file, mistakes);
        Element root = decoded == null ? null : OpmlReader.root(decoded.text(), mistakes);
        if (root == null) {
            return new ForeignList(List.of(), List.of(), List.of(), mistakes.byLine());
        }
        Reading reading = new Reading(new Mistakes(fileName));
        root.children().forEach(reading::part);
        return new ForeignList(reading.head, reading.feeds, reading.remarks.byLine(), List.of());
    }

    /** One walk through a file. */
    private static final class Reading {
        private final Mistakes remarks;
        private final List<Stated> head = new ArrayList<>();
        private final List<Incoming> feeds = new ArrayList<>();

        Reading(Mistakes remarks) {
            this.remarks = remarks;
        }

        void part(Element part) {
            if (part.isOpml("head")) {
                part.children().forEach(this::setting);
            } else if (part.isOpml("body")) {
                part.children().forEach(child -> outline(child, List.of()));
            }
        }

        private void setting(Element element) {
            String local = element.local();
            if (element.namespace().equals(Element.PLANET)) {
                if (local.equals("hidden")) {
                    remarks.add(
                            element.line(),
                            "The hidden post " + element.opml("url") + " is not carried over.",
                            "Hide it again: orrery hide.");
                } else {
                    head.add(new Stated("planet:" + local, element.text(), element.line()));
                }
            } else if (!element.text().isEmpty()) {
                List.of("title", "ownerName", "ownerEmail").stream()
                        .filter(local::equalsIgnoreCase)
                        .forEach(name -> head.add(new Stated(name, element.text(), element.line())));
            }
        }

        private void outline(Element outline, List<String> groups) {
            if (!outline.isOpml("outline")) {
                return;
            }
            String name = Body.name(outline);
            String called = name == null ? "An outline" : "“" + name + "”";
            if (outline.isComment()) {
                remarks.add(outline.line(), called + " is switched off there (isComment), and left out.", FEEDLESS);
                return;
            }
            String feed = outline.opml("xmlUrl");
            if (feed != null) {
                feeds.add(incoming(outline, feed, groups));
            }
            List<String> inner = new ArrayList<>(groups);
            if (feed == null && name != null) {
                inner.add(name);
            }
            outline.children().forEach(child -> outline(child, inner));
            if (feed == null && outline.outlines().isEmpty()) {
                remarks.add(outline.line(), called + " names no feed (xmlUrl), and is left out.", FEEDLESS);
            }
        }

        private Incoming incoming(Element outline, String feed, List<String> groups) {
            Map<String, String> own = new HashMap<>();
            for (Element.Attribute attribute : outline.attributes()) {
                String name = attribute.local().toLowerCase(Locale.ROOT);
                if (attribute.namespace().equals(Element.PLANET)) {
                    own.put(attribute.local(), Element.fold(attribute.value()));
                } else if (!attribute.namespace().equals(Element.PREFIXES)
                        && !(attribute.namespace().isEmpty() && (KEPT.contains(name) || IDLE.contains(name)))
                        && !attribute.value().isBlank()) {
                    remark(outline, attribute, name);
                }
            }
            String name = Body.name(outline);
            String home = outline.opml("htmlUrl");
            return new Incoming(
                    outline.line(),
                    name == null ? "" : name,
                    feed,
                    home == null ? outline.opml("url") : home,
                    outline.opml("description"),
                    own,
                    groups);
        }

        private void remark(Element outline, Element.Attribute attribute, String name) {
            String remedy =
                    switch (name) {
                        case "category" -> "Put the feed into a group; planet:categories chooses among its posts.";
                        case "isdown" -> "Nothing to do: each run finds out for itself, and the status page tells.";
                        default -> "Nothing here stands for it.";
                    };
            remarks.add(
                    outline.line(),
                    attribute.span().name() + "=\"" + attribute.value() + "\" is not carried over.",
                    remedy);
        }
    }
}
