package community.orrery.clean;

import java.util.List;
import java.util.Optional;

/**
 * Colours for code whose feed names its language but brings no highlighter's tokens: the same spans that Pygments, Rouge and
 * Chroma write, made once, when the page is. Only tags are put in: the code's own characters stay as they are.
 */
final class Colours {

    private static final String LANGUAGE = "class=\"language-";

    /** Characters coloured in one post: spans make markup several times as long. */
    private static final int MOST_CHARACTERS = 200_000;

    private Colours() {}

    static String paint(String markup) {
        if (!markup.contains(LANGUAGE)) {
            return markup;
        }
        StringBuilder out = new StringBuilder(markup.length() * 2);
        int from = 0;
        int left = MOST_CHARACTERS;
        for (int pre = markup.indexOf("<pre"); pre >= 0; pre = markup.indexOf("<pre", pre + 1)) {
            int begin = beginOfCode(markup, pre);
            int end = markup.indexOf('<', begin);
            if (!isWhole(markup, end)) {
                continue;
            }
            Optional<Lexicon> lexicon = lexicon(markup.substring(pre, begin));
            String escaped = lexicon.isPresent() ? markup.substring(begin, end) : "";
            String code = unescape(escaped);
            if (lexicon.isPresent() && code.length() <= left && escape(code).equals(escaped)) {
                left -= code.length();
                out.append(markup, from, begin);
                print(new Lexer(lexicon.get(), code).tokens(), code, out);
                from = end;
            }
        }
        return from == 0 ? markup : out.append(markup, from, markup.length()).toString();
    }

    /** Behind the tag, or both of them, as {@link Cleaning} writes them. */
    private static int beginOfCode(String markup, int pre) {
        int begin = markup.indexOf('>', pre) + 1;
        return markup.startsWith("<code", begin) ? markup.indexOf('>', begin) + 1 : begin;
    }

    /** Whether the block has no tags within. */
    private static boolean isWhole(String markup, int end) {
        return markup.startsWith("</pre>", end) || markup.startsWith("</code></pre>", end);
    }

    private static Optional<Lexicon> lexicon(String tags) {
        int begin = tags.indexOf(LANGUAGE) + LANGUAGE.length();
        if (begin < LANGUAGE.length()) {
            return Optional.empty();
        }
        int end = begin;
        while (tags.charAt(end) != '"' && tags.charAt(end) != ' ') {
            end++;
        }
        return Lexicon.of(tags.substring(begin, end));
    }

    private static void print(List<Token> tokens, String code, StringBuilder out) {
        int from = 0;
        for (Token token : tokens) {
            escape(code, from, token.start(), out);
            out.append("<span class=\"").append(token.kind()).append("\">");
            escape(code, token.start(), token.end(), out);
            out.append("</span>");
            from = token.end();
        }
        escape(code, from, code.length(), out);
    }

    /** A stretch of code to be coloured. @param kind one of {@link Policy#TOKEN_CLASSES} */
    record Token(String kind, int start, int end) {}

    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + text.length() / 8);
        escape(text, 0, text.length(), out);
        return out.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder out) {
        int written = from;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '&' || c == '<' || c == '>') {
                out.append(text, written, at).append(c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
                written = at + 1;
            }
        }
        out.append(text, written, to);
    }

    private static String unescape(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
