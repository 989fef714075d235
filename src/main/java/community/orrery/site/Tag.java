package community.orrery.site;

import community.orrery.feed.Category;
import community.orrery.likeness.Letters;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A tag as readers follow it: "Open Source", "open-source" and "open_source" are one.
 *
 * @param slug names its page; the same spelling always gives the same slug, whatever other tags there are
 * @param name as its author spells it
 */
record Tag(String slug, String name) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");
    private static final Pattern UNFIT = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 60;

    static Tag of(Category category) {
        String name = category.name().strip();
        String key = SEPARATORS
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String folded = Letters.unmarked(key);
        String slug = UNFIT.matcher(folded).replaceAll("-").replaceAll("^-|-$", "");
        if (slug.equals(key.replace(' ', '-')) && slug.length() <= LONGEST) {
            return new Tag(slug, name);
        }
        // "C", "C++" and "C#", or two tags in Chinese, must not share a page.
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        String label = slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
        return new Tag((label.isEmpty() ? "tag" : label) + "-" + Long.toString(crc.getValue(), 36), name);
    }

    String path() {
        return "tags/" + slug + ".html";
    }
}
