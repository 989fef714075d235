package community.orrery.history;

import community.orrery.feed.EntryId;
import community.orrery.likeness.Digest;
import community.orrery.likeness.Letters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last part of a post's address, given once. Lower-case ASCII letters, digits and hyphens, so that it is the same file
 * on every file system; never a name that Windows keeps for its devices.
 */
final class Slugs {

    private static final int LONGEST = 60;
    private static final int HASH = 6;

    private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ]");
    private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|com\\d|lpt\\d|index");

    /** What a title says with a sign. */
    private static final Map<String, String> SIGNS = Map.of("å", "a", "ŋ", "ng", "&", " and ", "+", " plus ", "µ", "u");

    private final Set<String> taken;

    /** @param taken the member's slugs so far */
    Slugs(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /**
     * @param published its author's date, for a title that has no letters in our alphabet; null when undated
     */
    String give(String title, @Nullable Instant published, EntryId id) {
        String hash = Digest.of(id.value()).substring(0, HASH);
        String folded = fold(title);
        String slug = cut(folded, LONGEST);
        if (folded.isEmpty() || letters(folded) * 2 < letters(title)) {
            slug = published == null
                    ? "post-" + hash
                    : published.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }
        if (RESERVED.matcher(slug).matches()) {
            slug = slug + "-post";
        }
        String free = slug;
        for (int tried = 0; !taken.add(free); tried++) {
            String salt = tried == 0 ? hash : Digest.of(id.value(), tried).substring(0, HASH);
            free = cut(slug, LONGEST - HASH - 1) + "-" + salt;
        }
        return free;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static String fold(String title) {
        String folded = title.toLowerCase(Locale.ROOT);
        folded = APOSTROPHE.matcher(folded).replaceAll("");
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            folded = folded.replace(sign.getKey(), sign.getValue());
        }
        String plain = Letters.unmarked(Letters.spelt(folded)).toLowerCase(Locale.ROOT);
        String slug = NOT_SLUG.matcher(plain).replaceAll("-");
        return strip(slug);
    }

    /** Cuts at a hyphen where one is near. */
    private static String cut(String slug, int most) {
        if (slug.length() <= most) {
            return slug;
        }
        int hyphen = slug.lastIndexOf('-', most);
        return strip(slug.substring(0, hyphen > most / 2 ? hyphen : most));
    }

    private static String strip(String slug) {
        int from = slug.startsWith("-") ? 1 : 0;
        int to = slug.endsWith("-") && slug.length() > from ? slug.length() - 1 : slug.length();
        return slug.substring(from, to);
    }
}
