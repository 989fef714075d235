package community.orrery.parse;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Text fields: from what a feed holds to plain text, entities decoded once, white space folded. */
final class Texts {

    /** First words that stand in for a missing title, in characters. */
    private static final int FIRST_WORDS = 80;

    /** Tags that HTML knows. {@code List<String>} in a title is not one, and stays. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:a|abbr|acronym|address|applet|area|article|aside|audio|b|base|bdi|bdo|big|blink|blockquote|body|br|button"
                    + "|canvas|center|cite|code|col|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer"
                    + "|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|mark"
                    + "|marquee|meta|nav|nobr|noscript|object|ol|p|param|picture|pre|q|rp|rt|ruby|s|samp|script|section|select"
                    + "|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time"
                    + "|title|tr|tt|u|ul|var|video|wbr)"
                    + "(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    /** Where something begins that nobody is shown. */
    private static final Pattern UNSHOWN =
            Pattern.compile("<(?:(!--)|(script|style)\\b[^<>]*>)", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT_END = Pattern.compile("-->");
    private static final Pattern SCRIPT_END = Pattern.compile("</script\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_END = Pattern.compile("</style\\s*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK_TAG =
            Pattern.compile("</?(?:br|p|div|li|tr|td|h[1-6])\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u2028\\u2029\\ufeff]+");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    /** In characters; with their markup, but for {@link #rendered}. No title or name is as long, and each stands on many pages. */
    private static final int LONGEST = 8_000;

    private Texts() {}

    /** Text that may be HTML, as RSS's titles and names are: known tags go, entities are decoded once. */
    static String plain(@Nullable String markup) {
        if (markup == null) {
            return "";
        }
        String text = cut(markup); // before any pattern looks at it
        if (text.indexOf('<') >= 0) {
            text = shown(text);
            text = BLOCK_TAG.matcher(text).replaceAll(" ");
            text = TAG.matcher(text).replaceAll("");
        }
        if (text.indexOf('&') >= 0) {
            text = Parser.unescapeEntities(text, false);
        }
        return fold(text);
    }

    /** Without comments, scripts and style sheets. An end that does not come is looked for once, however many wait for it. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Set<Pattern> missing = new HashSet<>();
        Matcher beginning = UNSHOWN.matcher(text);
        int copied = 0;
        for (int from = 0; beginning.find(from); ) {
            Pattern ending = beginning.group(1) != null
                    ? COMMENT_END
                    : beginning.group(2).length() == "style".length() ? STYLE_END : SCRIPT_END;
            Matcher end = ending.matcher(text);
            from = beginning.end();
            if (!missing.contains(ending) && end.find(from)) {
                shown.append(text, copied, beginning.start()).append(' ');
                copied = end.end();
                from = copied;
            } else {
                missing.add(ending);
            }
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** Text that is HTML, as Atom's is when it says so: what a browser would show of it. */
    static String rendered(@Nullable String markup) {
        if (markup == null || markup.indexOf('<') < 0) {
            return plain(markup);
        }
        return fold(Jsoup.parseBodyFragment(markup).text());
    }

    /** White space folded, ends stripped, what can't be shown left out, and what nobody wrote to be read cut off. */
    static String fold(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String folded = cut(SPACE.matcher(text).replaceAll(" ").strip()).stripTrailing();
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isISOControl(folded.charAt(i))) {
                return folded.chars()
                        .filter(c -> !Character.isISOControl(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return folded;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Null for what has nothing to show. */
    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Plain text as an HTML fragment; line ends are kept as they are. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The first words of a post, for one without a title; empty when it has no words. */
    static String firstWords(@Nullable String markup) {
        if (markup == null) {
            return "";
        }
        String head = markup.length() > 4000 ? markup.substring(0, 4000) : markup;
        String text = fold(Jsoup.parseBodyFragment(head).text());
        if (text.length() <= FIRST_WORDS) {
            return text;
        }
        int cut = text.lastIndexOf(' ', FIRST_WORDS);
        cut = cut < FIRST_WORDS / 2
                ? text.offsetByCodePoints(0, Math.min(FIRST_WORDS, text.codePointCount(0, text.length())))
                : cut;
        return text.substring(0, cut) + "…";
    }

    /** A BCP 47 tag, as far as its form goes; null for anything else. */
    static @Nullable String language(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String tag = text.strip().replace('_', '-');
        return LANGUAGE.matcher(tag).matches() && !tag.toLowerCase(Locale.ROOT).startsWith("unknown") ? tag : null;
    }
}
