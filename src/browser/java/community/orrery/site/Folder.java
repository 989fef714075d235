package community.orrery.site;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder served below a path on the loopback, as a plain web server would. {@code ?still} gives a page that leads elsewhere at
 * once without that, to be looked at.
 */
public final class Folder implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "xml", "application/xml");

    private final HttpServer server;
    private final String root;

    public Folder(Path folder, String root) throws IOException {
        this.root = root;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(root, exchange -> {
            String path = exchange.getRequestURI().getPath().substring(root.length());
            Path file = folder.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
            boolean found = Files.isRegularFile(file);
            byte[] body = Files.readAllBytes(found ? file : folder.resolve("404.html"));
            if ("still".equals(exchange.getRequestURI().getQuery())) {
                body = new String(body, StandardCharsets.UTF_8)
                        .replaceFirst("<meta http-equiv=\"refresh\"[^>]*>", "")
                        .getBytes(StandardCharsets.UTF_8);
            }
            String extension = found ? file.toString().replaceFirst(".*\\.", "") : "html";
            exchange.getResponseHeaders()
                    .set("Content-Type", TYPES.getOrDefault(extension, "application/octet-stream"));
            exchange.sendResponseHeaders(found ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + root + path;
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
