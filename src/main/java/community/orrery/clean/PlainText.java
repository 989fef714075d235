package community.orrery.clean;

import community.orrery.feed.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects a post's words while its markup is written: all of them, and those that an excerpt may show. */
final class PlainText {

    /** A user-perceived character. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private final StringBuilder all = new StringBuilder();
    private final StringBuilder quotable = new StringBuilder();
    private boolean spaceDue;
    private boolean quotableSpaceDue;
    private int words;
    private int ideographs;

    /** @param quotable whether an excerpt may hold it: not a heading, code or a caption */
    void add(String text, boolean quotable) {
        boolean quoting = quotable && this.quotable.length() <= 2 * Policy.EXCERPT_CHARACTERS;
        int length = text.length();
        for (int i = 0; i < length; ) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                spaceDue = true;
                quotableSpaceDue |= quoting;
                i++;
            } else if (isInvisible(c)) {
                i++;
            } else {
                int end = endOfRun(text, i);
                run(text, i, end, quoting);
                i = end;
            }
        }
    }

    /** Where the next space or invisible character stands, else the end. */
    private int endOfRun(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean plain = c > ' ' && c < 0x7f;
            if (!plain && (isSpace(c) || isInvisible(c))) {
                break;
            }
            if (c >= 0x3040 && (c <= 0x30ff || c >= 0x3400 && c <= 0x9fff)) {
                ideographs++;
            }
            i++;
        }
        return i;
    }

    private void run(String text, int from, int to, boolean quoting) {
        if (spaceDue || all.length() == 0) {
            words++;
            if (all.length() > 0) {
                all.append(' ');
            }
        }
        spaceDue = false;
        all.append(text, from, to);
        if (quoting) {
            if (quotableSpaceDue && quotable.length() > 0) {
                quotable.append(' ');
            }
            quotableSpaceDue = false;
            quotable.append(text, from, to);
        }
    }

    /** Words on either side are not one. */
    void boundary() {
        spaceDue = true;
        quotableSpaceDue = true;
    }

    String text() {
        return all.toString();
    }

    /** By white space; of Chinese and Japanese, which has none, two characters count as a word. */
    int words() {
        return words + ideographs / 2;
    }

    /** Ends at a word; whole when short. A post of nothing but headings, code or captions gives those. */
    String excerpt() {
        String source = quotable.length() > 0 ? quotable.toString() : all.toString();
        if (source.length() <= Policy.EXCERPT_CHARACTERS) {
            return Direction.contained(source);
        }
        int space = source.lastIndexOf(' ', Policy.EXCERPT_CHARACTERS - 1);
        String cut = space >= Policy.EXCERPT_CHARACTERS / 2 ? source.substring(0, space) : graphemes(source);
        return Direction.contained(cut.replaceFirst("[\\s,;:–—(-]+$", "") + "…");
    }

    private static String graphemes(String source) {
        Matcher grapheme = GRAPHEME.matcher(source);
        int end = 0;
        while (grapheme.find() && grapheme.end() < Policy.EXCERPT_CHARACTERS) {
            end = grapheme.end();
        }
        return source.substring(0, end);
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || c == '\f'
                || c == '\u00a0'
                || c == '\u2028'
                || c == '\u3000';
    }

    /** Soft hyphens, zero-width spaces, invisible operators of formulas, controls. */
    private static boolean isInvisible(char c) {
        return c < ' '
                || c == '\u00ad'
                || c == '\u200b'
                || c >= '\u2060' && c <= '\u2064'
                || c == '\ufeff'
                || c >= '\u007f' && c <= '\u009f';
    }
}
