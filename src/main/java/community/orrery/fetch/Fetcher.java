package community.orrery.fetch;

import community.orrery.feed.Settings;
import community.orrery.feed.Validators;
import community.orrery.parse.Autodiscovery;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Asks for feeds, politely and within bounds. Made once for a run and shared by its threads: call {@link #fetch} from as
 * many as may wait at once. Closing it breaks off what is under way.
 */
public final class Fetcher implements AutoCloseable {

    static final String PRODUCT = "Orrery/1.0";

    private final OkHttpClient client;
    private final HostGate gate;
    private final Settings settings;
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
        this.gate = new HostGate(settings.requestsPerHost(), settings.requests(), settings.hostPause());
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

    /**
     * Asks once, with what redirects and, where a page came, its feed's address ask for besides.
     *
     * @throws InterruptedException when this thread was interrupted or the fetcher closed: nothing is known of the feed
     */
    public FetchOutcome fetch(FeedRequest request) throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
        return request.feed().isFile() ? files.read(request) : ask(request);
    }

    private FetchOutcome ask(FeedRequest request) throws InterruptedException {
        Visit visit = new Visit(client, gate, request, settings.callTimeout(), settings.maxBytes());
        try {
            Trail trail = Trail.from(request);
            Answer answer = visit.get(trail.at());
            while (true) {
                if (answer.redirects()) {
                    trail = trail.redirected(answer.status(), answer.header("Location"));
                } else {
                    Optional<URI> feed = trail.page() ? Optional.empty() : feedOf(answer);
                    if (feed.isEmpty()) {
                        boolean asked = !request.validatorsOf(trail.at().uri()).equals(Validators.NONE);
                        return Verdict.of(answer, trail, asked, clock.instant(), visit.elapsed());
                    }
                    trail = trail.discovered(feed.get());
                }
                answer = visit.get(trail.at());
            }
        } catch (IOException e) {
            if (closed) {
                throw new InterruptedException("closed");
            }
            return Trouble.of(e, visit.elapsed());
        }
    }

    /** The feed that a web page in a feed's place names. */
    private static Optional<URI> feedOf(Answer answer) {
        return answer.ok() && answer.isPage()
                ? Autodiscovery.find(answer.body(), answer.url().uri()).stream().findFirst()
                : Optional.empty();
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
