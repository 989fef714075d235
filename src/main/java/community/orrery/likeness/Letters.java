package community.orrery.likeness;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Letters brought nearer to plain ASCII, for names that are addresses. Addresses are given once and kept, so what these
 * answer may never change.
 */
public final class Letters {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Small letters that no normal form takes apart. */
    private static final Map<String, String> WHOLE = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ħ", "h");

    private Letters() {}

    /** Compatibility forms taken apart ("ﬁ", "①"), accents and other marks left out. */
    public static String unmarked(String text) {
        // The tables of normal forms take longer to load than a list of plain names to read.
        return isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
    }

    /** Small letters of the Latin script that are none with a mark, as ASCII writes them: "ß" as "ss". */
    public static String spelt(String text) {
        if (isAscii(text)) {
            return text;
        }
        String spelt = text;
        for (Map.Entry<String, String> letter : WHOLE.entrySet()) {
            spelt = spelt.replace(letter.getKey(), letter.getValue());
        }
        return spelt;
    }

    /** Whether nothing needs bringing nearer. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
