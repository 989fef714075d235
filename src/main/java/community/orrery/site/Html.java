package community.orrery.site;

import community.orrery.clean.SafeHtml;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little HTML that feeds need beside a post's own. */
final class Html {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-zA-Z:-]+)=\"([^\"]*)\"");

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String link(String href, String text) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }

    /**
     * A post's text away from its page: ids that only our page needs are taken off, in-page links lead to the original's.
     *
     * @param idPrefix what the cleaner put before every id
     * @param original where in-page links lead; empty when unknown
     */
    static String forFeed(SafeHtml html, String idPrefix, String original) {
        String markup = html.markup();
        if (!markup.contains(idPrefix)) {
            return markup;
        }
        StringBuilder out = new StringBuilder(markup.length());
        int from = 0;
        for (int start = markup.indexOf('<'); start >= 0; start = markup.indexOf('<', from)) {
            int end = tagEnd(markup, start);
            out.append(markup, from, start).append(withoutIds(markup.substring(start, end), idPrefix, original));
            from = end;
        }
        return out.append(markup, from, markup.length()).toString();
    }

    /** Just after the tag that starts here; a quoted value may hold a ">". */
    private static int tagEnd(String markup, int start) {
        boolean quoted = false;
        for (int i = start; i < markup.length(); i++) {
            char c = markup.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '>' && !quoted) {
                return i + 1;
            }
        }
        return markup.length();
    }

    private static String withoutIds(String tag, String idPrefix, String original) {
        if (!tag.contains(idPrefix)) {
            return tag;
        }
        return ATTRIBUTE.matcher(tag).replaceAll(match -> {
            String value = match.group(2);
            if (value.startsWith("#" + idPrefix) && match.group(1).equals("href")) {
                String target = value.substring(idPrefix.length() + 1);
                return Matcher.quoteReplacement(" href=\"" + escape(original) + "#" + target + "\"");
            }
            return value.startsWith(idPrefix) ? "" : Matcher.quoteReplacement(match.group());
        });
    }
}
