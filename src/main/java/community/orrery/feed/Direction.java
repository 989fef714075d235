package community.orrery.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the marks by which a text says in which direction it reads (Unicode Standard Annex 9, section 2) to that text: in a
 * list of titles, one that is opened and never closed turns around what stands behind it.
 */
public final class Direction {

    private static final char LRE = '\u202a';
    private static final char RLE = '\u202b';
    private static final char PDF = '\u202c';
    private static final char LRO = '\u202d';
    private static final char RLO = '\u202e';
    private static final char LRI = '\u2066';
    private static final char PDI = '\u2069';

    private final StringBuilder out = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private int isolates;

    private Direction() {}

    /**
     * The text with every embedding and isolate closed within it, and none closed that it has not opened. Overrides are left
     * out: they make letters read in another order than they have, which only forgers want of a line of text.
     */
    public static String contained(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isMark(text.charAt(i))) {
                return new Direction().read(text);
            }
        }
        return text;
    }

    /** As {@link #contained(String)}; nothing stays nothing. */
    static @Nullable String containedOrNull(@Nullable String text) {
        return text == null ? null : contained(text);
    }

    private static boolean isMark(char c) {
        return (c >= LRE && c <= RLO) || (c >= LRI && c <= PDI);
    }

    private String read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isMark(c)) {
                out.append(c);
            } else if (c == PDF) {
                endEmbedding();
            } else if (c == PDI) {
                endIsolate();
            } else {
                open.push(c);
                isolates += c >= LRI ? 1 : 0;
                keep(c);
            }
        }
        while (!open.isEmpty()) {
            char opened = open.pop();
            keep(opened >= LRI ? PDI : opened == LRE || opened == RLE ? PDF : opened);
        }
        return out.toString();
    }

    private void keep(char mark) {
        if (mark != LRO && mark != RLO) {
            out.append(mark);
        }
    }

    /** Ends the innermost embedding or override, but none from outside an isolate. */
    private void endEmbedding() {
        Character innermost = open.peek();
        if (innermost != null && innermost < LRI) {
            open.pop();
            keep(innermost == LRO || innermost == RLO ? innermost : PDF);
        }
    }

    /** Ends the innermost isolate, and with it what is open inside. */
    private void endIsolate() {
        if (isolates > 0) {
            isolates--;
            while (open.pop() < LRI) {
                // ended by the isolate's end
            }
            out.append(PDI);
        }
    }
}
