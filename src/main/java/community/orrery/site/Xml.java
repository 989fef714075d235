package community.orrery.site;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * XML 1.0 out, an element a line, the same bytes from every Java. Characters that XML cannot hold (section 2.2) are left out:
 * one of them would make the whole feed unreadable. Straight to UTF-8, since every feed that carries a post writes all of it.
 */
final class Xml {

    private static final int MOST_BYTES_A_CHARACTER = 6; // of &quot;; a character outside ASCII takes four
    private static final boolean[] PLAIN = plain();

    private byte[] out = new byte[8 << 10];
    private int length;
    private final Deque<String> open = new ArrayDeque<>();

    Xml() {
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** A processing instruction of our own making. */
    Xml instruction(String text) {
        return raw("<?").raw(text).raw("?>\n");
    }

    /** @param attributes names and values in turn; one whose value is null is left out */
    Xml start(String name, @Nullable Object... attributes) {
        tag(name, attributes).raw(">\n");
        open.push(name);
        return this;
    }

    Xml end() {
        String name = open.pop();
        return indent().raw("</").raw(name).raw(">\n");
    }

    Xml empty(String name, @Nullable Object... attributes) {
        return tag(name, attributes).raw("/>\n");
    }

    /** An element holding text; left out when the text is null. */
    Xml text(String name, @Nullable String text, @Nullable Object... attributes) {
        return text == null
                ? this
                : tag(name, attributes)
                        .raw(">")
                        .escaped(text, false)
                        .raw("</")
                        .raw(name)
                        .raw(">\n");
    }

    private Xml tag(String name, @Nullable Object... attributes) {
        indent().raw("<").raw(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                raw(" ").raw(String.valueOf(attributes[i])).raw("=\"");
                escaped(value.toString(), true).raw("\"");
            }
        }
        return this;
    }

    private Xml indent() {
        return raw("  ".repeat(open.size()));
    }

    /** Our own words. */
    private Xml raw(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        return this;
    }

    private Xml escaped(String text, boolean attribute) {
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + (8 << 10));
            room(to - from);
            while (from < to) {
                char c = text.charAt(from);
                if (c < PLAIN.length && PLAIN[c]) {
                    out[length++] = (byte) c;
                    from++;
                } else {
                    from += special(text, from, attribute);
                }
            }
        }
        return this;
    }

    /** Writes what stands for a character that cannot stand itself as a byte; returns how many units of the text it took. */
    private int special(String text, int at, boolean attribute) {
        int c = text.codePointAt(at);
        switch (c) {
            case '&' -> raw("&amp;");
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '"' -> raw(attribute ? "&quot;" : "\"");
            case '\n', '\t' -> raw(attribute ? " " : c == '\n' ? "\n" : "\t");
            default -> {
                if (isLegal(c)) {
                    character(c);
                }
            }
        }
        return Character.charCount(c);
    }

    private void room(int characters) {
        int most = length + characters * MOST_BYTES_A_CHARACTER;
        if (most > out.length) {
            out = Arrays.copyOf(out, Math.max(most, out.length * 2));
        }
    }

    /** In UTF-8 (RFC 3629 section 3); there must be room. */
    private void character(int c) {
        if (c < 0x80) {
            out[length++] = (byte) c;
        } else if (c < 0x800) {
            out[length++] = (byte) (0xC0 | c >> 6);
            tail(c, 0);
        } else if (c < 0x10000) {
            out[length++] = (byte) (0xE0 | c >> 12);
            tail(c, 6);
        } else {
            out[length++] = (byte) (0xF0 | c >> 18);
            tail(c, 12);
        }
    }

    private void tail(int c, int shift) {
        for (int rest = shift; rest >= 0; rest -= 6) {
            out[length++] = (byte) (0x80 | c >> rest & 0x3F);
        }
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, ' ', plain.length, true);
        for (char c : new char[] {'&', '<', '>', '"'}) {
            plain[c] = false;
        }
        return plain;
    }

    private static boolean isLegal(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 && c <= 0x10FFFF;
    }

    byte[] bytes() {
        return Arrays.copyOf(out, length);
    }
}
