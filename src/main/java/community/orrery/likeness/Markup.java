package community.orrery.likeness;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays of markup when everything goes that changes without its author: white space, comments, wrapping elements,
 * classes and ids, signatures in image addresses, tracking parameters, counts of comments. Two renderings of one text are
 * equal here; a changed word, link, picture or heading is not.
 */
public final class Markup {

    private static final Pattern TOKEN = Pattern.compile(
            "<!--.*?(?:-->|$)|<(script|style)\\b.*?(?:</\\1\\s*>|$)|<(/?[a-z][a-z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^>\"']++)*)>",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(href|src|alt|data-src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE = Pattern.compile("\\blanguage-[\\w+#-]+");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,8}));");
    private static final Set<String> WRAPPERS =
            Set.of("div", "span", "section", "article", "p", "br", "wbr", "font", "center", "main", "html", "body");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");

    private Markup() {}

    /** The markup's essence, for a digest; not markup itself. */
    public static String essence(String markup) {
        StringBuilder essence = new StringBuilder(markup.length());
        Matcher token = TOKEN.matcher(markup);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (token.find()) {
            text.append(markup, from, token.start());
            from = token.end();
            String name = token.group(2);
            if (name == null) {
                continue;
            }
            name = name.toLowerCase(Locale.ROOT);
            String kept = element(name, token.group(3));
            if (kept.isEmpty()) {
                text.append(' ');
            } else {
                essence.append(flat(text)).append(kept);
                text.setLength(0);
            }
        }
        text.append(markup, from, markup.length());
        return essence.append(flat(text)).toString();
    }

    private static String element(String name, String attributes) {
        StringBuilder kept = new StringBuilder();
        Matcher address = ADDRESS.matcher(attributes);
        while (address.find()) {
            String value = address.group(2) != null
                    ? address.group(2)
                    : address.group(3) != null ? address.group(3) : address.group(4);
            kept.append(' ').append(Address.steady(decoded(value)));
        }
        Matcher language = LANGUAGE.matcher(attributes);
        if (language.find()) {
            kept.append(' ').append(language.group());
        }
        boolean closing = name.startsWith("/");
        boolean wrapper = WRAPPERS.contains(closing ? name.substring(1) : name);
        return kept.isEmpty() && (wrapper || closing) ? "" : "<" + name + kept + ">";
    }

    private static String flat(CharSequence text) {
        return Words.essence(decoded(text.toString()));
    }

    /** A text's letters without its white space and its counts of comments, for a digest. */
    static final class Words {

        private static final Pattern COUNT = Pattern.compile(
                "\\b(?:\\d+|no|one|keine?|ein|aucun|un) ?(?:comments?|responses?|replies|reply|likes?|views?|shares?|claps?|reactions?"
                        + "|kommentare?|commentaires?|comentarios?)\\b",
                Pattern.CASE_INSENSITIVE);

        private Words() {}

        static String essence(String text) {
            String folded = SPACE.matcher(text).replaceAll(" ");
            return COUNT.matcher(folded).replaceAll("").replace(" ", "");
        }
    }

    /** Plain text without its white space and its counts of comments: equal for two renderings of one text. */
    public static String essenceOfText(String text) {
        return Words.essence(text);
    }

    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(decoded(entity)));
    }

    private static String decoded(java.util.regex.MatchResult entity) {
        if (entity.group(3) != null) {
            return switch (entity.group(3)) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                case "apos" -> "'";
                case "nbsp" -> " ";
                case "rsquo" -> "’";
                case "lsquo" -> "‘";
                case "ldquo" -> "“";
                case "rdquo" -> "”";
                case "ndash" -> "–";
                case "mdash" -> "—";
                case "hellip" -> "…";
                default -> entity.group();
            };
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : entity.group();
    }
}
