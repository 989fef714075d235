package community.orrery.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Ill-formed XML to the tree its author meant, by jsoup's XML parser: junk before and after the feed goes, undeclared
 * prefixes get their usual meaning, unknown entities stay as they are written, a last item cut off in the middle waits for
 * the next run.
 */
final class Repair {

    private static final Pattern ROOT =
            Pattern.compile("<(?:\\w+:)?(?:rss|rdf|feed|channel)(?=[\\s>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM =
            Pattern.compile("<(/?)(?:\\w+:)?(item|entry)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("</(?:\\w+:)?(?:rss|rdf|feed|channel)\\s*>?", Pattern.CASE_INSENSITIVE);
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

    private static final Set<String> SURE_FIELDS =
            Set.of("guid", "pubdate", "encoded", "item", "entry", "creator", "published", "updated");

    private Repair() {}

    /** @param cut whether a last, partial item was left out */
    record Repaired(@Nullable Document document, boolean cut) {}

    static Repaired read(String text) {
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            return new Repaired(null, false);
        }
        String feed = clean(text.substring(root.start()));
        int end = whole(feed);
        String kept = end < 0 ? feed : feed.substring(0, end);
        org.jsoup.nodes.Document soup =
                Parser.xmlParser().setMaxDepth(StrictXml.DEPTH).parseInput(kept, "");
        if (soup.childrenSize() == 0) {
            return new Repaired(null, end >= 0);
        }
        Document document = new Document(tree(soup.child(0)));
        hoist(document.getRootElement());
        return new Repaired(document, end >= 0);
    }

    /** Where a document that was cut off inside its last item has its last whole one end; -1 when nothing is missing. */
    private static int whole(String feed) {
        Matcher item = ITEM.matcher(feed);
        int lastOpen = -1;
        int lastClose = -1;
        boolean closed = false;
        while (item.find()) {
            closed = !item.group(1).isEmpty();
            lastOpen = closed ? lastOpen : item.start();
            lastClose = closed ? item.start() : lastClose;
        }
        if (lastOpen <= lastClose || lastOpen < 0) {
            return -1;
        }
        return END.matcher(feed).region(lastOpen, feed.length()).find() ? -1 : lastOpen;
    }

    /** Without what XML can't hold: control characters and references to them, lone surrogates. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (isLegal(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isLegal(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c < 0xfffe || c == '\n' || c == '\t' || c == '\r';
    }

    private static Element tree(org.jsoup.nodes.Element soup) {
        Element element = JDOM.element(local(soup.tagName()), namespace(soup, soup.tagName(), true));
        for (Attribute attribute : soup.attributes()) {
            String name = attribute.getKey();
            if (name.equals("xmlns") || name.startsWith("xmlns:") || !isName(local(name))) {
                continue;
            }
            element.setAttribute(JDOM.attribute(local(name), attribute.getValue(), namespace(soup, name, false)));
        }
        for (Node node : soup.childNodes()) {
            if (node instanceof org.jsoup.nodes.Element child) {
                element.addContent(tree(child));
            } else if (node instanceof TextNode textNode) {
                element.addContent(JDOM.text(Mojibake.undone(clean(textNode.getWholeText()))));
            }
        }
        return element;
    }

    private static Namespace namespace(org.jsoup.nodes.Element soup, String name, boolean element) {
        int colon = name.indexOf(':');
        if (colon < 0 && !element) {
            return Namespace.NO_NAMESPACE;
        }
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        if (prefix.equalsIgnoreCase("xml")) {
            return Namespace.XML_NAMESPACE;
        } else if (!prefix.isEmpty() && !isName(prefix)) {
            return Namespace.NO_NAMESPACE;
        }
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (org.jsoup.nodes.Element at = soup; at != null; at = at.parent()) {
            if (at.attributes().hasKeyIgnoreCase(declaration)) {
                return StrictXml.namespace(prefix, at.attributes().getIgnoreCase(declaration));
            }
        }
        return prefix.isEmpty() ? Namespace.NO_NAMESPACE : StrictXml.namespace(prefix, Names.usual(prefix));
    }

    private static String local(String name) {
        String local = name.substring(name.indexOf(':') + 1);
        return local.isEmpty() ? "x" : local;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.');
    }

    /**
     * A mistyped close tag makes an element swallow what follows it. What can't stand inside is moved behind it, so that a
     * misspelt {@code </title>} costs neither link nor date.
     */
    private static void hoist(Element element) {
        for (int i = 0; i < element.getContentSize(); i++) {
            if (element.getContent(i) instanceof Element child) {
                hoist(child);
                String name = Names.local(child);
                Set<String> misplaced = TEXT_ONLY.contains(name)
                        ? FIELDS
                        : name.equals("description")
                                        || name.equals("encoded")
                                        || name.equals("summary")
                                        || name.equals("item")
                                        || name.equals("entry")
                                ? SURE_FIELDS
                                : Set.of();
                moveBehind(child, element, i + 1, name, misplaced);
            }
        }
    }

    private static void moveBehind(Element child, Element parent, int index, String name, Set<String> misplaced) {
        boolean item = name.equals("item") || name.equals("entry");
        List<Element> moved = new ArrayList<>();
        for (Element inner : child.getChildren()) {
            String innerName = Names.local(inner);
            if (item
                    ? innerName.equals(name)
                    : misplaced.contains(innerName) && !(name.equals("author") && innerName.equals("name"))) {
                moved.add(inner);
            }
        }
        for (int i = 0; i < moved.size(); i++) {
            parent.addContent(index + i, moved.get(i).detach());
        }
    }

    /** Why the strict reader refused, for the blogger. */
    static String words(String text, String problem, boolean cut) {
        Matcher root = ROOT.matcher(text);
        String before = root.find() ? text.substring(0, root.start()) : "";
        int declaration = before.indexOf("<?xml ");
        boolean junk = declaration > 0 || declaration < 0 && !before.isBlank() && !before.startsWith("<!");
        if (cut) {
            return "it breaks off in the middle of its last item, which waits for the next run (" + problem + ")";
        } else if (junk) {
            return "there is something before the XML begins (" + problem + ")";
        }
        return "it is not well-formed XML (" + problem + ")";
    }
}
