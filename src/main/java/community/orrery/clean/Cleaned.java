package community.orrery.clean;

/**
 * What one pass over a text yields.
 *
 * @param html for the post's page and the feeds
 * @param text all its words as plain text, white space folded: for comparing and searching
 * @param excerpt plain text for lists, ends at a word; short texts whole
 * @param words in the text
 */
public record Cleaned(SafeHtml html, String text, String excerpt, int words) {}
