package community.orrery.clean;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a text yields.
 *
 * @param html for the post's page and the feeds
 * @param text all its words as plain text, white space folded: for comparing and searching
 * @param excerpt plain text for lists, ends at a word, without headings, code or captions; short texts whole
 * @param words in the text
 * @param leadImage the first picture that is more than an icon, http(s), for social cards; null when there is none
 * @param showsMaths the text itself shows that its blog typesets TeX: see {@link Origin#usesMaths}
 */
public record Cleaned(
        SafeHtml html, String text, String excerpt, int words, @Nullable URI leadImage, boolean showsMaths) {}
