/**
 * One run, from list to site, and when a feed is next due. {@link community.orrery.crawl.Crawl} reads like the list of its
 * steps; each step is another room's. It opens no connection, statement or file itself and asks a given clock for the time.
 */
@NullMarked
package community.orrery.crawl;

import org.jspecify.annotations.NullMarked;
