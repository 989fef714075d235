package community.orrery.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.orrery.serve.SlowClients;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers {@code GET /metrics} and {@code GET /healthz}, and nothing else. */
public final class MetricsServer implements AutoCloseable {

    /** A client that dawdles holds one for ten seconds at most. */
    private static final int WORKERS = 16;

    static {
        SlowClients.limit();
    }

    private final HttpServer http;
    private final ExecutorService threads;

    private MetricsServer(HttpServer http, ExecutorService threads) {
        this.http = http;
        this.threads = threads;
    }

    /**
     * Begins to listen.
     *
     * @param address port 0 takes any that is free
     * @throws IOException when the address is not this machine's or the port taken
     */
    public static MetricsServer start(InetSocketAddress address, Figures figures, Clock clock) throws IOException {
        HttpServer http = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        http.setExecutor(threads);
        http.createContext("/", exchange -> answer(exchange, figures, clock));
        http.start();
        return new MetricsServer(http, threads);
    }

    private static void answer(HttpExchange exchange, Figures figures, Clock clock) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "Only GET is answered here.\n");
            } else if ("/metrics".equals(path)) {
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                say(exchange, 200, figures.text());
            } else if ("/healthz".equals(path)) {
                String trouble = figures.trouble(clock.instant());
                say(exchange, trouble == null ? 200 : 503, (trouble == null ? "ok" : trouble) + "\n");
            } else {
                say(exchange, 404, "Here are /metrics and /healthz.\n");
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        byte[] body = words.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/plain; charset=utf-8"));
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    /** As it was bound, {@code host:port}. */
    public String address() {
        String host = http.getAddress().getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":"
                + http.getAddress().getPort();
    }

    public boolean isLoopback() {
        return http.getAddress().getAddress().isLoopbackAddress();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
