package community.orrery.fetch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Tells an address that the list names something, as JSON. It reaches no further than feeds do, and follows no redirect. */
public final class Webhook {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final MediaType JSON = MediaType.get("application/json");

    private final Reach reach;

    public Webhook(Reach reach) {
        this.reach = reach;
    }

    /**
     * Posts once.
     *
     * @param id the same however often it is sent, also as the header {@code Idempotency-Key}
     * @return why it was not taken, in words; empty when it was
     */
    public Optional<String> post(URI address, String id, String title, String text) {
        OkHttpClient client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSocketFactory(reach))
                .proxy(Proxy.NO_PROXY) // the guard would see only the proxy's address
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(PATIENCE)
                .build();
        try {
            // "text" is what Slack, Mattermost and Matrix bridges show.
            byte[] body =
                    new JsonMapper().writeValueAsBytes(Map.of("id", id, "title", title, "text", title + "\n\n" + text));
            Request request = new Request.Builder()
                    .url(address.toURL())
                    .header("User-Agent", Fetcher.PRODUCT)
                    .header("Idempotency-Key", id)
                    .post(RequestBody.create(body, JSON))
                    .build();
            try (Response response = client.newCall(request).execute()) {
                return response.isSuccessful()
                        ? Optional.empty()
                        : Optional.of("the webhook answered " + response.code());
            }
        } catch (IOException e) {
            return Optional.of("the webhook cannot be told: " + e.getMessage());
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
