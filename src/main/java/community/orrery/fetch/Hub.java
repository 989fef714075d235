package community.orrery.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * A WebSub hub as publishers speak to it. The W3C leaves open how they do (WebSub section 5); every hub in use understands
 * what PubSubHubbub 0.4 said: a form with {@code hub.mode=publish} and a {@code hub.url} for each feed that changed.
 */
final class Hub {

    /** Feeds named in one request: keeps a form within what servers read. */
    static final int AT_ONCE = 100;

    private final OkHttpClient client;
    private final HostGate gate;
    private final Duration allowance;

    /** @param allowance for one request */
    Hub(OkHttpClient client, HostGate gate, Duration allowance) {
        this.client = client;
        this.gate = gate;
        this.allowance = allowance;
    }

    /** Stops at the first request that fails. Returns what went wrong. */
    Optional<String> tell(HttpUrl hub, List<String> feeds) throws IOException, InterruptedException {
        for (int from = 0; from < feeds.size(); from += AT_ONCE) {
            int status = post(hub, feeds.subList(from, Math.min(from + AT_ONCE, feeds.size())));
            if (status >= 300 && status < 400) {
                return Optional.of("redirects (" + status + "), and a hub must be named by its own address");
            }
            if (status < 200 || status >= 400) {
                return Optional.of("answered " + status);
            }
        }
        return Optional.empty();
    }

    private int post(HttpUrl hub, List<String> feeds) throws IOException, InterruptedException {
        FormBody.Builder form = new FormBody.Builder().add("hub.mode", "publish");
        feeds.forEach(feed -> form.add("hub.url", feed));
        try (HostGate.Pass unused = gate.enter(hub.host())) {
            Call call = client.newCall(
                    new Request.Builder().url(hub).post(form.build()).build());
            call.timeout().timeout(allowance.toNanos(), TimeUnit.NANOSECONDS);
            try (Response response = call.execute()) {
                return Once.status(response);
            } catch (InterruptedIOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                throw e;
            }
        }
    }
}
