package community.orrery.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Many blogs on one server, whose feeds are what a test makes of them at the moment when they are asked. */
final class Village implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private Village(HttpServer http) {
        this.http = http;
    }

    /**
     * What a blog answers.
     *
     * @param body a feed, or the address that a redirect leads to
     */
    record Answer(int status, String body) {}

    /** @param blogs the answer of the blog with a number, whose feed is at {@code /number.xml} */
    static Village open(IntFunction<Answer> blogs) throws IOException {
        Village village = new Village(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        village.http.setExecutor(village.threads);
        village.http.createContext("/", exchange -> answer(exchange, blogs));
        village.http.start();
        return village;
    }

    private static void answer(HttpExchange exchange, IntFunction<Answer> blogs) throws IOException {
        try (exchange) {
            Answer answer = blogs.apply(
                    Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("[^0-9]", "")));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            String tag = "\"" + Integer.toHexString(answer.body().hashCode()) + "\"";
            boolean held = answer.status() == 200
                    && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            if (answer.status() == 301) {
                exchange.getResponseHeaders().set("Location", answer.body());
            }
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(held ? 304 : answer.status(), held ? -1 : body.length);
            if (!held) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    String url(int blog) {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/" + blog + ".xml";
    }

    /** A list of so many blogs, asked without pauses. */
    String opml(int blogs, String settings) {
        StringBuilder list = new StringBuilder("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head>"
                + "<title>The village</title><planet:hostPause>PT0S</planet:hostPause>"
                + "<planet:requestsPerHost>4</planet:requestsPerHost>" + settings + "</head><body>\n");
        for (int blog = 0; blog < blogs; blog++) {
            list.append("<outline type=\"rss\" text=\"Blog ")
                    .append(blog)
                    .append("\" xmlUrl=\"")
                    .append(url(blog))
                    .append("\"/>\n");
        }
        return list + "</body></opml>\n";
    }

    /** A feed of so many posts, one a day from the first on, the newest first. */
    static Answer feed(int blog, int posts, Instant first) {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog "
                + blog + "</title><link>https://b" + blog + ".example/</link><description>d</description>\n");
        for (int post = posts; post > 0; post--) {
            String link = "https://b" + blog + ".example/" + post;
            feed.append("<item><title>Post ")
                    .append(post)
                    .append(" of ")
                    .append(blog)
                    .append("</title><link>");
            feed.append(link).append("</link><guid>").append(link).append("</guid><pubDate>");
            feed.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    first.plusSeconds(86_400L * post + blog).atOffset(ZoneOffset.UTC)));
            feed.append("</pubDate><description>&lt;p&gt;What blog ")
                    .append(blog)
                    .append(" saw on day ")
                    .append(post);
            feed.append(", from rack ").append(blog * 31 + post).append(" on.&lt;/p&gt;</description></item>\n");
        }
        return new Answer(200, feed + "</channel></rss>\n");
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
