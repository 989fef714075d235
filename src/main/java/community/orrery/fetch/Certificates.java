package community.orrery.fetch;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Handshake;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What a server's certificate says of its own end, while it still holds: an expired one is refused. */
final class Certificates {

    /** A blogger has as long to mend it, at most. */
    private static final Duration SOON = Duration.ofDays(14);

    /** Certificates are renewed when a third or half of their time is left: what comes below this part was not. */
    private static final int PART = 9;

    private Certificates() {}

    /** The server's own; null without TLS. */
    static @Nullable X509Certificate of(Response response) {
        Handshake handshake = response.handshake();
        return handshake == null
                        || handshake.peerCertificates().isEmpty()
                        || !(handshake.peerCertificates().get(0) instanceof X509Certificate own)
                ? null
                : own;
    }

    /** When it ends, if that is soon for one of its length; else null. */
    static @Nullable Instant endingSoon(@Nullable X509Certificate certificate, Instant now) {
        if (certificate == null) {
            return null;
        }
        Instant end = certificate.getNotAfter().toInstant();
        Duration part =
                Duration.between(certificate.getNotBefore().toInstant(), end).dividedBy(PART);
        return Duration.between(now, end).compareTo(part.compareTo(SOON) < 0 ? part : SOON) < 0 ? end : null;
    }
}
