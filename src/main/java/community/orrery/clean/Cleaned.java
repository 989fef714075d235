package community.orrery.clean;

import community.orrery.feed.KeptHtml;

/**
 * What one pass over a text yields.
 *
 * @param html to be kept, and made into a {@link SafeHtml} for each place where it is shown
 * @param text all its words as plain text, white space folded: for comparing and searching
 * @param excerpt plain text for lists, ends at a word, without headings, code or captions; short texts whole
 * @param words in the text
 * @param showsMaths the text itself shows that its blog typesets TeX: see {@link Origin#usesMaths}
 */
public record Cleaned(KeptHtml html, String text, String excerpt, int words, boolean showsMaths) {}
