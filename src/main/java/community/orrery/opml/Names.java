package community.orrery.opml;

import community.orrery.likeness.Letters;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids made from names, and names that were probably meant. An id is a safe file name on every system. */
final class Names {

    static final int MAX_ID = 60;

    /** What an id may look like, for messages. */
    static final String RULE = "small letters a to z, digits and single hyphens between them, at most " + MAX_ID;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    /** Names of devices on Windows, which no file can have. */
    private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|(?:com|lpt)[0-9]");

    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`´]");

    private Names() {}

    static boolean isId(String id) {
        return id.length() <= MAX_ID
                && ID.matcher(id).matches()
                && !RESERVED.matcher(id).matches();
    }

    /**
     * A name folded to an id: “Mark Nelson’s Blog” becomes mark-nelsons-blog. Empty when the name has no letter of the
     * Latin script and no digit.
     *
     * @param suffix put behind a name that Windows keeps for itself
     */
    static String slug(String name, String suffix) {
        String folded = APOSTROPHES
                .matcher(Letters.unmarked(name.toLowerCase(Locale.ROOT)))
                .replaceAll("");
        String slug = hyphenated(Letters.spelt(folded));
        if (slug.length() > MAX_ID) {
            int word = slug.lastIndexOf('-', MAX_ID);
            slug = hyphenated(slug.substring(0, word > MAX_ID / 2 ? word : MAX_ID));
        }
        return RESERVED.matcher(slug).matches() ? slug + "-" + suffix : slug;
    }

    /** Runs of other characters as one hyphen each, none at the ends. Without patterns: it is done for every member. */
    private static String hyphenated(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        boolean open = !out.isEmpty() && out.charAt(out.length() - 1) == '-';
        return out.substring(0, out.length() - (open ? 1 : 0));
    }

    /** “ Did you mean …?” with a space before, or nothing when no name is near. */
    static String didYouMean(String written, Collection<String> known) {
        return nearest(written, known)
                .map(name -> " Did you mean “" + name + "”?")
                .orElse("");
    }

    static Optional<String> nearest(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.length() > MAX_ID) {
            return Optional.empty();
        }
        record Candidate(String name, int distance) {}
        return known.stream()
                .map(name -> new Candidate(name, distance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(candidate ->
                        candidate.distance() <= 1 + candidate.name().length() / 4)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** Letters to insert, drop or change to make one of the other (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j - 1], previous[j]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
