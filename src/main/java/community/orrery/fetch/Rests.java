package community.orrery.fetch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okhttp3.HttpUrl;

/**
 * Which servers asked for rest since the fetcher was made, so that the other feeds of a blog platform do not press it further.
 * A server is a host and a port: what answers at one port does not speak for its neighbours.
 */
final class Rests {

    private final Clock clock;

    /** {@link Instant#MAX} where no moment was named. */
    private final ConcurrentMap<String, Instant> servers = new ConcurrentHashMap<>();

    Rests(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes in what an answer asks for. A 429 without Retry-After names no moment, but it says of all our requests that they
     * are too many, and to go on with them for the rest of the run would prove it right. A 503 without one may well be the
     * fault of a single blog.
     */
    void heed(Answer answer) {
        Optional<Instant> named = answer.retryAfter(clock.instant());
        if (named.isPresent() || answer.status() == 429) {
            servers.merge(
                    server(answer.url()), named.orElse(Instant.MAX), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    boolean isAtRest(HttpUrl url) {
        Instant until = servers.get(server(url));
        return until != null && until.isAfter(clock.instant());
    }

    /** @throws AtRest when the server is to be left alone now */
    void check(HttpUrl url) throws AtRest {
        Instant until = servers.get(server(url));
        if (until != null && until.isAfter(clock.instant())) {
            String port = url.port() == HttpUrl.defaultPort(url.scheme()) ? "" : ":" + url.port();
            throw new AtRest(url.host() + port, until.equals(Instant.MAX) ? null : until);
        }
    }

    private static String server(HttpUrl url) {
        return url.host() + ":" + url.port();
    }
}
