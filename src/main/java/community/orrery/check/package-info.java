/**
 * Is a feed fit for a planet? What came of asking for it, as findings in words, each with the remedy on the platform that
 * publishes it. Pure: it asks no server and judges nobody; a person decides.
 */
@NullMarked
package community.orrery.check;

import org.jspecify.annotations.NullMarked;
