package community.orrery.parse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * Every RSS there is, in the shape of RSS 2.0 that ROME reads without loss: blogs put a pubDate into 0.91, a guid into RDF,
 * items outside the channel and tags in upper case, and ROME reads of each version only what its specification knows.
 */
final class RssShape {

    /** Checks no text again: all come from a tree whose reader let nothing pass that XML forbids. */
    private static final UncheckedJDOMFactory JDOM = new UncheckedJDOMFactory();

    private static final Namespace CONTENT = Namespace.getNamespace("content", Names.CONTENT);
    private static final Set<String> FEED_TEXTS =
            Set.of("title", "link", "description", "language", "copyright", "managingEditor");
    private static final Set<String> ITEM_TEXTS =
            Set.of("title", "link", "description", "guid", "author", "comments", "category", "source", "enclosure");

    /** The texts that may hold naked markup. In any other, markup is damage. */
    private static final Set<String> MARKUP = Set.of("title", "description");

    /** The channel as the document has it; the root when it has none. */
    final Element channel;
    /** The items as the document has them, in its order, the same number as ROME's. */
    final List<Element> items;
    /** How many more items there are. */
    final int leftOut;
    /** What ROME reads. */
    final Document document;

    /** @param date when an item was published; null when it does not say */
    RssShape(Element root, Function<Element, @Nullable Instant> date) {
        channel = channel(root);
        List<Element> all = new ArrayList<>();
        collect(root, all);
        Listing<Element> listing = Listing.of(all, date);
        items = listing.kept();
        leftOut = listing.leftOut();
        Element shaped = new Element("channel");
        for (Element child : channel.getChildren()) {
            copy(child, shaped, FEED_TEXTS);
        }
        for (Element item : items) {
            shaped.addContent(item(item));
        }
        document =
                new Document(new Element("rss").setAttribute("version", "2.0").addContent(shaped));
    }

    private static Element channel(Element root) {
        if (Names.local(root).equals("channel")) {
            return root;
        }
        for (Element child : root.getChildren()) {
            if (Names.local(child).equals("channel") && Names.isRss(child.getNamespaceURI())) {
                return child;
            }
        }
        return root;
    }

    private static void collect(Element parent, List<Element> items) {
        for (Element child : parent.getChildren()) {
            String local = Names.local(child);
            boolean ours = Names.isRss(child.getNamespaceURI())
                    || child.getNamespaceURI().equals(parent.getNamespaceURI());
            if (!ours && !Names.isAtom(child.getNamespaceURI())) {
                continue;
            }
            switch (local) {
                case "item", "entry" -> {
                    if (!isBlank(child)) {
                        items.add(child);
                    }
                }
                case "channel", "items" -> collect(child, items);
                default -> {}
            }
        }
    }

    /** Nothing at all stands between its tags, nor in them. */
    static boolean isBlank(Element item) {
        return item.getChildren().isEmpty() && !item.hasAttributes();
    }

    private Element item(Element item) {
        Element shaped = new Element("item");
        for (Element child : item.getChildren()) {
            copy(child, shaped, ITEM_TEXTS);
        }
        Element content = content(item);
        if (content != null) {
            shaped.addContent(new Element("encoded", CONTENT).addContent(JDOM.text(text(content))));
        }
        return shaped;
    }

    private static void copy(Element from, Element to, Set<String> wanted) {
        if (!Names.isRss(from.getNamespaceURI()) && !isOwn(from)) {
            return;
        }
        String local = Names.local(from);
        for (String name : wanted) {
            if (!name.equalsIgnoreCase(local)) {
                continue;
            }
            Element shaped =
                    new Element(name).addContent(JDOM.text(MARKUP.contains(name) ? text(from) : from.getText()));
            for (String attribute : List.of("isPermaLink", "domain", "url", "length", "type")) {
                String value = Names.attribute(from, attribute);
                if (value != null) {
                    shaped.setAttribute(attribute, value);
                }
            }
            to.addContent(shaped);
        }
    }

    /** In a namespace that nobody knows, but that its item is in too. */
    private static boolean isOwn(Element element) {
        Element parent = element.getParentElement();
        return parent != null
                && !element.getNamespaceURI().isEmpty()
                && element.getNamespaceURI().equals(parent.getNamespaceURI());
    }

    /** Text, or naked markup as text. */
    static String text(Element element) {
        return element.getChildren().isEmpty() ? element.getText() : Markup.inside(element, null);
    }

    /** The element that holds the richest text besides the description; null when there is none. */
    static @Nullable Element content(Element item) {
        Element best = null;
        int rank = Integer.MAX_VALUE;
        for (Element child : item.getChildren()) {
            int own = rank(child);
            if (own < rank && !(child.getText().isBlank() && child.getChildren().isEmpty())) {
                best = child;
                rank = own;
            }
        }
        return best;
    }

    private static int rank(Element child) {
        String space = child.getNamespaceURI();
        String local = Names.local(child);
        if (local.equals("encoded") && space.equals(Names.CONTENT)) {
            return 0;
        } else if (local.equals("content") && space.equals(Names.ATOM.getURI())) {
            return 1;
        } else if (space.equals(Names.XHTML) && (local.equals("body") || local.equals("div"))) {
            return 2;
        }
        boolean plain = Names.isRss(space)
                && (local.equals("fullitem")
                        || local.equals("content")
                        || local.equals("body")
                        || local.equals("encoded"));
        return plain ? 3 : Integer.MAX_VALUE;
    }
}
