package community.orrery.site;

import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A file's text, as UTF-8 from the first character on (RFC 3629): no text of the whole stands in between, which one character
 * outside Latin-1 would make twice as long. Half of a surrogate pair becomes a question mark, as Java has it.
 */
final class Utf8Writer extends Writer {

    private static final int MOST_BYTES_A_UNIT = 3; // a pair takes four
    private static final int AT_ONCE = 8 << 10;

    private final Utf8Bytes utf8;
    private char waiting; // the first half of a pair; 0: none

    Utf8Writer(int size) {
        utf8 = new Utf8Bytes(size);
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int from, int count) {
        if (waiting == 0
                && count == text.length()
                && (count == 0 || !Character.isHighSurrogate(text.charAt(count - 1)))) {
            utf8.add(text.getBytes(StandardCharsets.UTF_8));
        } else {
            write(text.substring(from, from + count).toCharArray(), 0, count);
        }
    }

    @Override
    public void write(char[] text, int from, int count) {
        int end = from + count;
        for (int at = from; at < end; ) {
            int to = Math.min(end, at + AT_ONCE);
            utf8.room((to - at + 1) * MOST_BYTES_A_UNIT);
            for (; at < to; at++) {
                char c = text[at];
                if (c < 0x80 && waiting == 0) {
                    utf8.out[utf8.length++] = (byte) c;
                } else {
                    unit(c);
                }
            }
        }
    }

    @Override
    public void write(int c) {
        utf8.room(2 * MOST_BYTES_A_UNIT);
        unit((char) c);
    }

    /** There must be room for it and one that waits. */
    private void unit(char c) {
        if (waiting != 0) {
            char first = waiting;
            waiting = 0;
            if (Character.isLowSurrogate(c)) {
                utf8.character(Character.toCodePoint(first, c));
                return;
            }
            utf8.out[utf8.length++] = '?';
        }
        if (Character.isHighSurrogate(c)) {
            waiting = c;
        } else {
            utf8.character(Character.isLowSurrogate(c) ? '?' : c);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** All that was written. */
    byte[] bytes() {
        if (waiting != 0) {
            waiting = 0;
            utf8.add(new byte[] {'?'});
        }
        return utf8.written();
    }
}
