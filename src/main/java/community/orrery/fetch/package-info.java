/**
 * One polite conditional GET, the reading of one file, or a word to the planet's WebSub hub. Whatever a server does comes back as a
 * {@link community.orrery.fetch.FetchOutcome}, never as an exception. This room keeps nothing between runs, does not look
 * into a feed beyond telling it from a web page, and opens no connection to an address that {@link
 * community.orrery.fetch.Reach} does not allow. OkHttp stops here.
 */
@NullMarked
package community.orrery.fetch;

import org.jspecify.annotations.NullMarked;
