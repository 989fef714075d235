/**
 * The list, {@code feeds.opml}: read with a position for every mistake, and edited without losing a comment or an
 * indent. It refuses to touch files and the network: bytes and text come in as arguments. It refuses DTDs and entities of
 * any but XML's own five. StAX stops here.
 */
@NullMarked
package community.orrery.opml;

import org.jspecify.annotations.NullMarked;
