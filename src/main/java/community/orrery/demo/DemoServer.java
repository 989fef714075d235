package community.orrery.demo;

import community.orrery.listen.Listener;
import community.orrery.listen.Reply;
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
import java.util.stream.Collectors;

/**
 * Publishes the sample community over real HTTP on a free loopback port: validators, 304, gzip and each platform's media
 * type. It answers with the same bytes on every run. Close it to free the port.
 */
public final class DemoServer implements AutoCloseable {

    private static final int WORKERS = 64;

    private final Listener listener;
    private final Map<String, Served> feeds =
            Blog.ALL.stream().collect(Collectors.toUnmodifiableMap(Blog::path, DemoServer::load));
    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    private DemoServer() throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        listener = Listener.open(
                new InetSocketAddress(loopback, 0),
                "demo-server",
                WORKERS,
                this::answer,
                status -> answers.merge(status, 1, Integer::sum));
    }

    /**
     * Opens the server.
     *
     * @throws IOException when the machine gives us no loopback port
     */
    public static DemoServer start() throws IOException {
        return new DemoServer();
    }

    /** Where the blogs are, as {@code http://127.0.0.1:49152}. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + listener.bound().getPort());
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
        listener.close();
    }

    private void answer(Reply reply) throws IOException {
        Served feed = feeds.get(reply.path());
        if (feed == null) {
            reply.say(404, "No blog of this community is here.");
            return;
        }
        boolean compressed =
                reply.asked("Accept-Encoding").toLowerCase(Locale.ROOT).contains("gzip");
        reply.set("Vary", "Accept-Encoding");
        reply.set("Cache-Control", "max-age=0");
        if (compressed) {
            reply.set("Content-Encoding", "gzip");
        }
        reply.offer(feed.representation(compressed, reply.asked("If-None-Match")));
    }

    private static Served load(Blog blog) {
        return new Served(DemoCommunity.read(blog.resource()), blog.mediaType(), blog.lastModified());
    }
}
