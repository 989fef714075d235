package community.orrery.fetch;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What one server sent to one GET.
 *
 * @param certificate the server's; null where it has none
 * @param body whole for a success, its beginning for an error, empty for the rest
 */
record Answer(HttpUrl url, int status, Headers headers, @Nullable X509Certificate certificate, Body body)
        implements AutoCloseable {

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    boolean ok() {
        return status == 200 || status == 203;
    }

    boolean redirects() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /**
     * The moment before which the server does not want to be asked: Retry-After on 429 and 503.
     *
     * @param received when the answer arrived
     * @return empty when it names none
     */
    Optional<Instant> retryAfter(Instant received) {
        return status == 429 || status == 503 ? Freshness.retryAfter(headers, received) : Optional.empty();
    }

    boolean isPage() {
        return Sniff.isHtml(body.beginning(), header("Content-Type"));
    }

    @Override
    public void close() {
        body.close();
    }
}
