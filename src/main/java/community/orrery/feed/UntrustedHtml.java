package community.orrery.feed;

import java.net.URI;

/**
 * Markup as a stranger wrote it. It goes nowhere but into the cleaner and the archive; pages and feeds do not accept it.
 *
 * @param markup an HTML fragment; plain text has been escaped on the way in
 * @param base what its relative links are relative to: the nearest xml:base, else the entry's link, the site's link, the
 *     feed's own address
 */
public record UntrustedHtml(String markup, URI base) {}
