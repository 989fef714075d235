package community.orrery.site;

import java.util.Arrays;

/** Words, each written once, in the order in which they first came. */
final class DistinctWords {

    private final int most;
    /** By a word's hash, where it begins in what is written, from one on; 0: none. At least half stay free. */
    private final int[] begins;

    private char[] written = new char[1 << 10];
    private int length;
    private int count;

    /** @param most that are to be taken */
    DistinctWords(int most) {
        this.most = most;
        this.begins = new int[Integer.highestOneBit(most) << 2];
    }

    boolean isFull() {
        return count >= most;
    }

    /** @param text holds the word, in which no space is */
    void add(char[] text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + text[at];
        }
        int place = (hash ^ hash >>> 16) & begins.length - 1;
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
