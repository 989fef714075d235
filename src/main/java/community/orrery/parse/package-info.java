/**
 * Bytes to entries: what a feed says, as published. It asks nobody and keeps nothing; what it returns is still untrusted.
 * ROME, Jackson and jsoup stop here.
 */
@NullMarked
package community.orrery.parse;

import org.jspecify.annotations.NullMarked;
