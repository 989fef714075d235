package community.orrery.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a web page from a feed by its bytes; what the server calls it decides only when they don't. */
final class Sniff {

    private static final int ENOUGH = 16 * 1024;

    /** The first element, or declaration, that only one of the two has. Groups: feed, page. */
    private static final Pattern MARK = Pattern.compile(
            "<(?:(?<feed>rss|feed|atom:feed|rdf:rdf|channel)|(?<page>!doctype\\s+html|html|head|title|body|meta))[\\s>/]");

    /** A byte order mark in UTF-8 or UTF-16, as Latin-1 shows it in lower case. */
    private static final Pattern ORDER_MARK = Pattern.compile("^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)");

    private Sniff() {}

    static boolean isHtml(byte[] body, @Nullable String contentType) {
        String beginning = beginning(body);
        if (ORDER_MARK.matcher(beginning).replaceFirst("").stripLeading().startsWith("{")) {
            return false;
        }
        Matcher mark = MARK.matcher(beginning);
        if (mark.find()) {
            return mark.group("page") != null;
        }
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html");
    }

    /** The first characters in lower case; comments left out, since they may hold anything. UTF-16 loses its zero bytes. */
    static String beginning(byte[] body) {
        return new String(body, 0, Math.min(body.length, ENOUGH), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceAll("<!--(?s:.*?)-->", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
