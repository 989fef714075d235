package community.orrery.site;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file's text, as UTF-8 from the first character on (RFC 3629): no text of the whole stands in between, which one character
 * outside Latin-1 would make twice as long. Half of a surrogate pair becomes a question mark, as Java has it.
 */
final class Utf8Writer extends Writer {

    private static final int MOST_BYTES_A_UNIT = 3; // a pair takes four
    private static final int AT_ONCE = 8 << 10;

    private byte[] out;
    private int length;
    private char waiting; // the first half of a pair; 0: none

    Utf8Writer(int size) {
        out = new byte[size];
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
            bytes(text.getBytes(StandardCharsets.UTF_8));
        } else {
            write(text.substring(from, from + count).toCharArray(), 0, count);
        }
    }

    @Override
    public void write(char[] text, int from, int count) {
        int end = from + count;
        for (int at = from; at < end; ) {
            int to = Math.min(end, at + AT_ONCE);
            room((to - at + 1) * MOST_BYTES_A_UNIT);
            for (; at < to; at++) {
                char c = text[at];
                if (c < 0x80 && waiting == 0) {
                    out[length++] = (byte) c;
                } else {
                    unit(c);
                }
            }
        }
    }

    @Override
    public void write(int c) {
        room(2 * MOST_BYTES_A_UNIT);
        unit((char) c);
    }

    /** There must be room for it and one that waits. */
    private void unit(char c) {
        if (waiting != 0) {
            char first = waiting;
            waiting = 0;
            if (Character.isLowSurrogate(c)) {
                character(Character.toCodePoint(first, c));
                return;
            }
            out[length++] = '?';
        }
        if (Character.isHighSurrogate(c)) {
            waiting = c;
        } else {
            character(Character.isLowSurrogate(c) ? '?' : c);
        }
    }

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

    private void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(length + more, out.length * 2));
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
            bytes(new byte[] {'?'});
        }
        return Arrays.copyOf(out, length);
    }
}
