/**
 * The clock of the scheduled mode: Quartz says when, and presses the same crawl that the command line runs once. It knows
 * nothing of feeds or archives. Quartz stops here.
 */
@NullMarked
package community.orrery.schedule;

import org.jspecify.annotations.NullMarked;
