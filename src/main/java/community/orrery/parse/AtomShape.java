package community.orrery.parse;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * Atom 1.0, 0.3 and Atom without its namespace, in the shape of 1.0 that ROME reads without loss: texts as what their type
 * says, addresses absolute, dates and extensions left to the tree.
 */
final class AtomShape {

    /** Checks no text again: all come from a tree whose reader let nothing pass that XML forbids. */
    private static final UncheckedJDOMFactory JDOM = new UncheckedJDOMFactory();

    final Element feed;
    /** The entries as the document has them, in its order, the same number as ROME's. */
    final List<Element> entries;
    /** How many more entries there are. */
    final int leftOut;
    /** What ROME reads. */
    final Document document;

    private final Bases bases;
    private final @Nullable URI site;

    /** @param date when an entry was published; null when it does not say */
    AtomShape(Element root, Bases bases, @Nullable URI site, Function<Element, @Nullable Instant> date) {
        this.bases = bases;
        this.site = site;
        feed = root;
        boolean lone = Names.local(root).equals("entry");
        Listing<Element> listing = Listing.of(lone ? List.of(root) : entries(root), date);
        entries = listing.kept();
        leftOut = listing.leftOut();
        Element shaped = new Element("feed", Names.ATOM);
        if (!lone) {
            copy(feed, shaped);
        }
        entries.forEach(entry -> shaped.addContent(copy(entry, new Element("entry", Names.ATOM))));
        document = new Document(shaped);
    }

    private List<Element> entries(Element parent) {
        List<Element> entries = new ArrayList<>();
        for (Element child : parent.getChildren()) {
            String local = Names.local(child);
            if ((local.equals("entry") || local.equals("item")) && isOurs(child) && !RssShape.isBlank(child)) {
                entries.add(child);
            }
        }
        return entries;
    }

    private boolean isOurs(Element element) {
        String uri = element.getNamespaceURI();
        return Names.isAtom(uri) || uri.equals(feed.getNamespaceURI()) || Names.isRss(uri);
    }

    private Element copy(Element from, Element to) {
        for (Element child : from.getChildren()) {
            if (!isOurs(child)) {
                continue;
            }
            switch (Names.local(child)) {
                case "title" -> text(child, to, "title");
                case "summary" -> text(child, to, "summary");
                case "content" -> text(child, to, "content");
                case "rights", "copyright" ->
                    to.addContent(
                            element("rights").setText(Construct.of(child, null).asText()));
                case "id", "guid" -> to.addContent(element("id").setText(child.getText()));
                case "author", "contributor" -> to.addContent(person(child));
                case "link" -> link(child, to);
                case "category" -> category(child, to);
                case "source" -> to.addContent(copy(child, element("source")));
                default -> {}
            }
        }
        return to;
    }

    private static Element element(String name) {
        return new Element(name, Names.ATOM);
    }

    private void text(Element from, Element to, String name) {
        Construct construct = Construct.of(from, bases.xmlBase(from));
        Element shaped = element(name)
                .setAttribute("type", construct.html() ? "html" : "text")
                .addContent(JDOM.text(construct.value()));
        String src = Names.attribute(from, "src");
        if (src != null && name.equals("content")) {
            URI uri = Addresses.web(src, bases.of(from, site));
            shaped.setAttribute("src", uri == null ? "" : uri.toString());
            String type = Names.attribute(from, "type");
            shaped.setText(type == null ? "" : type); // a text from elsewhere has no text here
        }
        to.addContent(shaped);
    }

    private Element person(Element from) {
        Element shaped = element(Names.local(from));
        String name = null;
        for (Element child : from.getChildren()) {
            switch (Names.local(child)) {
                case "name" -> name = child.getText();
                case "uri", "url", "homepage" -> {
                    URI uri = Addresses.web(child.getText(), bases.of(child, site));
                    if (uri != null) {
                        shaped.addContent(element("uri").setText(uri.toString()));
                    }
                }
                default -> {}
            }
        }
        return shaped.addContent(element("name").setText(name == null ? from.getTextTrim() : name));
    }

    private void link(Element from, Element to) {
        String href = Names.attribute(from, "href");
        URI uri = Addresses.web(href == null ? from.getText() : href, bases.of(from, site));
        if (uri == null) {
            return;
        }
        String rel = Names.attribute(from, "rel");
        Element shaped = element("link").setAttribute("href", uri.toString());
        shaped.setAttribute("rel", rel == null ? "alternate" : relation(rel));
        for (String name : List.of("type", "length", "title")) {
            String value = Names.attribute(from, name);
            if (value != null) {
                shaped.setAttribute(name, value);
            }
        }
        to.addContent(shaped);
    }

    /** RFC 4287 section 4.2.7.2: a registered name may be written as an address of the registry. */
    private static String relation(String rel) {
        String lower = rel.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://www.iana.org/assignments/relation/") ? lower.substring(41) : lower;
    }

    private static void category(Element from, Element to) {
        String term = Names.attribute(from, "term");
        Element shaped = element("category").setAttribute("term", term == null ? from.getTextTrim() : term);
        for (String name : List.of("scheme", "label")) {
            String value = Names.attribute(from, name);
            if (value != null) {
                shaped.setAttribute(name, value);
            }
        }
        to.addContent(shaped);
    }
}
