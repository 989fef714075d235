/**
 * Whole runs, measured: the real command line as a process of its own, over a made-up community on loopback addresses, beside
 * the least that any program must do. Asks nothing outside this machine. Linux only, for its measures are {@code /proc}'s.
 */
@NullMarked
package community.orrery.bench;

import org.jspecify.annotations.NullMarked;
