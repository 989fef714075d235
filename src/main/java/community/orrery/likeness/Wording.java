package community.orrery.likeness;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the set of its runs of three words, by which two texts are compared. Case and punctuation do not count. A
 * script that does not part words by spaces (Han, kana, Thai) is cut into its letters.
 */
public final class Wording {

    private static final int RUN = 3;
    private static final int MOST_IN_A_BYTE = 255;
    private static final long[] SPREAD = spread();
    /** No script that is cut into letters begins before it: Thai's first. */
    private static final int FIRST_ALONE = 0x0E00;

    private static final Set<UnicodeScript> ALONE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);
    private static final int LETTER_OR_NUMBER = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private static final boolean[] IN_WORD = new boolean[0x80];

    static {
        for (char c = 0; c < IN_WORD.length; c++) {
            IN_WORD[c] = isLetterOrNumber(c);
        }
    }

    private final int words;
    private final long[] runs;

    private Wording(int words, long[] runs) {
        this.words = words;
        this.runs = runs;
    }

    /**
     * @param text plain text; of a very long one the first 20,000 words are looked at
     */
    public static Wording of(String text) {
        long[] hashes = hashes(text);
        int count = hashes.length < RUN ? Math.min(1, hashes.length) : hashes.length - RUN + 1;
        long[] runs = new long[count];
        for (int i = 0; i < count; i++) {
            long run = 17;
            for (int j = i; j < Math.min(i + RUN, hashes.length); j++) {
                run = mix(run * 31 + hashes[j]);
            }
            runs[i] = run;
        }
        return new Wording(hashes.length, distinct(runs));
    }

    private static long[] distinct(long[] runs) {
        Arrays.sort(runs);
        int count = 0;
        for (long run : runs) {
            if (count == 0 || run != runs[count - 1]) {
                runs[count++] = run;
            }
        }
        return Arrays.copyOf(runs, count);
    }

    /** How many words the text has, as counted here. */
    public int words() {
        return words;
    }

    /** Jaccard's index of the two sets of runs: 1 for equal texts, 0 for texts with no run in common or no words. */
    public double likeness(Wording other) {
        int common = common(other);
        int all = runs.length + other.runs.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** The share of the shorter text's runs that the longer one holds too: near 1 for an excerpt or a quotation. */
    public double overlap(Wording other) {
        int shorter = Math.min(runs.length, other.runs.length);
        return shorter == 0 ? 0 : (double) common(other) / shorter;
    }

    /**
     * 64 bits that differ in few places when the texts differ in few words (Charikar's SimHash over the runs); 0 for a text
     * without words.
     */
    public long simHash() {
        int[] ones = new int[Long.SIZE];
        for (int from = 0; from < runs.length; from += MOST_IN_A_BYTE) {
            count(from, Math.min(runs.length, from + MOST_IN_A_BYTE), ones);
        }
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (2 * ones[bit] > runs.length) {
                hash |= 1L << bit;
            }
        }
        return hash;
    }

    /** Adds how often each bit is set, counting eight at once: a byte of a number is the count of one bit. */
    private void count(int from, int to, int[] ones) {
        long[] counts = new long[Long.BYTES];
        for (int i = from; i < to; i++) {
            long run = runs[i];
            for (int part = 0; part < Long.BYTES; part++) {
                counts[part] += SPREAD[(int) (run >>> 8 * part) & 0xFF];
            }
        }
        for (int bit = 0; bit < Long.SIZE; bit++) {
            ones[bit] += (int) (counts[bit / 8] >>> bit % 8 * 8 & 0xFF);
        }
    }

    /** A byte's bits, each in a byte of its own. */
    private static long[] spread() {
        long[] spread = new long[256];
        for (int value = 0; value < spread.length; value++) {
            for (int bit = 0; bit < 8; bit++) {
                spread[value] |= (long) (value >>> bit & 1) << 8 * bit;
            }
        }
        return spread;
    }

    private int common(Wording other) {
        int common = 0;
        for (int i = 0, j = 0; i < runs.length && j < other.runs.length; ) {
            int order = Long.compare(runs[i], other.runs[j]);
            if (order == 0) {
                common++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static final int MOST_WORDS = 20_000;

    private static long[] hashes(String text) {
        char[] plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .toCharArray();
        long[] hashes = new long[Math.min(MOST_WORDS, plain.length / 5 + 8)];
        int count = 0;
        for (int at = 0; count < MOST_WORDS && at < plain.length; ) {
            int end = endOfWord(plain, at);
            if (end == at) {
                at += Character.charCount(Character.codePointAt(plain, at));
                continue;
            }
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, count * 2);
            }
            long hash = 7;
            for (; at < end; at++) {
                hash = hash * 1_000_003 + plain[at];
            }
            hashes[count++] = mix(hash);
        }
        return Arrays.copyOf(hashes, count);
    }

    /** Where the word that begins here ends; right here when none does. By hand: a pattern took a fifth of a first run. */
    private static int endOfWord(char[] text, int from) {
        int at = from;
        while (at < text.length) {
            char unit = text[at];
            if (unit < 0x80 && IN_WORD[unit]) {
                at++;
                continue;
            }
            int c = Character.codePointAt(text, at);
            if (c >= FIRST_ALONE && ALONE.contains(UnicodeScript.of(c))) {
                return at == from ? at + Character.charCount(c) : at;
            }
            if (!isLetterOrNumber(c)) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isLetterOrNumber(int c) {
        return (LETTER_OR_NUMBER >> Character.getType(c) & 1) != 0;
    }

    /** Stafford's mixing function: every bit of the input moves half of the output's. */
    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
