package community.orrery.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an allowed attribute may say. Addresses, ids and classes are judged elsewhere. */
final class AttributeValue {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,8}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern DATETIME = Pattern.compile("[0-9TZPWYMDHS:.+ -]{1,64}");
    private static final Pattern MATHS = Pattern.compile("[A-Za-z0-9 .%+-]{1,60}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*([+-]?[0-9]{1,9})(?:\\.[0-9]*)?(?:px)?\\s*");
    private static final Pattern ORDINAL = Pattern.compile("[1aAiI]");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");
    private static final Set<String> SCOPES = Set.of("row", "col", "rowgroup", "colgroup");
    private static final Set<String> TRACK_KINDS = Set.of("subtitles", "captions", "descriptions", "chapters");
    private static final int LARGEST_IMAGE = 10_000;
    private static final int LARGEST_SPAN = 1_000;

    private AttributeValue() {}

    /** @return what to write, or null when the attribute goes */
    static @Nullable String check(String name, String value) {
        switch (name) {
            case "lang", "srclang":
                return language(value.strip());
            case "dir":
                return among(DIRECTIONS, value);
            case "scope":
                return among(SCOPES, value);
            case "kind":
                return among(TRACK_KINDS, value);
            case "role":
                return among(Policy.ROLES, value);
            case "datetime":
                return matching(DATETIME, value.strip());
            case "type":
                return matching(ORDINAL, value.strip());
            case "width", "height":
                return number(value, 1, LARGEST_IMAGE);
            case "colspan", "rowspan", "span":
                return number(value, 1, LARGEST_SPAN);
            case "start", "value":
                return number(value, -1_000_000, 1_000_000);
            case "open", "reversed", "loop", "muted":
                return "";
            default:
                return value;
        }
    }

    /** Of MathML: lengths, keywords and flags; nothing that could be an address. */
    static @Nullable String maths(String value) {
        return matching(MATHS, value);
    }

    /** A whole number in bounds; a fraction and a unit of pixels are forgiven. Null when it is something else. */
    static @Nullable String number(String value, int least, int most) {
        if (value.isEmpty()) {
            return null; // as most often
        }
        String digits = value;
        if (!isDigits(value)) {
            var matcher = WHOLE_NUMBER.matcher(value);
            if (!matcher.matches()) {
                return null;
            }
            digits = matcher.group(1);
        }
        int number = Integer.parseInt(digits);
        return number < least || number > most ? null : Integer.toString(number);
    }

    private static boolean isDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() < 10;
    }

    /** A tag of BCP 47 whose first part is a language, as far as two letters tell. */
    private static @Nullable String language(String tag) {
        int end = tag.indexOf('-');
        String first = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
        boolean known = first.length() == 2 ? LANGUAGES.contains(first) : first.length() == 3;
        return known ? matching(LANGUAGE, tag) : null;
    }

    private static @Nullable String matching(Pattern pattern, String value) {
        return pattern.matcher(value).matches() ? value : null;
    }

    private static @Nullable String among(Set<String> allowed, String value) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return allowed.contains(lower) ? lower : null;
    }
}
