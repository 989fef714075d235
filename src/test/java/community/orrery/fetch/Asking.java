package community.orrery.fetch;

import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.feed.Validators;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** What the tests of this room ask with: short times, no pause, a clock that stands still. */
final class Asking {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final String ATOM = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Racks</title></feed>";

    private Asking() {}

    static Settings settings(Duration pause, Duration call, long maxBytes) {
        return settings(pause, Duration.ofSeconds(5), call, maxBytes);
    }

    static Settings settings(Duration pause, Duration connect, Duration call, long maxBytes) {
        Settings usual = Settings.DEFAULT;
        return new Settings(
                usual.postsPerPage(),
                usual.feedPosts(),
                usual.newcomerPosts(),
                usual.schedule(),
                usual.minInterval(),
                usual.requests(),
                usual.requestsPerHost(),
                pause,
                connect,
                call,
                maxBytes,
                usual.timezone(),
                usual.hub(),
                usual.theme(),
                usual.caretaker());
    }

    /** For servers that behave: generous with time, on a busy machine. */
    static Settings settings() {
        return settings(Duration.ZERO, Duration.ofSeconds(20), 64 * 1024);
    }

    static Fetcher fetcher(Settings settings, Reach reach, OkHttpClient base) {
        return new Fetcher(
                settings,
                URI.create("https://planet.example/"),
                reach,
                Path.of("."),
                Clock.fixed(NOW, ZoneOffset.UTC),
                base);
    }

    static Fetcher fetcher() {
        return fetcher(settings(), Reach.ANYWHERE, offline());
    }

    /** Asks no name server: knows localhost, and no other name. */
    static OkHttpClient offline() {
        return new OkHttpClient.Builder()
                .dns(host -> {
                    if (host.equals("localhost")) {
                        return List.of(InetAddress.getLoopbackAddress());
                    }
                    throw new UnknownHostException(host);
                })
                .build();
    }

    static FeedRequest first(URI address) {
        return FeedRequest.first(new Subscription(address, 12));
    }

    static FeedRequest first(HttpUrl address) {
        return first(address.uri());
    }

    /** The next request after a good feed. */
    static FeedRequest after(HttpUrl listed, FetchOutcome outcome) {
        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) outcome;
        return new FeedRequest(
                new Subscription(listed.uri(), 12),
                fetched.movedTo(),
                fetched.validators(),
                fetched.representation().uri());
    }

    static FeedRequest remembering(HttpUrl listed, @Nullable HttpUrl movedTo) {
        return new FeedRequest(
                new Subscription(listed.uri(), 12), movedTo == null ? null : movedTo.uri(), Validators.NONE, null);
    }

    static MockResponse feed() {
        return response(200, ATOM)
                .newBuilder()
                .setHeader("Content-Type", "application/atom+xml")
                .build();
    }

    static MockResponse response(int status, String body) {
        return new MockResponse.Builder().code(status).body(body).build();
    }

    static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeaderLenient("Location", location)
                .build();
    }
}
