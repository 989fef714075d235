package community.orrery.fetch;

import community.orrery.feed.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** The GETs made for one feed, which share one allowance of time. Used by one thread. */
final class Visit {

    /** What Accept lists: feeds first; a page too, since it may name its feed. */
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7,"
            + " text/html;q=0.5, */*;q=0.1";

    /** Enough of an error's page to tell a bot wall from a plain refusal. */
    private static final long ERROR_PAGE_BYTES = 32 * 1024;

    private final OkHttpClient client;
    private final HostGate gate;
    private final Rests rests;
    private final FeedRequest request;
    private final Optional<Login> login;
    private final Duration allowance;
    private final long maxBytes;
    private long spentNanos;

    /** Whether the server that the feed is asked of has answered: what follows it was led to. */
    private boolean begun;

    Visit(OkHttpClient client, HostGate gate, Rests rests, FeedRequest request, Duration allowance, long maxBytes) {
        this.client = client;
        this.gate = gate;
        this.rests = rests;
        this.request = request;
        this.login = Login.in(request.feed().xmlUrl());
        this.allowance = allowance;
        this.maxBytes = maxBytes;
    }

    Duration elapsed() {
        return Duration.ofNanos(spentNanos);
    }

    /**
     * Waits for a turn at the host, then asks it. To be closed: its body may wait on disk. A server's wish for rest counts where a
     * visit begins, and is heard there only: or a stranger's redirect to a page that is always refused would still all the
     * feeds of that page's server, run after run.
     *
     * @throws AtRest when by then the server wants to be left alone; nothing was asked
     */
    Answer get(HttpUrl url) throws IOException, InterruptedException {
        try (HostGate.Pass unused = gate.enter(url.host(), () -> !begun && rests.isAtRest(url))) {
            if (!begun) {
                rests.check(url);
            }
            long left = allowance.toNanos() - spentNanos;
            if (left <= 0) {
                throw new SocketTimeoutException("timeout");
            }
            long began = System.nanoTime();
            try {
                Call call = client.newCall(get(url, request.validatorsOf(url)));
                call.timeout().timeout(left, TimeUnit.NANOSECONDS);
                return answer(url, call);
            } catch (InterruptedIOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                throw e;
            } finally {
                spentNanos += System.nanoTime() - began;
            }
        }
    }

    private Request get(HttpUrl url, Validators validators) {
        Headers.Builder headers = new Headers.Builder().add("Accept", ACCEPT);
        // A tag is sent back to the letter, even one with letters that no tag should have.
        addIfPresent(headers, "If-None-Match", validators.etag());
        addIfPresent(headers, "If-Modified-Since", validators.lastModified());
        login.flatMap(known -> known.authorization(url)).ifPresent(value -> headers.add("Authorization", value));
        return new Request.Builder().url(url).headers(headers.build()).build();
    }

    private static void addIfPresent(Headers.Builder headers, String name, @Nullable String value) {
        if (value != null) {
            headers.addUnsafeNonAscii(name, value);
        }
    }

    private Answer answer(HttpUrl url, Call call) throws IOException {
        try (Response response = call.execute()) {
            Answer bare =
                    new Answer(url, Once.status(response), response.headers(), Certificates.of(response), Body.NONE);
            if (!begun) {
                rests.heed(bare);
            }
            begun = true;
            if (bare.redirects() || bare.status() == 304) {
                return bare;
            }
            try {
                Body body = bare.ok() ? whole(response) : beginning(response);
                return new Answer(url, bare.status(), bare.headers(), bare.certificate(), body);
            } catch (Refusal e) {
                call.cancel(); // else closing would go on reading for a while, to keep the connection
                throw e;
            }
        }
    }

    private Body whole(Response response) throws IOException {
        String coding = response.header("Content-Encoding"); // gzip is undone, and no longer named, by now
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new Refusal(FailureReason.PROTOCOL, "came in the coding " + coding + ", which was not asked for");
        }
        ResponseBody body = response.body();
        if (body.contentLength() > maxBytes) {
            throw Body.tooLarge(maxBytes);
        }
        try (InputStream in = body.byteStream()) {
            return Body.read(in, maxBytes);
        }
    }

    private static Body beginning(Response response) throws IOException {
        return Body.of(response.peekBody(ERROR_PAGE_BYTES).bytes());
    }
}
