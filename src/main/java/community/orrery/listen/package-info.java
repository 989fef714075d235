/**
 * ⚡ How every server of ours listens: who is answered at all, what HTTP asks of any answer (RFC 9110: HEAD, conditions, ranges),
 * and how long a slow client is waited for. It knows no path and no file. The JDK's HTTP server stops here.
 */
@NullMarked
package community.orrery.listen;

import org.jspecify.annotations.NullMarked;
