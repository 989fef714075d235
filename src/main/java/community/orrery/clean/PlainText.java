package community.orrery.clean;

import community.orrery.feed.Direction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects a post's words while its markup is written: all of them, and those that an excerpt may show. */
final class PlainText {

    /** A user-perceived character. */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    /** What does not end an excerpt well. */
    private static final String DANGLING = " ,;:–—(-";

    private final StringBuilder all;
    private final StringBuilder quotable = new StringBuilder();
    private boolean spaceDue;
    private boolean quotableSpaceDue;
    private int words;
    private int ideographs;
    private int kinds;
    /** The text at hand, for a quick look: characters that Latin-1 does not have are question marks here. */
    private byte[] letters = {};

    // As it was before the last text.
    private int allBefore;
    private int quotableBefore;
    private boolean spaceDueBefore;
    private boolean quotableSpaceDueBefore;
    private int wordsBefore;
    private int ideographsBefore;

    /** @param length of the markup */
    PlainText(int length) {
        all = new StringBuilder(length / 2 + 16);
    }

    /**
     * @param quotable whether an excerpt may hold it: not a heading, code or a caption
     * @return all kinds of {@link Characters} in it
     */
    int add(String text, boolean quotable) {
        remember();
        boolean quoting = quotable && this.quotable.length() <= 2 * Policy.EXCERPT_CHARACTERS;
        int length = text.length();
        letters = Characters.letters(text);
        kinds = 0;
        for (int i = 0; i < length; ) {
            int kind = Characters.kind(text.charAt(i));
            if ((kind & Characters.WORD) != 0) {
                int end = endOfRun(text, i, length);
                run(text, i, end, quoting);
                i = end;
                continue;
            }
            kinds |= kind;
            if ((kind & Characters.SPACE) != 0) {
                spaceDue = true;
                quotableSpaceDue |= quoting;
            }
            i++;
        }
        return kinds;
    }

    /**
     * Where words stop that have one space between each and the next, as most have: they are copied as they stand. Counts all
     * but the first.
     */
    private int endOfRun(String text, int from, int length) {
        int seen = Characters.ORDINARY;
        int i = Characters.endOfOrdinary(letters, from);
        for (; i < length; i = Characters.endOfOrdinary(letters, i + 1)) {
            char c = text.charAt(i);
            int kind = Characters.kind(c);
            seen |= kind;
            if ((kind & Characters.WORD) == 0) {
                if (c != ' ' || i + 1 == length || (Characters.kind(text.charAt(i + 1)) & Characters.WORD) == 0) {
                    break;
                }
                words++;
            } else if ((kind & Characters.IDEOGRAPH) != 0) {
                ideographs++;
            }
        }
        kinds |= seen;
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

    /** Takes back the last text. */
    void takeBack() {
        all.setLength(allBefore);
        quotable.setLength(quotableBefore);
        spaceDue = spaceDueBefore;
        quotableSpaceDue = quotableSpaceDueBefore;
        words = wordsBefore;
        ideographs = ideographsBefore;
    }

    private void remember() {
        allBefore = all.length();
        quotableBefore = quotable.length();
        spaceDueBefore = spaceDue;
        quotableSpaceDueBefore = quotableSpaceDue;
        wordsBefore = words;
        ideographsBefore = ideographs;
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
        int end = cut.length();
        while (end > 0 && DANGLING.indexOf(cut.charAt(end - 1)) >= 0) {
            end--;
        }
        return Direction.contained(cut.substring(0, end) + "…");
    }

    private static String graphemes(String source) {
        Matcher grapheme = GRAPHEME.matcher(source);
        int end = 0;
        while (grapheme.find() && grapheme.end() < Policy.EXCERPT_CHARACTERS) {
            end = grapheme.end();
        }
        return source.substring(0, end);
    }
}
