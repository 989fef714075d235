package community.orrery.clean;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Signs, in a post's markup, that a script typesets its formulas: a script or a style sheet of MathJax or KaTeX, a class that
 * they go by, TeX between two dollars. Every post is searched and few have one, so the search is for what is rare in them:
 * the words, then the tag around one.
 */
final class TexSigns {

    /** What any of the words begins with, or with {@code arith} before it. */
    private static final List<String> WORDS = List.of("mathj", "math/", "math-", "math ", "matex", "katex");

    /** How the words go on behind {@code mat} or {@code kat}. Goes with {@link #WORDS} and {@link #IN_CLASS}. */
    private static final List<String> ENDS = List.of("hjax", "h/tex", "h-inline", "h inline", "h display", "ex");

    private static final List<String> IN_SCRIPT = List.of("mathjax", "katex", "math/tex");

    private static final Pattern IN_CLASS = Pattern.compile(
            "\\b(?:arithmatex|mathjax|katex|math-inline|math inline|math display)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DISPLAYED = Pattern.compile("\\$\\$[^$<]{0,400}\\\\[a-zA-Z]{2,}[^$<]{0,400}\\$\\$");

    /** How far a word may be from its tag's name. */
    private static final int REACH = 300;

    /** How far it may be from the quote before its class attribute. */
    private static final int CLASSES = 200;

    private TexSigns() {}

    /** A first look at the markup's letters as bytes, nearly always a plain copy, tells most posts from those that may have a sign. */
    static boolean in(String markup) {
        byte[] letters = markup.getBytes(StandardCharsets.ISO_8859_1);
        return (holdsWord(letters) || holdsDollars(letters)) && isIn(markup);
    }

    /** Looks at every third letter, where one of the first three of each word stands. */
    private static boolean holdsWord(byte[] letters) {
        int end = letters.length - 2;
        for (int i = 2; i < end; i += 3) {
            boolean found =
                    switch (letters[i] | 32) {
                        case 'm', 'k' -> (letters[i + 1] | 32) == 'a' && isWord(letters, i);
                        case 'a' -> (letters[i + 1] | 32) == 't' && isWord(letters, i - 1);
                        case 't' -> (letters[i - 1] | 32) == 'a' && isWord(letters, i - 2);
                        default -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words may begin here. */
    private static boolean isWord(byte[] letters, int at) {
        int first = letters[at] | 32;
        boolean begins =
                (first == 'm' || first == 'k') && (letters[at + 1] | 32) == 'a' && (letters[at + 2] | 32) == 't';
        for (int i = 0; begins && i < ENDS.size(); i++) {
            if (isNext(letters, at + 3, ENDS.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNext(byte[] letters, int at, String word) {
        int length = word.length();
        if (at + length > letters.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((letters[at + i] | 32) != (word.charAt(i) | 32)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at every other letter. */
    private static boolean holdsDollars(byte[] letters) {
        for (int i = 1; i < letters.length; i += 2) {
            if (letters[i] == '$' && (letters[i - 1] == '$' || i + 1 < letters.length && letters[i + 1] == '$')) {
                return true;
            }
        }
        return false;
    }

    /** Looks at every other character, where one of two dollars stands, and the second letter or the third of each word. */
    private static boolean isIn(String markup) {
        int length = markup.length();
        for (int i = 1; i < length; i += 2) {
            char c = markup.charAt(i);
            int letter = c | 32;
            boolean found =
                    switch (letter) {
                        case 'a' -> isSign(markup, i - 1);
                        case 't' -> isSign(markup, i - 2);
                        case '$' -> c == '$' && (isDisplayed(markup, i - 1) || isDisplayed(markup, i));
                        default -> false;
                    };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDisplayed(String markup, int at) {
        return markup.startsWith("$$", at)
                && DISPLAYED.matcher(markup).region(at, markup.length()).lookingAt();
    }

    private static boolean isSign(String markup, int at) {
        if (!isNext(markup, at + 1, "at") || !isAnyNext(markup, at, WORDS)) {
            return false;
        }
        boolean inScript = isAnyNext(markup, at, IN_SCRIPT);
        int whole = isNext(markup, at - 5, "arith") ? at - 5 : at;
        boolean inClass = IN_CLASS.matcher(markup)
                .region(whole, markup.length())
                .useTransparentBounds(true)
                .lookingAt();
        int farthest = Math.max(0, at - REACH - "<script".length());
        for (int i = at - 1; i >= farthest && (inScript || inClass); i--) {
            char c = markup.charAt(i);
            if (c == '>') {
                return false;
            }
            if (c == '<' && inScript && isTag(markup, i, at)) {
                return true;
            }
            if (c == '"' || c == '\'') {
                if (inClass && whole - i - 1 <= CLASSES && isClass(markup, i)) {
                    return true;
                }
                inClass = false;
            }
        }
        return false;
    }

    private static boolean isTag(String markup, int tag, int word) {
        boolean script = isNext(markup, tag, "<script") && isWithin(word - tag - "<script".length());
        boolean link = isNext(markup, tag, "<link") && isWithin(word - tag - "<link".length());
        return script || link && isNext(markup, word, "katex");
    }

    private static boolean isWithin(int distance) {
        return distance >= 0 && distance <= REACH;
    }

    /** Whether the quote begins the value of a class attribute. */
    private static boolean isClass(String markup, int quote) {
        int equals = endBefore(markup, quote) - 1;
        return equals >= 0
                && markup.charAt(equals) == '='
                && isNext(markup, endBefore(markup, equals) - "class".length(), "class");
    }

    private static int endBefore(String markup, int at) {
        int end = at;
        while (end > 0 && isSpace(markup.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isAnyNext(String markup, int at, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (isNext(markup, at, words.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** @param word in lower case; the markup may have it in any, of ASCII */
    private static boolean isNext(String markup, int at, String word) {
        int length = word.length();
        if (at < 0 || at + length > markup.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = markup.charAt(at + i);
            char wanted = word.charAt(i);
            if (c != wanted && ((c | 32) != wanted || wanted < 'a')) {
                return false;
            }
        }
        return true;
    }

    /** As regular expressions have it. */
    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
