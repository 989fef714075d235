package community.orrery.likeness;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** When two titles say the same. */
public final class Titles {

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** "Jane Doe: A title", "Team blog | A title": what aggregates put before or after the author's own title. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s*(?::|\\s[-–—|»]\\s)\\s*");

    private static final int WORDS_OF_A_PART = 3;

    private Titles() {}

    /** The title's letters and digits: without case, accents of compatibility, punctuation. Empty when it has none. */
    public static String key(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_WORD.matcher(plain).replaceAll(" ").strip();
    }

    /** The key of the whole title and, where something stands before or after a separator, of each longer part. */
    public static Set<String> keys(String title) {
        Set<String> keys = new LinkedHashSet<>();
        String whole = key(title);
        if (!whole.isEmpty()) {
            keys.add(whole);
        }
        var separator = SEPARATOR.matcher(title);
        if (separator.find()) {
            addPart(keys, title.substring(separator.end()));
            int end = separator.start();
            while (separator.find()) {
                end = separator.start();
            }
            addPart(keys, title.substring(0, end));
        }
        return keys;
    }

    /** Whether the titles are equal, or one is the other with a name before or after it. */
    public static boolean agree(String one, String other) {
        String a = key(one);
        String b = key(other);
        return !a.isEmpty()
                && !b.isEmpty()
                && (a.equals(b) || keys(one).contains(b) || keys(other).contains(a));
    }

    private static void addPart(Set<String> keys, String part) {
        String key = key(part);
        if (key.split(" ").length >= WORDS_OF_A_PART) {
            keys.add(key);
        }
    }
}
