package community.orrery.site;

import org.jspecify.annotations.Nullable;

/** Plain text in HTML, and the little HTML that feeds need beside a post's own. */
final class Html {

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** As a page prints it: also between single quotes it stays text. Most texts hold nothing to escape, and stay themselves. */
    static String onPage(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (standIn(text.charAt(at)) != null) {
                return onPage(text, at);
            }
        }
        return text;
    }

    private static String onPage(String text, int first) {
        StringBuilder escaped = new StringBuilder(text.length() + 32).append(text, 0, first);
        for (int at = first; at < text.length(); at++) {
            char c = text.charAt(at);
            String standIn = standIn(c);
            if (standIn == null) {
                escaped.append(c);
            } else {
                escaped.append(standIn);
            }
        }
        return escaped.toString();
    }

    private static @Nullable String standIn(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }

    static String link(String href, String text) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }
}
