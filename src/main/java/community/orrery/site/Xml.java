package community.orrery.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * XML 1.0 out, an element a line, the same bytes from every Java. Characters that XML cannot hold (section 2.2) are left out:
 * one of them would make the whole feed unreadable. Straight to UTF-8, since every feed that carries a post writes all of it.
 */
final class Xml {

    private static final int MOST_BYTES_A_UNIT = 6; // of &quot;; a surrogate pair takes four
    private static final int AT_ONCE = 8 << 10;
    private static final int ASCII = 0x80;
    private static final byte[][] IN_TEXT = standIns("\n", "\t", "\"");
    private static final byte[][] IN_ATTRIBUTES = standIns(" ", " ", "&quot;");

    private final Utf8Bytes utf8;
    private final Deque<String> open = new ArrayDeque<>();

    Xml() {
        this(32 << 10);
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    private Xml(int size) {
        utf8 = new Utf8Bytes(size);
    }

    /** What an element holds, escaped once for every feed that carries it. */
    static final class Text {

        private final byte[] escaped;

        private Text(byte[] escaped) {
            this.escaped = escaped;
        }

        static Text of(String text) {
            return new Text(new Xml(text.length() * 2).escaped(text, false).bytes());
        }

        /** In bytes. */
        int size() {
            return escaped.length;
        }
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

    Xml text(String name, Text text, @Nullable Object... attributes) {
        return tag(name, attributes)
                .raw(">")
                .bytes(text.escaped)
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
        utf8.room(text.length() * MOST_BYTES_A_UNIT);
        for (int i = 0; i < text.length(); i++) {
            utf8.character(text.charAt(i));
        }
        return this;
    }

    /** From an array to an array by local variables: the quick compiler looks up a field or a text's form at each use. */
    private Xml escaped(String text, boolean attribute) {
        byte[][] standIns = attribute ? IN_ATTRIBUTES : IN_TEXT;
        char[] units = new char[Math.min(text.length(), AT_ONCE)];
        for (int from = 0; from < text.length(); ) {
            int count = Math.min(text.length() - from, units.length);
            text.getChars(from, from + count, units, 0);
            utf8.room(count * MOST_BYTES_A_UNIT);
            byte[] bytes = utf8.out;
            int to = utf8.length;
            int at = 0;
            while (at < count) {
                char c = units[at];
                if (c >= ASCII) {
                    utf8.length = to;
                    at += beyondAscii(text, from + at);
                    to = utf8.length;
                    continue;
                }
                byte[] standIn = standIns[c];
                if (standIn.length == 1) {
                    bytes[to++] = standIn[0];
                } else {
                    for (byte letter : standIn) {
                        bytes[to++] = letter;
                    }
                }
                at++;
            }
            utf8.length = to;
            from += at;
        }
        return this;
    }

    /** Returns how many units of the text it took. */
    private int beyondAscii(String text, int at) {
        int c = text.codePointAt(at);
        if (isLegal(c)) {
            utf8.character(c);
        }
        return Character.charCount(c);
    }

    private Xml bytes(byte[] bytes) {
        utf8.add(bytes);
        return this;
    }

    /** By characters of ASCII, what is written for them: most stand for themselves, those that XML cannot hold for nothing. */
    private static byte[][] standIns(String newLine, String tab, String quote) {
        String[] standIns = new String[ASCII];
        Arrays.setAll(standIns, c -> c < ' ' ? "" : String.valueOf((char) c));
        standIns['\n'] = newLine;
        standIns['\t'] = tab;
        standIns['&'] = "&amp;";
        standIns['<'] = "&lt;";
        standIns['>'] = "&gt;";
        standIns['"'] = quote;
        return Stream.of(standIns)
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /** XML 1.0 section 2.2, without ASCII. */
    private static boolean isLegal(int c) {
        return c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    byte[] bytes() {
        return utf8.written();
    }
}
