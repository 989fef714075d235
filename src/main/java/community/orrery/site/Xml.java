package community.orrery.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * XML 1.0 out, an element a line, the same bytes from every Java. Characters that XML cannot hold (section 2.2) are left out:
 * one of them would make the whole feed unreadable.
 */
final class Xml {

    private static final boolean[] PLAIN = plain();

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

    /** Stretches that need nothing are copied whole: whole posts go through here, for every feed that carries them. */
    private void escape(String text, boolean attribute) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < PLAIN.length ? PLAIN[c] : isPlain(c, text, i)) {
                continue;
            }
            out.append(text, from, i).append(instead(c, attribute));
            from = i + 1;
        }
        out.append(text, from, text.length());
    }

    /** What stands for a character that cannot stand itself. */
    private static String instead(char c, boolean attribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> attribute ? "&quot;" : "\"";
            case '\n' -> attribute ? " " : "\n";
            case '\t' -> attribute ? " " : "\t";
            default -> "";
        };
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, ' ', plain.length, true);
        for (char c : new char[] {'&', '<', '>', '"'}) {
            plain[c] = false;
        }
        return plain;
    }

    /** Outside ASCII: all but half a pair of surrogates and the two that are no characters. */
    private static boolean isPlain(char c, String text, int at) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c <= 0xFFFD;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
