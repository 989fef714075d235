package community.orrery.site;

import java.util.Arrays;

/** Bytes of UTF-8 (RFC 3629 section 3), as many as come. Its array is open to those who write most characters themselves. */
final class Utf8Bytes {

    byte[] out;
    int length;

    /** @param size bytes to begin with */
    Utf8Bytes(int size) {
        out = new byte[size];
    }

    /** Makes room for so many more. */
    void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(length + more, out.length * 2));
        }
    }

    void add(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    /** A character that is no half of a pair; there must be room. */
    void character(int c) {
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

    /** All that was added. */
    byte[] written() {
        return Arrays.copyOf(out, length);
    }
}
