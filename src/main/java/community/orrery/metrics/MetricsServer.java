package community.orrery.metrics;

import community.orrery.listen.Listener;
import community.orrery.listen.Reply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Answers {@code GET /metrics} and {@code GET /healthz}, and nothing else. */
public final class MetricsServer implements AutoCloseable {

    /** A client that dawdles holds one for ten seconds at most. */
    private static final int WORKERS = 16;

    private static final String EXPOSITION = "text/plain; version=0.0.4; charset=utf-8";

    private final Listener listener;

    private MetricsServer(Listener listener) {
        this.listener = listener;
    }

    /**
     * Begins to listen.
     *
     * @param address port 0 takes any that is free
     * @throws IOException when the address is not this machine's or the port taken
     */
    public static MetricsServer start(InetSocketAddress address, Figures figures, Clock clock) throws IOException {
        return new MetricsServer(
                Listener.open(address, "metrics", WORKERS, reply -> answer(reply, figures, clock), status -> {}));
    }

    private static void answer(Reply reply, Figures figures, Clock clock) throws IOException {
        reply.set("Cache-Control", "no-store");
        if (reply.path().equals("/metrics")) {
            reply.send(200, EXPOSITION, figures.text().getBytes(StandardCharsets.UTF_8));
        } else if (reply.path().equals("/healthz")) {
            String trouble = figures.trouble(clock.instant());
            reply.say(trouble == null ? 200 : 503, trouble == null ? "ok" : trouble);
        } else {
            reply.say(404, "Here are /metrics and /healthz.");
        }
    }

    /** As it was bound, {@code host:port}. */
    public String address() {
        InetSocketAddress at = listener.bound();
        return Listener.authority(at.getAddress().getHostAddress(), at.getPort());
    }

    public boolean isLoopback() {
        return listener.bound().getAddress().isLoopbackAddress();
    }

    @Override
    public void close() {
        listener.close();
    }
}
