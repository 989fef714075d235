package community.orrery.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entities that a document declares for itself. Only plain values of a few characters are taken, one is never put into
 * another, and there is a limit to how many are put in: nothing grows, and nothing is fetched.
 */
final class Entities {

    private static final int MOST = 5_000;
    private static final Pattern DOCTYPE = Pattern.compile(
            "<!DOCTYPE\\s[^\\[>]*+(\\[(?:[^\\]\"']|\"[^\"]*+\"|'[^']*+')*+\\]\\s*+)?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile(
            "<!ENTITY\\s+([\\w.-]{1,40})\\s+(?:\"([^\"&%<]{0,40}|&#\\w{1,8};)\"|'([^'&%<]{0,40}|&#\\w{1,8};)')\\s*>");
    private static final Pattern REFERENCE = Pattern.compile("&([A-Za-z_][\\w.-]{0,39});");

    private Entities() {}

    /** The text with its own entities put in and its document type taken out; null when it declares none. */
    static @Nullable String expanded(String text) {
        Matcher doctype = DOCTYPE.matcher(text);
        if (!text.regionMatches(true, 0, "<", 0, 1) || !doctype.find() || doctype.group(1) == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        Matcher declared = ENTITY.matcher(doctype.group(1));
        while (declared.find() && values.size() < 500) {
            values.putIfAbsent(declared.group(1), declared.group(2) == null ? declared.group(3) : declared.group(2));
        }
        if (values.isEmpty()) {
            return null;
        }
        StringBuilder expanded = new StringBuilder(text.substring(0, doctype.start()));
        Matcher reference = REFERENCE.matcher(text).region(doctype.end(), text.length());
        int from = doctype.end();
        for (int i = 0; i < MOST && reference.find(); i++) {
            String value = values.get(reference.group(1));
            if (value != null) {
                expanded.append(text, from, reference.start()).append(value);
                from = reference.end();
            }
        }
        return expanded.append(text, from, text.length()).toString();
    }
}
