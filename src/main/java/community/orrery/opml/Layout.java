package community.orrery.opml;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the list's author lays lines out: what to put before a new element, and what goes with one that is taken out. */
final class Layout {

    private final String text;
    private final String newline;
    private final String step;

    Layout(String text, Element root) {
        this.text = text;
        this.newline = text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
        this.step = root.all()
                .filter(element -> element.isOpml("outline"))
                .flatMap(this::steps)
                .findFirst()
                // Head and body often stand flush with the root, and what is in them does not.
                .or(() -> root.all().flatMap(this::steps).max(Comparator.comparing(step -> !step.isEmpty())))
                .orElse("  ");
    }

    /** How much deeper than their parent the children stand that begin a line; nothing for an unusual layout. */
    private Stream<String> steps(Element parent) {
        String own = indent(parent.tag().start());
        return parent.children().stream()
                .map(child -> indent(child.tag().start()))
                .filter(Objects::nonNull)
                .filter(indent -> own != null && indent.startsWith(own))
                .map(indent -> indent.substring(String.valueOf(own).length()));
    }

    /** The white space before an element when it begins its line; null when something else stands before it. */
    private @Nullable String indent(int start) {
        int from = start;
        while (from > 0 && isBlank(text.charAt(from - 1))) {
            from--;
        }
        return from == 0 || isLineEnd(text.charAt(from - 1)) ? text.substring(from, start) : null;
    }

    /** Adds markup as a child: behind the last of that name, else behind the last child, else as the only one. */
    void add(Element parent, String name, String markup, Patch patch) {
        add(parent, name, List.of(markup), patch);
    }

    /** Adds several children, each on a line of its own where children begin lines. */
    void add(Element parent, String name, List<String> markups, Patch patch) {
        String indent = childIndent(parent);
        String markup = String.join(indent == null ? "" : newline + indent, markups);
        Element last = null;
        for (Element child : parent.children()) {
            last = last == null || child.tag().is(name) || !last.tag().is(name) ? child : last;
        }
        if (last == null) {
            addInside(parent, markup, patch);
        } else {
            addBehind(last, markup, patch);
        }
    }

    /** Markup to stand inside a new child of the parent, with the line ends and indents around it. */
    String block(Element parent, String markup) {
        return block(parent, 0, List.of(markup));
    }

    /**
     * The same for several elements.
     *
     * @param depth how many new elements stand between the parent and the one that holds these
     */
    String block(Element parent, int depth, List<String> markups) {
        String indent = childIndent(parent);
        if (indent == null) {
            return String.join("", markups);
        }
        String own = newline + indent + step.repeat(depth);
        return own + step + String.join(own + step, markups) + own;
    }

    /** Where the parent's children stand; null when they do not begin lines. */
    private @Nullable String childIndent(Element parent) {
        List<Element> children = parent.children();
        if (!children.isEmpty()) {
            return indent(children.get(children.size() - 1).tag().start());
        }
        String own = indent(parent.tag().start());
        return own == null ? null : own + step;
    }

    /** Adds a head around markup before the body. */
    void addBefore(Element body, String markup, Patch patch) {
        String indent = indent(body.tag().start());
        String head = indent == null
                ? "<head>" + markup + "</head>"
                : "<head>" + newline + indent + step + markup + newline + indent + "</head>" + newline + indent;
        patch.insert(body.tag().start(), head);
    }

    /** Whether there is nothing but white space around these children. */
    boolean holdsOnly(Element parent, List<Element> children) {
        int from = parent.tag().end();
        for (Element child : children) {
            if (!text.substring(from, child.tag().start()).isBlank()) {
                return false;
            }
            from = child.end();
        }
        return text.substring(from, parent.contentEnd()).isBlank();
    }

    /** Adds markup as a child behind the given one; a comment behind that on its line stays with it. */
    private void addBehind(Element sibling, String markup, Patch patch) {
        String indent = indent(sibling.tag().start());
        patch.insert(withComments(sibling.end()), indent == null ? markup : newline + indent + markup);
    }

    /** Adds markup as the last child of an element that has none. */
    private void addInside(Element parent, String markup, Patch patch) {
        String own = indent(parent.tag().start());
        String line = own == null ? markup : newline + own + step + markup;
        String close = own == null ? "" : newline + own;
        Tag tag = parent.tag();
        if (tag.kind() == Tag.Kind.EMPTY) {
            int slash = text.lastIndexOf('/', tag.end());
            int from = slash;
            while (Character.isWhitespace(text.charAt(from - 1))) {
                from--;
            }
            patch.replace(from, tag.end(), ">" + line + close + "</" + tag.name() + ">");
            return;
        }
        String inside = text.substring(tag.end(), parent.contentEnd());
        int content = tag.end() + inside.stripTrailing().length();
        boolean closesItsLine = indent(parent.contentEnd()) != null;
        patch.insert(content, line + (closesItsLine ? "" : close));
    }

    /** Takes an element out, and its lines when nothing else stands on them. */
    void remove(Element element, Patch patch) {
        String indent = indent(element.tag().start());
        int after = element.end();
        while (after < text.length() && isBlank(text.charAt(after))) {
            after++;
        }
        boolean endsLine = after == text.length() || isLineEnd(text.charAt(after));
        if (indent != null && endsLine) {
            patch.replace(element.tag().start() - indent.length(), pastLineEnd(after), "");
        } else if (indent != null && text.startsWith("</", after)) {
            patch.replace(lineEndBefore(element.tag().start() - indent.length()), element.end(), "");
        } else if (indent != null) {
            patch.replace(element.tag().start(), after, "");
        } else if (endsLine) {
            int before = element.tag().start();
            while (isBlank(text.charAt(before - 1))) {
                before--;
            }
            patch.replace(before, element.end(), "");
        } else {
            patch.replace(element.tag().start(), element.end(), "");
        }
    }

    /** The place behind an element and the comments that follow on its line. */
    private int withComments(int end) {
        int at = end;
        while (at < text.length()) {
            int next = at;
            while (next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            int close = text.startsWith("<!--", next) ? text.indexOf("-->", next) : -1;
            if (close < 0) {
                return at;
            }
            at = close + "-->".length();
        }
        return at;
    }

    private int pastLineEnd(int at) {
        if (text.startsWith("\r\n", at)) {
            return at + 2;
        }
        return Math.min(at + 1, text.length());
    }

    private int lineEndBefore(int lineStart) {
        boolean two = lineStart > 1 && text.startsWith("\r\n", lineStart - 2);
        return Math.max(0, lineStart - (two ? 2 : 1));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
