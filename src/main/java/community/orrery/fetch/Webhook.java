package community.orrery.fetch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Tells an address that the list or the environment names something, as JSON. It reaches no further than feeds do, and follows no redirect. */
public final class Webhook {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** By which a chat calls all who are in it. */
    private static final Pattern CALL =
            Pattern.compile("@(?=(?:channel|all|here|everyone)\\b)", Pattern.CASE_INSENSITIVE);

    private static final MediaType JSON = MediaType.get("application/json");

    private final Reach reach;

    public Webhook(Reach reach) {
        this.reach = reach;
    }

    /**
     * Posts once.
     *
     * @param id the same however often it is sent, also as the header {@code Idempotency-Key}
     * @param title plain text, as is the text: what chats take for more in it is escaped
     * @return why it was not taken, in words; empty when it was
     */
    public Optional<String> post(URI address, String id, String title, String text) {
        HttpUrl url = HttpUrl.parse(address.toString());
        if (url == null) {
            return Optional.of("the webhook's address cannot be asked");
        }
        OkHttpClient client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSocketFactory(reach))
                .proxy(Proxy.NO_PROXY) // the guard would see only the proxy's address
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(PATIENCE)
                .build();
        try {
            byte[] body = new JsonMapper()
                    .writeValueAsBytes(Map.of("id", id, "title", title, "text", spoken(title + "\n\n" + text)));
            Request request = new Request.Builder()
                    .url(url)
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

    /**
     * {@code text} is what Slack, Mattermost and Matrix bridges show, and they read more than words in it: a blog named
     * {@code <!channel>} would wake everybody, and one named {@code <https://…|Ada>} lead elsewhere.
     */
    private static String spoken(String words) {
        return CALL.matcher(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .replaceAll("@\u200b");
    }
}
