package community.orrery.site;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Words, each written once, in the order in which they first came. */
final class DistinctWords {

    /** Odd, and another in each run: a stranger cannot choose words that all fall into one place. */
    private static final long KEY = ThreadLocalRandom.current().nextLong() | 1;

    private final int most;
    private final int mostLetters;
    /** By a word's hash, where it begins in what is written, from one on; 0: none. At least half stay free. */
    private final int[] begins;

    private char[] written = new char[1 << 10];
    private int length;
    private int count;

    /**
     * @param most that are to be taken
     * @param mostLetters after so many, the spaces between words included, none is taken
     */
    DistinctWords(int most, int mostLetters) {
        this.most = most;
        this.mostLetters = mostLetters;
        this.begins = new int[Integer.highestOneBit(most) << 2];
    }

    boolean isFull() {
        return count >= most || length >= mostLetters;
    }

    /** @param text holds the word, in which no space is */
    void add(char[] text, int from, int to) {
        long hash = to - from;
        for (int at = from; at < to; at++) {
            hash = (hash + text[at]) * KEY;
            hash ^= hash >>> 32;
        }
        int place = (int) (hash * KEY >>> 33) & begins.length - 1;
        while (begins[place] != 0) {
            if (stands(begins[place] - 1, text, from, to)) {
                return;
            }
            place = place + 1 & begins.length - 1;
        }
        begins[place] = write(text, from, to) + 1;
        count++;
    }

    private boolean stands(int begin, char[] text, int from, int to) {
        int end = begin + to - from;
        return end <= length
                && (end == length || written[end] == ' ')
                && Arrays.equals(written, begin, end, text, from, to);
    }

    private int write(char[] text, int from, int to) {
        if (length + 1 + to - from > written.length) {
            written = Arrays.copyOf(written, Math.max(written.length * 2, length + 1 + to - from));
        }
        if (length > 0) {
            written[length++] = ' ';
        }
        int begin = length;
        System.arraycopy(text, from, written, begin, to - from);
        length += to - from;
        return begin;
    }

    /** All of them, a space between any two. */
    @Override
    public String toString() {
        return new String(written, 0, length);
    }
}
