package community.orrery.feed;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed as its author published it.
 *
 * @param content the richest text the entry gives
 * @param summary its shorter text, where it gives both
 */
public record Entry(EntryId id, Metadata metadata, @Nullable UntrustedHtml content, @Nullable UntrustedHtml summary) {}
