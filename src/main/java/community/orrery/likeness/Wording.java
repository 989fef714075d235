package community.orrery.likeness;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A text as the set of its runs of three words, by which two texts are compared. Case and punctuation do not count. A
 * script that does not part words by spaces (Han, kana, Thai) is cut into its letters.
 */
public final class Wording {

    private static final int RUN = 3;
    private static final int MOST_WORDS = 20_000;
    private static final int MOST_IN_A_BYTE = 255;
    private static final long[] SPREAD = spread();

    /** Chosen anew by each run of the program: no stranger can know which runs would stand in each other's way. */
    private static final long KEY = ThreadLocalRandom.current().nextLong() | 1;

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

    /** What a word's hash begins with, and what it is multiplied by for each letter. */
    private static final long NO_LETTER = 7;

    private static final long A_LETTER = 1_000_003;

    private static final int LATIN_1 = 0x100;
    private static final boolean[] IN_WORD = new boolean[LATIN_1];

    /** Each as it is compared; 0: ask the normal form, which makes other letters or figures of it. */
    private static final char[] FOLDED = new char[LATIN_1];

    static {
        for (char c = 0; c < LATIN_1; c++) {
            IN_WORD[c] = isLetterOrNumber(c);
            FOLDED[c] = !IN_WORD[c] ? ' ' : "ª²³µ¹º¼½¾".indexOf(c) >= 0 ? 0 : Character.toLowerCase(c);
        }
    }

    private final int words;
    private int runs;

    /** The runs, each once, at the place that its own bits name or behind it; 0 where there is none. Half of it stays empty. */
    private final long[] table;

    private final int shift;

    private Wording(int words, int mostRuns) {
        this.words = words;
        shift = Math.min(Long.SIZE - 1, Long.numberOfLeadingZeros(2L * mostRuns));
        table = new long[1 << Long.SIZE - shift];
    }

    /**
     * @param text plain text; of a very long one the first 20,000 words are looked at
     */
    public static Wording of(String text) {
        long[] hashes = hashes(text);
        int count = hashes.length < RUN ? Math.min(1, hashes.length) : hashes.length - RUN + 1;
        Wording wording = new Wording(hashes.length, count);
        for (int i = 0; i < count; i++) {
            long run = 17;
            for (int j = i; j < Math.min(i + RUN, hashes.length); j++) {
                run = mix(run * 31 + hashes[j]);
            }
            wording.add(run);
        }
        return wording;
    }

    private void add(long run) {
        int place = place(run);
        if (table[place] != run) {
            table[place] = run;
            runs++;
        }
    }

    /** Where the run stands, or would stand. */
    private int place(long run) {
        int place = (int) (run * KEY >>> shift);
        while (table[place] != 0 && table[place] != run) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    /** How many words the text has, as counted here. */
    public int words() {
        return words;
    }

    /** Jaccard's index of the two sets of runs: 1 for equal texts, 0 for texts with no run in common or no words. */
    public double likeness(Wording other) {
        int common = common(other);
        int all = runs + other.runs - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** The share of the shorter text's runs that the longer one holds too: near 1 for an excerpt or a quotation. */
    public double overlap(Wording other) {
        int shorter = Math.min(runs, other.runs);
        return shorter == 0 ? 0 : (double) common(other) / shorter;
    }

    private int common(Wording other) {
        if (runs > other.runs) {
            return other.common(this);
        }
        int common = 0;
        for (long run : table) {
            if (run != 0 && other.table[other.place(run)] == run) {
                common++;
            }
        }
        return common;
    }

    /**
     * 64 bits that differ in few places when the texts differ in few words (Charikar's SimHash over the runs); 0 for a text
     * without words.
     */
    public long simHash() {
        int[] ones = new int[Long.SIZE];
        long[] counts = new long[Long.BYTES];
        int counted = 0;
        for (long run : table) {
            if (run != 0) {
                count(run, counts);
                if (++counted % MOST_IN_A_BYTE == 0) {
                    carry(counts, ones);
                }
            }
        }
        carry(counts, ones);
        long hash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if (2 * ones[bit] > runs) {
                hash |= 1L << bit;
            }
        }
        return hash;
    }

    /** Counts each bit that is set, eight at once: a byte of a number is the count of one bit. */
    private static void count(long run, long[] counts) {
        for (int part = 0; part < Long.BYTES; part++) {
            counts[part] += SPREAD[(int) (run >>> 8 * part) & 0xFF];
        }
    }

    /** Adds up what was counted, before a byte is full. */
    private static void carry(long[] counts, int[] ones) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            ones[bit] += (int) (counts[bit / 8] >>> bit % 8 * 8 & 0xFF);
        }
        Arrays.fill(counts, 0);
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

    private static long[] hashes(String text) {
        char[] letters = text.toCharArray();
        long[] hashes = new long[Math.min(MOST_WORDS, letters.length / 5 + 8)];
        int count = 0;
        long hash = NO_LETTER;
        boolean inWord = false;
        char[] folds = FOLDED; // the quick compiler looks a field up at each use
        for (char letter : letters) {
            char folded = letter < LATIN_1 ? folds[letter] : isPunctuation(letter) ? ' ' : 0;
            if (folded > ' ') {
                hash = hash * A_LETTER + folded;
                inWord = true;
            } else if (folded == 0) {
                return hashesOfAny(text);
            } else if (inWord) {
                hashes = withRoom(hashes, count);
                hashes[count++] = mix(hash);
                if (count == MOST_WORDS) {
                    return Arrays.copyOf(hashes, count);
                }
                hash = NO_LETTER;
                inWord = false;
            }
        }
        if (inWord) {
            hashes = withRoom(hashes, count);
            hashes[count++] = mix(hash);
        }
        return Arrays.copyOf(hashes, count);
    }

    /** The same for a text that is not all of Latin-1 and usual punctuation: in compatibility's normal form and small letters. */
    private static long[] hashesOfAny(String text) {
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
            long hash = NO_LETTER;
            for (; at < end; at++) {
                hash = hash * A_LETTER + plain[at];
            }
            hashes = withRoom(hashes, count);
            hashes[count++] = mix(hash);
        }
        return Arrays.copyOf(hashes, count);
    }

    private static long[] withRoom(long[] hashes, int count) {
        return count < hashes.length ? hashes : Arrays.copyOf(hashes, count * 2);
    }

    /** Dashes, quotation marks, spaces and the like: of none of them does a normal form make a letter or figure. */
    private static boolean isPunctuation(char c) {
        return c >= 0x2000 && c < 0x2030;
    }

    /** Where the word that begins here ends; right here when none does. By hand: a pattern took a fifth of a first run. */
    private static int endOfWord(char[] text, int from) {
        int at = from;
        while (at < text.length) {
            char unit = text[at];
            if (unit < IN_WORD.length && IN_WORD[unit]) {
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
