package community.orrery.clean;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Signs, in a post's markup, that a script typesets its formulas. Each is looked for only where it may begin: every post is
 * searched, and few have any.
 */
final class TexSigns {

    private static final Pattern TAG = Pattern.compile(
            "<script[^>]{0,300}(?:mathjax|katex|math/tex)|<link[^>]{0,300}katex", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLASS = Pattern.compile(
            "class\\s*=\\s*[\"'][^\"'>]{0,200}\\b(?:arithmatex|mathjax|katex|math-inline|(?:math (?:inline|display)))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DISPLAYED = Pattern.compile("\\$\\$[^$<]{0,400}\\\\[a-zA-Z]{2,}[^$<]{0,400}\\$\\$");

    /** What all but the displayed have one of in them. */
    private static final List<String> WORDS = List.of("mathj", "math/", "math-", "math ", "matex", "katex");

    private TexSigns() {}

    static boolean in(String markup) {
        return mayHave(markup) && has(markup);
    }

    /**
     * A quick no for most: every sign has two dollars side by side or one of the words. Looks at every other character, where
     * one of the dollars stands, and of each word the second letter or the third.
     */
    private static boolean mayHave(String markup) {
        int length = markup.length();
        for (int i = 1; i < length; i += 2) {
            char c = markup.charAt(i);
            int letter = c | 32;
            if (letter == 'a' && isWord(markup, i - 1)
                    || letter == 't' && isWord(markup, i - 2)
                    || c == '$' && (markup.charAt(i - 1) == '$' || isNext(markup, i + 1, "$"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String markup, int at) {
        return isNext(markup, at + 1, "at") && WORDS.stream().anyMatch(word -> isNext(markup, at, word));
    }

    private static boolean has(String markup) {
        int length = markup.length();
        for (int i = 0; i < length; i++) {
            char c = markup.charAt(i);
            if (c <= '=' && (c == '<' || c == '=' || c == '$') && begins(markup, i, c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String markup, int at, char c) {
        switch (c) {
            case '<':
                boolean tag = isNext(markup, at + 1, "script") || isNext(markup, at + 1, "link");
                return tag && isAt(TAG, markup, at);
            case '$':
                return isNext(markup, at + 1, "$") && isAt(DISPLAYED, markup, at);
            default:
                int name = endBefore(markup, at) - "class".length();
                return isNext(markup, name, "class") && isAt(CLASS, markup, name);
        }
    }

    private static int endBefore(String markup, int at) {
        int end = at;
        while (end > 0 && isSpace(markup.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isNext(String markup, int at, String word) {
        return markup.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isAt(Pattern pattern, String markup, int at) {
        return pattern.matcher(markup).region(at, markup.length()).lookingAt();
    }

    /** As regular expressions have it. */
    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
