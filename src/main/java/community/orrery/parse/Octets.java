package community.orrery.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A document's bytes, as the text that they are in one charset or another. Which one is for {@link Decoder} to find. */
record Octets(byte[] bytes) {

    /** What windows-1252 shows for the bytes 80 to 9F; its five holes stay the control characters they are in Latin-1. */
    private static final String WINDOWS_1252 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                    + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    int length() {
        return bytes.length;
    }

    /** The byte at an index, 0 to 255; -1 behind the end. */
    int at(int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }

    boolean startsWith(int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /** As many bytes of the beginning, however broken. */
    String head(int most, Charset charset) {
        return new String(bytes, 0, Math.min(bytes.length, most), charset);
    }

    /** The text, if all of it is in the charset; null if not. */
    @Nullable
    String strictly(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // The JDK's own decoder in String is several times faster than a CharsetDecoder, and marks what it can't
            // read.
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\ufffd') < 0 ? text : strictly(charset, ByteBuffer.wrap(bytes));
        }
        return strictly(charset, ByteBuffer.wrap(bytes));
    }

    private static @Nullable String strictly(Charset charset, ByteBuffer bytes) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            return text.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** As much as can be read; what can't is left out. */
    String loosely(Charset charset) {
        return new String(bytes, charset).replace("\ufffd", "");
    }

    /** Whether more of what is not ASCII is UTF-8 than is not. */
    boolean isMostlyUtf8() {
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(i);
            valid += length > 1 ? 1 : 0;
            invalid += length == 0 ? 1 : 0;
            i += Math.max(1, length);
        }
        return valid > invalid;
    }

    /** UTF-8 where it is UTF-8, windows-1252 where it is not: what a page pasted together from both means. */
    String mixed() {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(i);
            if (length == 1) {
                text.append((char) bytes[i]);
            } else if (length > 1) {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
            } else {
                text.append(windows1252(bytes[i]));
            }
            i += Math.max(1, length);
        }
        return text.toString();
    }

    /** The length of the UTF-8 sequence at an index, 0 when there is none (RFC 3629 section 4). */
    private int sequence(int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length < 2) {
            return length;
        } else if (at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    String windows1252() {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = windows1252(bytes[i]);
        }
        return new String(text);
    }

    static char windows1252(byte b) {
        int code = b & 0xff;
        return code >= 0x80 && code < 0xa0 ? WINDOWS_1252.charAt(code - 0x80) : (char) code;
    }
}
