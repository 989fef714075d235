package community.orrery.archive;

import community.orrery.feed.Entry;
import java.net.URI;

/**
 * A post as its author published it, to be cleaned for a page.
 *
 * @param key the post's
 * @param entry the raw entry
 * @param feed the feed it was last read from, which some generators make in-page links relative to
 * @param usesMaths a post of that feed, this one or another, shows that its blog typesets TeX
 */
public record Manuscript(long key, Entry entry, URI feed, boolean usesMaths) {}
