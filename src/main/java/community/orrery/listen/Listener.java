package community.orrery.listen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers GET and HEAD at an address until it is closed. On loopback only this machine's names are answered for, so that a
 * stranger's page cannot reach us under a name of its own.
 */
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    static {
        SlowClients.limit();
    }

    /** What is there to be read. */
    @FunctionalInterface
    public interface Answer {
        /**
         * Answers once.
         *
         * @throws IOException when who asked has gone away, or what was asked for has
         */
        void to(Reply reply) throws IOException;
    }

    private final HttpServer http;
    private final ThreadPoolExecutor workers;

    private Listener(HttpServer http, ThreadPoolExecutor workers) {
        this.http = http;
        this.workers = workers;
    }

    /**
     * Begins to listen.
     *
     * @param at port 0 for any that is free
     * @param name of its threads
     * @param most requests worked on at once; what comes beyond that is hung up on
     * @param answered is told each answer's status, before it is sent
     * @throws IOException when the port is taken or the address is not ours
     */
    public static Listener open(InetSocketAddress at, String name, int most, Answer answer, IntConsumer answered)
            throws IOException {
        ThreadPoolExecutor workers =
                new ThreadPoolExecutor(0, most, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        HttpServer http = HttpServer.create(at, 0);
        http.setExecutor(workers);
        boolean loopback = http.getAddress().getAddress().isLoopbackAddress();
        http.createContext("/", exchange -> handle(exchange, loopback, answer, answered));
        http.start();
        return new Listener(http, workers);
    }

    private static void handle(HttpExchange exchange, boolean loopback, Answer answer, IntConsumer answered) {
        try (exchange) {
            Reply reply = new Reply(exchange, answered);
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                reply.set("Allow", "GET, HEAD");
                reply.say(405, "This can only be read.");
            } else if (loopback && !isOurName(reply.asked("Host"))) {
                reply.say(421, "This answers for this machine's own names only, such as localhost.");
            } else {
                answer.to(reply);
            }
        } catch (IOException e) {
            // Whoever asked has gone away, or the file did: neither is worth a line to the person at the terminal.
            LOG.debug("path={} outcome=broken off: {}", exchange.getRequestURI(), e.getMessage());
        }
    }

    /** Browsers always say whom they ask, and are who can be led here by a foreign name; a probe of HTTP/1.0 does not. */
    private static boolean isOurName(String host) {
        return host.isEmpty() || host.matches("(?i)(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?");
    }

    /** As it was bound: with the port that was free. */
    public InetSocketAddress bound() {
        return http.getAddress();
    }

    /** {@code host:port} of an address, as it stands in a URL. */
    public static String authority(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
