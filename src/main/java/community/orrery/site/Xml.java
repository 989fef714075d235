package community.orrery.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * XML 1.0 out, an element a line, the same bytes from every Java. Characters that XML cannot hold (section 2.2) are left out:
 * one of them would make the whole feed unreadable.
 */
final class Xml {

    private final StringBuilder out = new StringBuilder(8 << 10);
    private final Deque<String> open = new ArrayDeque<>();

    Xml() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** A processing instruction of our own making. */
    Xml instruction(String text) {
        out.append("<?").append(text).append("?>\n");
        return this;
    }

    /** @param attributes names and values in turn; one whose value is null is left out */
    Xml start(String name, @Nullable Object... attributes) {
        indent().append('<').append(name);
        attributes(attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    Xml end() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    Xml empty(String name, @Nullable Object... attributes) {
        indent().append('<').append(name);
        attributes(attributes);
        out.append("/>\n");
        return this;
    }

    /** An element holding text; left out when the text is null. */
    Xml text(String name, @Nullable String text, @Nullable Object... attributes) {
        if (text != null) {
            indent().append('<').append(name);
            attributes(attributes);
            out.append('>');
            escape(text, false);
            out.append("</").append(name).append(">\n");
        }
        return this;
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(open.size()));
    }

    private void attributes(@Nullable Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(value.toString(), true);
                out.append('"');
            }
        }
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(attribute ? " " : Character.toString(c));
                default -> {
                    if (isLegal(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 && c <= 0x10FFFF;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
