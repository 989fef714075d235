/**
 * One run of the planet, and when each feed is next due. It decides what happens in which order; how anything is done is
 * another room's affair, so nothing here knows HTTP, XML or SQL.
 */
@NullMarked
package community.orrery.crawl;

import org.jspecify.annotations.NullMarked;
