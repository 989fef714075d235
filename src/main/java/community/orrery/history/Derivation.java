package community.orrery.history;

import community.orrery.feed.KeptHtml;

/**
 * What cleaning made of an entry's text.
 *
 * @param policy the cleaner's policy version
 * @param text all its words as plain text, white space folded
 * @param excerpt plain text for lists
 * @param words in the text
 * @param typesetting on whose word it was read as it was
 * @param html the text itself, for pages and feeds
 */
public record Derivation(int policy, String text, String excerpt, int words, Typesetting typesetting, KeptHtml html) {}
