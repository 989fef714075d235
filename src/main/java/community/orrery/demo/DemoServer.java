package community.orrery.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Publishes the sample community over real HTTP on a free loopback port: validators, 304, gzip and each platform's media
 * type. It answers with the same bytes on every run. Close it to free the port.
 */
public final class DemoServer implements AutoCloseable {

    private static final int NO_BODY = -1;

    private final HttpServer http;
    private final ExecutorService workers = Executors.newFixedThreadPool(4, DemoServer::worker);
    private final Map<String, Served> feeds =
            Blog.ALL.stream().collect(Collectors.toUnmodifiableMap(Blog::path, DemoServer::load));
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    private DemoServer(HttpServer http) {
        this.http = http;
    }

    /**
     * Opens the server.
     *
     * @throws IOException when the machine gives us no loopback port
     */
    public static DemoServer start() throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        DemoServer server = new DemoServer(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
        server.http.setExecutor(server.workers);
        server.http.createContext("/", server::answer);
        server.http.start();
        return server;
    }

    /** Where the blogs are, as {@code http://127.0.0.1:49152}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The community's feeds.opml, naming this server. */
    public String opml() {
        return DemoCommunity.opml(base());
    }

    /** How many requests were answered with each status since this was last asked, lowest status first. */
    public SortedMap<Integer, Integer> takeAnswers() {
        SortedMap<Integer, Integer> taken = new TreeMap<>();
        for (Integer status : List.copyOf(answers.keySet())) {
            Integer count = answers.remove(status);
            if (count != null) {
                taken.put(status, count);
            }
        }
        return Collections.unmodifiableSortedMap(taken);
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            Served feed = feeds.get(exchange.getRequestURI().getPath());
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, new byte[0]);
            } else if (feed == null) {
                send(exchange, 404, new byte[0]);
            } else {
                offer(exchange, feed);
            }
        }
    }

    private void offer(HttpExchange exchange, Served feed) throws IOException {
        Headers request = exchange.getRequestHeaders();
        boolean compressed =
                field(request, "Accept-Encoding").toLowerCase(Locale.ROOT).contains("gzip");
        Headers response = exchange.getResponseHeaders();
        response.set("ETag", feed.etag(compressed));
        response.set("Last-Modified", feed.lastModified());
        response.set("Vary", "Accept-Encoding");
        response.set("Cache-Control", "max-age=0");
        if (feed.heldBy(field(request, "If-None-Match"), field(request, "If-Modified-Since"))) {
            send(exchange, 304, new byte[0]);
            return;
        }
        response.set("Content-Type", feed.mediaType());
        if (compressed) {
            response.set("Content-Encoding", "gzip");
        }
        send(exchange, 200, feed.body(compressed));
    }

    /** Counts before it sends: whoever has the answer finds it counted. */
    private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        answers.merge(status, 1, Integer::sum);
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Served load(Blog blog) {
        return new Served(DemoCommunity.read(blog.resource()), blog.mediaType(), blog.lastModified());
    }

    private static String field(Headers headers, String name) {
        List<String> values = headers.get(name);
        return values == null ? "" : String.join(",", values);
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "demo-server");
        thread.setDaemon(true);
        return thread;
    }
}
