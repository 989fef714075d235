package community.orrery.clean;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colours for code whose feed names its language but brings no highlighter's tokens: the same spans that Pygments, Rouge and
 * Chroma write, made once, when the page is. Only tags are put in: the code's own characters stay as they are.
 */
final class Colours {

    /** A block of code without tags in it, as {@link Cleaning} writes it. */
    private static final Pattern BLOCK =
            Pattern.compile("(<pre\\b[^>]*+>(?:<code\\b[^>]*+>)?+)([^<]*+)(?=(?:</code>)?+</pre>)");

    private static final Pattern LANGUAGE = Pattern.compile("class=\"language-([^\" ]+)");

    /** Characters coloured in one post: spans make markup several times as long. */
    private static final int MOST_CHARACTERS = 200_000;

    private Colours() {}

    static String paint(String markup) {
        if (!markup.contains("class=\"language-")) {
            return markup;
        }
        Matcher block = BLOCK.matcher(markup);
        StringBuilder out = new StringBuilder(markup.length() * 2);
        int from = 0;
        int left = MOST_CHARACTERS;
        for (int pre = markup.indexOf("<pre"); pre >= 0; pre = markup.indexOf("<pre", pre + 1)) {
            if (!block.region(pre, markup.length()).lookingAt()) {
                continue;
            }
            Matcher language = LANGUAGE.matcher(block.group(1));
            Optional<Lexicon> lexicon = language.find() ? Lexicon.of(language.group(1)) : Optional.empty();
            String code = unescape(block.group(2));
            if (lexicon.isPresent() && code.length() <= left && escape(code).equals(block.group(2))) {
                left -= code.length();
                out.append(markup, from, block.start(2));
                print(new Lexer(lexicon.get(), code).tokens(), code, out);
                from = block.end(2);
            }
        }
        return out.append(markup, from, markup.length()).toString();
    }

    private static void print(List<Token> tokens, String code, StringBuilder out) {
        int from = 0;
        for (Token token : tokens) {
            out.append(escape(code.substring(from, token.start())));
            out.append("<span class=\"").append(token.kind()).append("\">");
            out.append(escape(code.substring(token.start(), token.end()))).append("</span>");
            from = token.end();
        }
        out.append(escape(code.substring(from)));
    }

    /** A stretch of code to be coloured. @param kind one of {@link Policy#TOKEN_CLASSES} */
    record Token(String kind, int start, int end) {}

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
