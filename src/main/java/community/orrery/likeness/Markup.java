package community.orrery.likeness;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays of markup when everything goes that changes without its author: white space (but how code is indented),
 * comments, wrapping elements, classes and ids, signatures in image addresses, tracking parameters, counts of comments. Two
 * renderings of one text are equal here; a changed word, link, picture or heading is not.
 */
public final class Markup {

    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(href|src|alt|data-src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE = Pattern.compile("\\blanguage-[\\w+#-]+");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w{2,8}));");
    private static final Set<String> WRAPPERS =
            Set.of("div", "span", "section", "article", "p", "br", "wbr", "font", "center", "main", "html", "body");
    /** Tags that go and end no line. */
    private static final Set<String> INLINE = Set.of("span", "/span", "wbr", "font", "/font");

    private Markup() {}

    /** The markup's essence, for comparing; not markup itself. */
    public static String essence(String markup) {
        return new Scan(markup).essence();
    }

    /** One pass over the markup, forward only: a stranger wrote it, so that no text may cost more than its length. */
    private static final class Scan {
        private final String markup;
        private final StringBuilder essence;
        private final StringBuilder text = new StringBuilder();
        private int at;
        private boolean quotesPair = true;
        private boolean preformatted;

        Scan(String markup) {
            this.markup = markup;
            essence = new StringBuilder(markup.length());
        }

        String essence() {
            while (at < markup.length()) {
                int tag = markup.indexOf('<', at);
                int end = tag < 0 ? markup.length() : tag;
                text.append(markup, at, end);
                at = end;
                if (tag >= 0) {
                    tag();
                }
            }
            flush();
            return essence.toString();
        }

        private void tag() {
            if (markup.startsWith("<!--", at)) {
                at = after("-->");
            } else if (markup.startsWith("<!", at) || markup.startsWith("<?", at)) {
                at = after(">");
            } else {
                int name = at + (markup.startsWith("</", at) ? 2 : 1);
                int nameEnd = name;
                while (nameEnd < markup.length() && Character.isLetterOrDigit(markup.charAt(nameEnd))) {
                    nameEnd++;
                }
                if (nameEnd == name) {
                    text.append('<');
                    at++;
                    return;
                }
                int end = tagEnd(nameEnd);
                element(markup.substring(at + 1, nameEnd).toLowerCase(Locale.ROOT), markup.substring(nameEnd, end));
            }
        }

        private void element(String name, String attributes) {
            at = Math.min(markup.length(), at + 1 + name.length() + attributes.length() + 1);
            if (name.equals("script") || name.equals("style")) {
                skipTo("</" + name);
                return;
            }
            String kept = Markup.element(name, attributes);
            boolean ends = name.equals("/pre");
            if (kept.isEmpty() && !ends) {
                text.append(!preformatted ? " " : INLINE.contains(name) ? "" : "\n");
                return;
            }
            flush();
            essence.append(kept);
            preformatted = !ends && (preformatted || name.equals("pre"));
        }

        private void flush() {
            essence.append(preformatted ? indented(text) : flat(text));
            text.setLength(0);
        }

        /** Where the tag's ">" is. Quotes hide one; once they were found not to pair up, they no longer do. */
        private int tagEnd(int from) {
            char quote = 0;
            for (int i = from; quotesPair && i < markup.length(); i++) {
                char c = markup.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                } else if (c == '>') {
                    return i;
                }
            }
            quotesPair = false;
            int end = markup.indexOf('>', from);
            return end < 0 ? markup.length() : end;
        }

        private int after(String mark) {
            int found = markup.indexOf(mark, at);
            return found < 0 ? markup.length() : found + mark.length();
        }

        private void skipTo(String closing) {
            while (at < markup.length() && !markup.regionMatches(true, at, closing, 0, closing.length())) {
                int next = markup.indexOf('<', at + 1);
                at = next < 0 ? markup.length() : next;
            }
        }
    }

    private static String element(String name, String attributes) {
        StringBuilder kept = new StringBuilder();
        Matcher address = ADDRESS.matcher(attributes);
        while (address.find()) {
            String value = address.group(2) != null
                    ? address.group(2)
                    : address.group(3) != null ? address.group(3) : address.group(4);
            boolean link = name.equals("a") || name.equals("area"); // others load a style sheet or a drawing
            kept.append(' ').append(link ? Address.steadyLink(decoded(value)) : Address.steady(decoded(value)));
        }
        Matcher language = LANGUAGE.matcher(attributes);
        if (language.find()) {
            kept.append(' ').append(language.group());
        }
        boolean closing = name.startsWith("/");
        boolean wrapper = WRAPPERS.contains(closing ? name.substring(1) : name);
        return kept.isEmpty() && (wrapper || closing) ? "" : "<" + name + kept + ">";
    }

    /** Code, where white space before a line's first letter means something. */
    private static String indented(CharSequence text) {
        StringBuilder indented = new StringBuilder(text.length());
        decoded(text.toString()).lines().filter(line -> !line.isBlank()).forEach(line -> {
            int first = line.length() - line.stripLeading().length();
            indented.append('\n').append(line, 0, first).append(Words.essence(line.substring(first)));
        });
        return indented.toString();
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

        private static final boolean[] BEGINS_COUNT = beginsCount();

        private Words() {}

        /** In arrays, since every text of every new post goes through here, twice. */
        static String essence(String text) {
            char[] folded = text.toCharArray();
            int length = fold(folded);
            Matcher count = null;
            char[] essence = new char[length];
            int kept = 0;
            for (int at = 0; at < length; ) {
                char c = folded[at];
                if (c < 0x80 && BEGINS_COUNT[c] && isWordsBegin(folded, at)) {
                    if (count == null) {
                        count = COUNT.matcher(new String(folded, 0, length)).useTransparentBounds(true);
                    }
                    if (count.region(at, length).lookingAt()) {
                        at = count.end();
                        continue;
                    }
                }
                if (c != ' ') {
                    essence[kept++] = c;
                }
                at++;
            }
            return new String(essence, 0, kept);
        }

        /** Every run of white space, visible or not, as one space; returns how long the text is then. */
        private static int fold(char[] text) {
            int length = 0;
            boolean space = false;
            for (char c : text) {
                if (c <= ' ' ? c == ' ' || c >= '\t' && c <= '\r' : c >= 0x80 && isWideSpace(c)) {
                    if (!space) {
                        text[length++] = ' ';
                    }
                    space = true;
                } else {
                    text[length++] = c;
                    space = false;
                }
            }
            return length;
        }

        private static boolean isWideSpace(char c) {
            return Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
        }

        private static boolean isWordsBegin(char[] text, int at) {
            return at == 0 || text[at - 1] >= 0x80 || !Character.isLetterOrDigit(text[at - 1]);
        }

        /** What every count begins with, so that the pattern is seldom asked. */
        private static boolean[] beginsCount() {
            boolean[] begins = new boolean[0x80];
            for (char c : "0123456789nokeauNOKEAU".toCharArray()) {
                begins[c] = true;
            }
            return begins;
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
