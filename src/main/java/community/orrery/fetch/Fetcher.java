package community.orrery.fetch;

import community.orrery.feed.Settings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks for feeds, politely and within bounds. Made once for a run and shared by its threads: call {@link #fetch} from as
 * many as may wait at once. A server that asks for rest is asked for no other feed for as long. Closing the fetcher
 * breaks off what is under way.
 */
public final class Fetcher implements AutoCloseable {

    static final String PRODUCT = "Orrery/1.0";

    private final OkHttpClient client;
    private final HostGate gate;
    private final Rests rests;
    private final Settings settings;
    private final HeldBytes held;
    private final FeedFile files;
    private final Clock clock;
    private volatile boolean closed;

    /**
     * @param planetLink the site's public address, told to every server that is asked
     * @param folder of the list; feeds that are files are read below it
     */
    public Fetcher(Settings settings, @Nullable URI planetLink, Reach reach, Path folder, Clock clock) {
        this(settings, planetLink, reach, folder, clock, new OkHttpClient());
    }

    /** @param base what a test brings of its own: whom to trust, where names lead */
    Fetcher(Settings settings, @Nullable URI planetLink, Reach reach, Path folder, Clock clock, OkHttpClient base) {
        this.settings = settings;
        this.clock = clock;
        this.files = new FeedFile(folder, settings.maxBytes());
        this.held = new HeldBytes(settings.maxBytes());
        this.gate = new HostGate(settings.requestsPerHost(), settings.requests(), settings.hostPause());
        this.rests = new Rests(clock);
        this.client = base.newBuilder()
                .socketFactory(new GuardedSocketFactory(reach))
                .proxy(Proxy.NO_PROXY) // the guard would see only the proxy's address
                .connectionPool(new ConnectionPool())
                .followRedirects(false) // each step is checked and remembered by Trail
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.callTimeout())
                .writeTimeout(settings.callTimeout())
                .addInterceptor(named(userAgent(planetLink)))
                .addNetworkInterceptor(new Once())
                .build();
    }

    /** What is done with an outcome while its body may be in memory. */
    public interface Taker<T> {
        T take(FetchOutcome outcome) throws InterruptedException;
    }

    /**
     * Asks once, with what redirects and, where a page came, its feed's address ask for besides. A long body is in memory
     * only while it is being taken, and waits before that until others are done: hold on to nothing of it.
     *
     * @throws InterruptedException when this thread was interrupted or the fetcher closed: nothing is known of the feed
     */
    public <T> T fetch(FeedRequest request, Taker<T> taker) throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
        return request.feed().isFile() ? taker.take(files.read(request)) : ask(request, taker);
    }

    /** The same for who asks for few feeds and keeps what comes. */
    public FetchOutcome fetch(FeedRequest request) throws InterruptedException {
        return fetch(request, outcome -> outcome);
    }

    /**
     * Tells a WebSub hub which feeds changed, so that it passes them on to their subscribers. As polite, bounded and guarded as
     * asking for a feed; a redirect is not followed.
     *
     * @param feeds each by the address that it gives as its own
     * @return what went wrong, to be read after the hub's name; empty when the hub took the news
     * @throws InterruptedException when this thread was interrupted or the fetcher closed
     */
    public Optional<String> announce(URI hub, List<String> feeds) throws InterruptedException {
        HttpUrl address = HttpUrl.parse(hub.toString());
        if (closed) {
            throw new InterruptedException("closed");
        }
        try {
            if (address == null) {
                return Optional.of("is no http or https address of a host");
            }
            return new Hub(client, gate, settings.callTimeout()).tell(address, feeds);
        } catch (IOException e) {
            if (closed) {
                throw new InterruptedException("closed");
            }
            return Optional.of(Trouble.of(e, Duration.ZERO).happened());
        }
    }

    private <T> T ask(FeedRequest request, Taker<T> taker) throws InterruptedException {
        Visit visit = new Visit(client, gate, rests, request, settings.callTimeout(), settings.maxBytes());
        try (Arrival arrival = Arrival.after(visit, Trail.from(request))) {
            Instant received = clock.instant();
            try (HeldBytes.Share unused = held.hold(arrival.answer().body().waiting())) {
                return taker.take(arrival.verdict(request, received, visit.elapsed()));
            }
        } catch (AtRest e) {
            return taker.take(e.outcome());
        } catch (IOException e) {
            if (closed) {
                throw new InterruptedException("closed");
            }
            return taker.take(Trouble.of(e, visit.elapsed()));
        }
    }

    private static String userAgent(@Nullable URI planetLink) {
        return planetLink == null ? PRODUCT : PRODUCT + " (+" + planetLink.toASCIIString() + ")";
    }

    /** Sees every request last of all: who waited for a turn while the fetcher was closed goes no further. */
    private Interceptor named(String userAgent) {
        return chain -> {
            if (closed) {
                throw new InterruptedIOException("closed");
            }
            return chain.proceed(
                    chain.request().newBuilder().header("User-Agent", userAgent).build());
        };
    }

    @Override
    public void close() {
        closed = true;
        client.dispatcher().runningCalls().forEach(Call::cancel);
        client.connectionPool().evictAll();
    }
}
