package community.orrery.clean;

import java.nio.charset.StandardCharsets;

/**
 * What each character of a text means to the cleaner, as bits, so that one look at it is enough and most texts are copied as
 * they are.
 */
final class Characters {

    /** Something to see: more than white space, no-break spaces included. */
    static final int SOLID = 1;
    /** May not stand in markup as it is. */
    static final int MARKUP = 2;
    /** The same within a quoted attribute. */
    static final int QUOTE = 4;
    /** May begin a formula. */
    static final int TEX = 8;
    /** Parts words. */
    static final int SPACE = 16;
    /** Of a word, as readers see it: no space, no soft hyphen, zero-width space, invisible operator of a formula or control. */
    static final int WORD = 32;
    /** Of Chinese or Japanese, where words are not parted. */
    static final int IDEOGRAPH = 64;

    /** Of most characters of most texts: visible, part of a word, and nothing else. */
    static final int ORDINARY = SOLID | WORD;

    private static final int ASCII = 128;
    private static final byte[] KINDS = new byte[ASCII];
    /** Of letters as {@link #letters} gives them: a question mark may stand for anything. */
    private static final byte[] QUICK_KINDS = new byte[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            KINDS[c] = (byte) (c > ' ' ? SOLID | WORD : MARKUP);
        }
        KINDS[' '] = SPACE;
        KINDS['\n'] = SPACE;
        KINDS['\t'] = SPACE;
        KINDS['\r'] |= SPACE;
        KINDS['\f'] |= SPACE;
        KINDS['&'] |= MARKUP;
        KINDS['<'] |= MARKUP;
        KINDS['>'] |= MARKUP;
        KINDS['"'] |= QUOTE;
        KINDS['$'] |= TEX;
        KINDS['\\'] |= TEX;
        KINDS[0x7f] = SOLID | MARKUP;
        System.arraycopy(KINDS, 0, QUICK_KINDS, 0, ASCII);
        QUICK_KINDS['?'] = 0;
    }

    private Characters() {}

    static int kind(char c) {
        return c < ASCII ? KINDS[c] : beyondAscii(c);
    }

    /**
     * A text in Latin-1, a byte for each character, those that it does not have as question marks. Of most texts that is a
     * copy of what their string holds, and a byte of an array is reached sooner than a character of a string.
     */
    static byte[] letters(String text) {
        byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
        if (letters.length < text.length()) {
            letters = new byte[text.length()]; // two halves of a character made one question mark
            for (int i = 0; i < letters.length; i++) {
                char c = text.charAt(i);
                letters[i] = (byte) (c < 0x100 ? c : '?');
            }
        }
        return letters;
    }

    /** Where the first letter stands, of what {@link #letters} gave, that is not surely {@link #ORDINARY}; else the end. */
    static int endOfOrdinary(byte[] letters, int from) {
        byte[] kinds = QUICK_KINDS;
        for (int i = from; i < letters.length; i++) {
            byte letter = letters[i];
            if (letter < 0 || kinds[letter] != ORDINARY) {
                return i;
            }
        }
        return letters.length;
    }

    /** All kinds that a text has any of. */
    static int kinds(String text) {
        int kinds = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            kinds |= kind(text.charAt(i));
        }
        return kinds;
    }

    /** Generous with {@link #MARKUP}: what may be half of a character, or one that XML forbids, is to be looked at. */
    private static int beyondAscii(char c) {
        if (c < 0x2000) {
            return c < 0xa0 ? SOLID | MARKUP : c == 0xa0 ? SPACE : c == 0xad ? SOLID : SOLID | WORD;
        }
        switch (c) {
            case '\u200b', '\ufeff':
                return 0;
            case '\u2028', '\u3000':
                return SOLID | SPACE;
            case '\u2060', '\u2061', '\u2062', '\u2063', '\u2064':
                return SOLID;
            default:
                break;
        }
        boolean ideograph = c >= 0x3040 && (c <= 0x30ff || c >= 0x3400 && c <= 0x9fff);
        return SOLID | WORD | (ideograph ? IDEOGRAPH : 0) | (c < Character.MIN_SURROGATE ? 0 : MARKUP);
    }
}
