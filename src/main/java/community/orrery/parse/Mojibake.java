package community.orrery.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Text that went through the wrong charset before it was put into the feed: UTF-8 taken for windows-1252 and encoded again
 * ("donâ€™t"), and windows-1252's punctuation as C1 control characters (from {@code &#146;}). Neither is ever meant.
 */
final class Mojibake {

    private static final Map<Character, Byte> BYTES = bytes();

    private Mojibake() {}

    static String undone(String text) {
        return undone(text, text.toCharArray(), 0);
    }

    /** The same for a text that a reader still has in its buffer, where each character is reached sooner. */
    static String undone(char[] buffer, int from, int length) {
        return undone(new String(buffer, from, length), buffer, from);
    }

    private static String undone(String text, char[] characters, int from) {
        int length = text.length();
        int first = -1;
        boolean control = false;
        for (int i = 0; i < length; i++) {
            char c = characters[from + i];
            if (c >= 0x80) {
                first = first < 0 ? i : first;
                control |= c < 0xa0;
            }
        }
        String undone = first >= 0 && isSequence(text, first) ? decodedAgain(text) : text;
        return control && undone.equals(text) ? punctuated(text) : undone;
    }

    /** Whether two characters can be the first bytes of a UTF-8 sequence: a quick no for nearly every honest text. */
    private static boolean isSequence(String text, int at) {
        char lead = text.charAt(at);
        if (lead < 0xc2 || lead > 0xf4 || at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return next >= 0x80 && next < 0xc0 || BYTES.containsKey(next);
    }

    /** The text as the UTF-8 it was; itself when it was none, or would hold what XML forbids. */
    private static String decodedAgain(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            Byte single = c < 0x100 ? Byte.valueOf((byte) c) : BYTES.get(c);
            if (single == null) {
                return text;
            }
            bytes[i] = single;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return decoded.indexOf('\ufffe') < 0 && decoded.indexOf('\uffff') < 0 ? decoded : text;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static String punctuated(String text) {
        StringBuilder punctuated = new StringBuilder(text);
        for (int i = 0; i < punctuated.length(); i++) {
            char c = punctuated.charAt(i);
            if (c >= 0x80 && c < 0xa0 && c != 0x85) {
                punctuated.setCharAt(i, Octets.windows1252((byte) c));
            }
        }
        return punctuated.toString();
    }

    private static Map<Character, Byte> bytes() {
        Map<Character, Byte> bytes = new HashMap<>();
        for (int code = 0x80; code < 0xa0; code++) {
            bytes.put(Octets.windows1252((byte) code), (byte) code);
        }
        return Map.copyOf(bytes);
    }
}
