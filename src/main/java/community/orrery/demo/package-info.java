/**
 * ⚡ The sample community: ten invented blogs and the loopback server that publishes them, so that the whole planet can be
 * seen, and tested, without a network. It knows nothing of crawling, parsing or publishing: what it serves is met by the
 * same code as anybody's feed. The JDK's HTTP server stops here.
 */
@NullMarked
package community.orrery.demo;

import org.jspecify.annotations.NullMarked;
