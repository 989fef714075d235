package community.orrery.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The tree that jsoup makes of an ill-formed document, as JDOM's: undeclared prefixes get their usual meaning, and an element
 * that a mistyped close tag made to swallow what follows it gives that back, so that a misspelt {@code </title>} costs
 * neither link nor date. Each element is placed once, where it belongs: a document made of misplaced ones costs no more than
 * another of its size.
 */
final class SoupTree {

    private static final UncheckedJDOMFactory JDOM = new UncheckedJDOMFactory();

    /** Elements that hold text and never another element of an item. */
    private static final Set<String> TEXT_ONLY = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "author",
            "category",
            "comments",
            "creator",
            "date");

    /** What an item holds and no HTML does. */
    private static final Set<String> FIELDS = Set.of(
            "title",
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "category",
            "comments",
            "creator",
            "date",
            "description",
            "encoded",
            "content",
            "summary",
            "author",
            "enclosure",
            "item",
            "entry");

    /** What no text inside an item holds, whatever HTML is in it. */
    private static final Set<String> SURE_FIELDS =
            Set.of("guid", "pubdate", "encoded", "item", "entry", "creator", "published", "updated");

    private final Namespaces namespaces = new Namespaces();
    /** The prefixes in scope, lower case, "" for the default namespace. */
    private final Map<String, String> declared = new HashMap<>();

    private SoupTree() {}

    static Document of(org.jsoup.nodes.Element root) {
        return new Document(new SoupTree().grow(root, null));
    }

    private Element grow(org.jsoup.nodes.Element soup, @Nullable Element around) {
        Map<String, @Nullable String> outer = declare(soup);
        Element element = JDOM.element(local(soup.tagName()), namespace(soup.tagName(), true));
        for (Attribute attribute : soup.attributes()) {
            String name = attribute.getKey();
            if (prefix(name) == null && isName(local(name))) {
                element.setAttribute(JDOM.attribute(local(name), attribute.getValue(), namespace(name, false)));
            }
        }
        if (around != null) {
            place(element, around);
        }
        for (Node node : soup.childNodes()) {
            if (node instanceof org.jsoup.nodes.Element child) {
                grow(child, element);
            } else if (node instanceof TextNode textNode) {
                element.addContent(JDOM.text(Mojibake.undone(Repair.clean(textNode.getWholeText()))));
            }
        }
        outer.forEach((prefix, uri) -> {
            if (uri == null) {
                declared.remove(prefix);
            } else {
                declared.put(prefix, uri);
            }
        });
        return element;
    }

    /** Behind whatever swallowed it. */
    private static void place(Element element, Element around) {
        String name = Names.local(element);
        Element parent = around;
        Element outer = parent.getParentElement();
        while (outer != null && isMisplaced(name, Names.local(parent))) {
            parent = outer;
            outer = parent.getParentElement();
        }
        parent.addContent(element);
    }

    private static boolean isMisplaced(String name, String parent) {
        return switch (parent) {
            case "item", "entry" -> name.equals(parent);
            case "description", "encoded", "summary" -> SURE_FIELDS.contains(name);
            default ->
                TEXT_ONLY.contains(parent)
                        && FIELDS.contains(name)
                        && !(parent.equals("author") && name.equals("name"));
        };
    }

    /**
     * Takes an element's declarations into scope.
     *
     * @return what they meant around it, to be put back behind it; null for a prefix that meant nothing
     */
    private Map<String, @Nullable String> declare(org.jsoup.nodes.Element soup) {
        Map<String, @Nullable String> outer = new HashMap<>();
        for (Attribute attribute : soup.attributes()) {
            String prefix = prefix(attribute.getKey());
            if (prefix != null && !outer.containsKey(prefix)) {
                outer.put(prefix, declared.put(prefix, attribute.getValue()));
            }
        }
        return outer;
    }

    /** The prefix that an attribute declares, lower case; null when it is no declaration. */
    private static @Nullable String prefix(String attribute) {
        if (attribute.equals("xmlns")) {
            return "";
        }
        return attribute.startsWith("xmlns:") ? attribute.substring(6).toLowerCase(Locale.ROOT) : null;
    }

    private Namespace namespace(String name, boolean element) {
        int colon = name.indexOf(':');
        if (colon < 0 && !element) {
            return Namespace.NO_NAMESPACE;
        }
        String prefix = colon < 0 ? "" : name.substring(0, colon).toLowerCase(Locale.ROOT);
        if (prefix.equals("xml")) {
            return Namespace.XML_NAMESPACE;
        } else if (!prefix.isEmpty() && !isName(prefix)) {
            return Namespace.NO_NAMESPACE;
        }
        String uri = declared.get(prefix);
        return namespaces.of(uri != null ? uri : prefix.isEmpty() ? null : Names.usual(prefix));
    }

    private static String local(String name) {
        String local = name.substring(name.indexOf(':') + 1);
        return local.isEmpty() ? "x" : local;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }
}
