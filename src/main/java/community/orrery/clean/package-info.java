/**
 * Untrusted to safe HTML. Only this package makes a {@link community.orrery.clean.SafeHtml}; it builds new from parts it
 * allows and never subtracts from what it was given. jsoup stops here.
 */
@NullMarked
package community.orrery.clean;

import org.jspecify.annotations.NullMarked;
