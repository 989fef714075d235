package community.orrery.clean;

import community.orrery.clean.Colours.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts code into comments, strings, numbers and words: enough to be coloured, without understanding it. Looks at every
 * character a bounded number of times; what it does not know stays plain.
 */
final class Lexer {

    /** What goes on for longer is no string. It also bounds the search for an end that never comes. */
    private static final int LONGEST_STRING = 2_000;

    private static final int LONGEST_KEY = 80;

    private final Lexicon lexicon;
    private final String code;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(Lexicon lexicon, String code) {
        this.lexicon = lexicon;
        this.code = code;
    }

    /** In order, none within another. */
    List<Token> tokens() {
        switch (lexicon.style()) {
            case DIFF -> lines();
            case TAGS -> tags();
            default -> {
                while (at < code.length()) {
                    step();
                }
            }
        }
        return tokens;
    }

    private void step() {
        char c = code.charAt(at);
        if (comment() || lexicon.quotes().indexOf(c) >= 0 && string(c)) {
            return;
        }
        if (isWord(c)) {
            int from = at;
            boolean number = c >= '0' && c <= '9';
            at = number ? endOfNumber() : endOfWord();
            String kind = number ? "m" : isKeyword(from) ? "k" : isKey(from) ? "nt" : "";
            add(kind, from);
        } else if (c == '#' && lexicon.lineComment().contains("//") && isFirstInLine(at)) {
            int from = at++;
            at = endOfWord(); // of C's preprocessor
            add("k", from);
        } else {
            at++;
        }
    }

    private boolean comment() {
        for (String mark : lexicon.lineComment()) {
            // In shells and configurations, # within a word is no comment.
            boolean apart = at == 0 || "#;".indexOf(mark) < 0 || code.charAt(at - 1) <= ' ';
            if (apart && code.startsWith(mark, at)) {
                take("c1", endOfLine(at));
                return true;
            }
        }
        if (!lexicon.blockComment().isEmpty()
                && code.startsWith(lexicon.blockComment().get(0), at)) {
            int end = code.indexOf(lexicon.blockComment().get(1), at + 2);
            take(
                    "cm",
                    end < 0
                            ? code.length()
                            : end + lexicon.blockComment().get(1).length());
            return true;
        }
        return false;
    }

    private boolean string(char quote) {
        String triple = String.valueOf(quote).repeat(3);
        int end;
        if (code.startsWith(triple, at)) {
            end = code.indexOf(triple, at + 3);
            end = end < 0 ? code.length() : end + 3;
        } else {
            end = endOfString(quote);
        }
        if (end < 0) {
            return false;
        }
        int from = at;
        at = end;
        add(isKey(from) ? "nt" : "s", from);
        return true;
    }

    /** Negative when none ends: the quote was an apostrophe, or a lifetime. */
    private int endOfString(char quote) {
        int most = Math.min(code.length(), at + LONGEST_STRING);
        for (int i = at + 1; i < most; i++) {
            char c = code.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\\') {
                i++;
            } else if (c == '\n' && quote == '\''
                    || c == '\n' && lexicon.lineComment().contains("//") && quote == '"') {
                return -1;
            }
        }
        return -1;
    }

    private int endOfNumber() {
        int end = at;
        while (end < code.length()) {
            char c = code.charAt(end);
            boolean point = c == '.' && end + 1 < code.length() && Character.isDigit(code.charAt(end + 1));
            boolean sign = (c == '+' || c == '-')
                    && "eEdD".indexOf(code.charAt(end - 1)) >= 0
                    && !code.startsWith("0x", at)
                    && end + 1 < code.length()
                    && Character.isDigit(code.charAt(end + 1));
            if (!isWord(c) && !point && !sign) {
                break;
            }
            end++;
        }
        return end;
    }

    private int endOfWord() {
        int end = at;
        while (end < code.length() && isWord(code.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean isKeyword(int from) {
        String word = code.substring(from, at);
        return lexicon.keywords().contains(lexicon.ignoresCase() ? word.toLowerCase(Locale.ROOT) : word);
    }

    private boolean isKey(int from) {
        if (lexicon.style() != Lexicon.Style.KEYS) {
            return false;
        }
        int next = at;
        int most = Math.min(code.length(), at + LONGEST_KEY);
        while (next < most && (code.charAt(next) == ' ' || isWord(code.charAt(next)) || code.charAt(next) == '-')) {
            next++;
        }
        boolean colon = next < most
                && code.charAt(next) == ':'
                && (next + 1 == code.length() || code.charAt(next + 1) <= ' ' || code.charAt(from) == '"');
        return colon && isBeginning(from);
    }

    /** Whether nothing but space, brackets and dashes stands before it in its line. */
    private boolean isBeginning(int from) {
        int i = from - 1;
        while (i >= 0 && i > from - LONGEST_KEY && " -{[,\t".indexOf(code.charAt(i)) >= 0) {
            i--;
        }
        return i < 0 || code.charAt(i) == '\n' || code.charAt(from) == '"';
    }

    private void tags() {
        while (at < code.length()) {
            if (comment()) {
                continue;
            }
            boolean tag = code.charAt(at) == '<'
                    && at + 1 < code.length()
                    && (Character.isLetter(code.charAt(at + 1)) || "/?!".indexOf(code.charAt(at + 1)) >= 0);
            at++;
            if (tag) {
                int from = at - 1;
                while (at < code.length() && (isWord(code.charAt(at)) || "/?!:-.".indexOf(code.charAt(at)) >= 0)) {
                    at++;
                }
                add("nt", from);
                attributes();
            }
        }
    }

    private void attributes() {
        while (at < code.length() && code.charAt(at) != '>' && code.charAt(at) != '<') {
            char c = code.charAt(at);
            int from = at;
            if (lexicon.quotes().indexOf(c) >= 0 && string(c)) {
                continue;
            }
            at = Math.max(at + 1, endOfWord());
            while (at < code.length()
                    && isWord(c)
                    && (isWord(code.charAt(at)) || ":-.".indexOf(code.charAt(at)) >= 0)) {
                at++;
            }
            add(isWord(c) ? "na" : "", from);
        }
    }

    private void lines() {
        while (at < code.length()) {
            char c = code.charAt(at);
            boolean file = code.startsWith("+++", at) || code.startsWith("---", at) || code.startsWith("diff ", at);
            take(
                    file ? "gh" : code.startsWith("@@", at) ? "gu" : c == '+' ? "gi" : c == '-' ? "gd" : "",
                    endOfLine(at));
            at++;
        }
    }

    private boolean isFirstInLine(int index) {
        int i = index - 1;
        while (i >= 0 && (code.charAt(i) == ' ' || code.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || code.charAt(i) == '\n';
    }

    private int endOfLine(int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private static boolean isWord(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private void take(String kind, int end) {
        int from = at;
        at = end;
        add(kind, from);
    }

    private void add(String kind, int from) {
        if (!kind.isEmpty() && at > from) {
            tokens.add(new Token(kind, from, at));
        }
    }
}
