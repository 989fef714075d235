package community.orrery.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Questions about the parsed tree. None of them recurses: a stranger decides how deep it is. */
final class Tree {

    private Tree() {}

    /** Empty when there is none. */
    static String attribute(Element element, String name) {
        // Asked for its attributes, an element that has none makes itself an empty list of them.
        return element.attributesSize() == 0 ? "" : element.attributes().get(name);
    }

    /** The words of the class attribute as written; empty when there is none. */
    static List<String> classes(Element element) {
        String value = attribute(element, "class");
        return value.isEmpty() ? List.of() : words(value);
    }

    /** Whether it has a class of these. */
    static boolean hasClass(Element element, Set<String> names) {
        List<String> classes = classes(element);
        for (int i = 0; i < classes.size(); i++) {
            if (names.contains(classes.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Between white space. */
    static List<String> words(String value) {
        if (isWord(value)) {
            return List.of(value);
        }
        List<String> words = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i <= value.length(); i++) {
            boolean space = i == value.length() || value.charAt(i) <= ' ';
            if (space && start >= 0) {
                words.add(value.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static boolean isWord(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** All text below, up to a bound, white space folded. */
    static String text(Element element, int bound) {
        StringBuilder text = new StringBuilder();
        for (Node node = element; node != null && text.length() < bound; node = next(node, element)) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
        }
        return folded(text).strip();
    }

    /** With one space for each stretch of white space. */
    private static String folded(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = isWhite(c);
            if (!white) {
                folded.append(c);
            } else if (!space) {
                folded.append(' ');
            }
            space = white;
        }
        return folded.toString();
    }

    static boolean isWhite(int c) {
        return c == ' ' || c == '\u00a0' || c >= '\t' && c <= '\r';
    }

    /** The first element below of that name, in document order. */
    static @Nullable Element find(Element root, String name) {
        for (Node node = next(root, root); node != null; node = next(node, root)) {
            if (node instanceof Element element && element.normalName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    /** Its children without comments and blank text. */
    static List<Node> content(Element element) {
        List<Node> content = new ArrayList<>();
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (isContent(element.childNode(i))) {
                content.add(element.childNode(i));
            }
        }
        return content;
    }

    /** Its only content, when that is an element of this name; else null. */
    static @Nullable Element only(Element element, String name) {
        Element only = null;
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (isContent(child)) {
                if (only != null
                        || !(child instanceof Element found)
                        || !found.normalName().equals(name)) {
                    return null;
                }
                only = found;
            }
        }
        return only;
    }

    /** Whether it has any content. */
    static boolean hasContent(Element element) {
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (isContent(element.childNode(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContent(Node node) {
        return node instanceof TextNode text ? !text.isBlank() : node instanceof Element;
    }

    /** The sibling after or before, past blank text. */
    static @Nullable Node beside(Node node, boolean after) {
        Node sibling = after ? node.nextSibling() : node.previousSibling();
        while (sibling instanceof TextNode text && text.isBlank()) {
            sibling = after ? sibling.nextSibling() : sibling.previousSibling();
        }
        return sibling;
    }

    /** MathML 2's mfenced, which browsers no longer draw, with its fences and commas as operators. */
    static void spellOutFences(Element fenced) {
        List<Element> children = List.copyOf(fenced.children());
        for (int i = 1; i < children.size(); i++) {
            children.get(i).before(operator(","));
        }
        String open = attribute(fenced, "open");
        String close = attribute(fenced, "close");
        fenced.prependChild(operator(open.isEmpty() ? "(" : open));
        fenced.appendChild(operator(close.isEmpty() ? ")" : close));
    }

    private static Element operator(String sign) {
        return new Element("mo", Parser.NamespaceMathml).text(sign);
    }

    /** Whether its author made it invisible. A tab's panel is not: a script shows it when it is asked for (Docusaurus). */
    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.attributes().hasKey("hidden") && !attribute(element, "role").equals("tabpanel")) {
            return true;
        }
        String style = attribute(element, "style");
        if (style.isEmpty()) {
            return false;
        }
        String lower = style.toLowerCase(Locale.ROOT);
        return (lower.contains("none") || lower.contains("hidden")) && hides(lower.replace(" ", ""));
    }

    private static boolean hides(String style) {
        return style.contains("display:none") || style.contains("visibility:hidden");
    }

    /** In document order, within the root; null after the last. */
    static @Nullable Node next(Node node, Node root) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node up = node;
        while (up != null && up != root) {
            Node sibling = up.nextSibling();
            if (sibling != null) {
                return sibling;
            }
            up = up.parent();
        }
        return null;
    }
}
