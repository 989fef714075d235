package community.orrery.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.orrery.publish.Publisher;
import community.orrery.serve.SiteFolder.Found;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the site in a folder to whoever asks at an address. On loopback only this machine's names are answered for, so that a
 * stranger's page cannot reach the preview under a name of its own. Close it to free the port.
 */
public final class SiteServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SiteServer.class);

    /** So many requests are worked on at once; what comes beyond that is hung up on. */
    private static final int WORKERS = 128;

    static {
        SlowClients.limit();
    }

    private final HttpServer http;
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(0, WORKERS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), SiteServer::worker);
    private final SiteFolder folder;
    private final Publisher publisher;
    private final Path archive;
    private final Clock clock;

    private SiteServer(HttpServer http, Path site, Publisher publisher, Path archive, Clock clock) {
        this.http = http;
        this.folder = new SiteFolder(site.toAbsolutePath());
        this.publisher = publisher;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * @param site the published folder; need not be there yet
     * @param publisher of that folder, asked whether something was published
     * @param archive beside which runs leave their notes
     * @param at where to listen; port 0 for any that is free
     * @throws IOException when the port is taken or the address is not ours
     */
    public static SiteServer open(Path site, Publisher publisher, Path archive, InetSocketAddress at, Clock clock)
            throws IOException {
        SiteServer server = new SiteServer(HttpServer.create(at, 0), site, publisher, archive, clock);
        server.http.setExecutor(server.workers);
        server.http.createContext("/", server::handle);
        server.http.start();
        return server;
    }

    /** Where the site's front page is. */
    public URI address() {
        InetSocketAddress at = http.getAddress();
        String host = at.getAddress().isAnyLocalAddress()
                ? "localhost"
                : at.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort() + "/");
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange, new Reply(exchange));
        } catch (IOException e) {
            // Whoever asked has gone away, or the file did: neither is worth a line to the person at the terminal.
            LOG.debug("path={} outcome=broken off: {}", exchange.getRequestURI(), e.getMessage());
        }
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        String method = exchange.getRequestMethod();
        String raw = exchange.getRequestURI().getRawPath();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            reply.refuseMethod();
        } else if (http.getAddress().getAddress().isLoopbackAddress() && !isOurName(reply.asked("Host"))) {
            reply.say(421, "This preview answers for this machine's own names only, such as localhost.");
        } else if (raw != null && raw.startsWith(LivePage.FOLDER)) {
            own(raw.substring(LivePage.FOLDER.length()), reply);
        } else {
            Optional<RequestPath> path = Optional.ofNullable(raw).flatMap(RequestPath::parse);
            Optional<Found> found = path.flatMap(folder::find);
            if (found.isPresent()) {
                reply.offer(representation(found.get()));
            } else if (path.filter(folder::isFolder).isPresent()) {
                String query = exchange.getRequestURI().getRawQuery();
                reply.lead(raw + "/" + (query == null ? "" : "?" + query));
            } else {
                missing(path.filter(each -> each.names().isEmpty()).isPresent(), reply);
            }
        }
    }

    private void own(String name, Reply reply) throws IOException {
        switch (name) {
            case "now.js" ->
                reply.send(200, MediaType.SCRIPT, LivePage.now(mark(), RunNote.read(archive, clock.instant())));
            case "preview.js" -> reply.send(200, MediaType.SCRIPT, LivePage.resource(name));
            case "preview.css" -> reply.send(200, MediaType.STYLE, LivePage.resource(name));
            default -> missing(false, reply);
        }
    }

    private Representation representation(Found file) throws IOException {
        String type = MediaType.of(file.name(), start(file));
        if (!type.equals(MediaType.HTML) || file.size() > LivePage.LARGEST) {
            return Representation.of(file, type);
        }
        String mark = mark();
        return Representation.of(
                LivePage.of(bytes(file, file.size()), mark), type, file.tag() + "-live" + mark, file.modified());
    }

    /** The site's own page for lost addresses; what to do where there is no site; words where there is neither. */
    private void missing(boolean front, Reply reply) throws IOException {
        RequestPath page = new RequestPath(List.of("404.html"), false);
        Optional<Found> found = folder.find(page).filter(file -> file.size() <= LivePage.LARGEST);
        if (front) {
            reply.send(404, MediaType.HTML, LivePage.waiting());
        } else if (found.isPresent()) {
            reply.send(404, MediaType.HTML, LivePage.of(bytes(found.get(), LivePage.LARGEST), mark()));
        } else {
            reply.say(404, "There is nothing here.");
        }
    }

    private String mark() {
        return publisher.settled().orElse("");
    }

    private static byte[] start(Found file) throws IOException {
        return bytes(file, MediaType.TELLING);
    }

    private static byte[] bytes(Found file, long most) throws IOException {
        try (InputStream in = Representation.of(file, "").source().from(0)) {
            return in.readNBytes((int) most);
        }
    }

    private static boolean isOurName(String host) {
        return host.matches("(?i)(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?");
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
    }
}
