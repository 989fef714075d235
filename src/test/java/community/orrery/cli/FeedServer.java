package community.orrery.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Serves feeds as a test wants them, without validators unless it wants those too. */
final class FeedServer implements AutoCloseable {

    private final MockWebServer http = new MockWebServer();
    private final Map<String, MockResponse> pages = new ConcurrentHashMap<>();

    private FeedServer() {}

    static FeedServer start() throws IOException {
        FeedServer server = new FeedServer();
        server.http.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return server.pages.getOrDefault(
                        request.getUrl().encodedPath(),
                        new MockResponse.Builder().code(404).build());
            }
        });
        server.http.start();
        return server;
    }

    String url(String path) {
        return http.url(path).toString();
    }

    void serve(String path, MockResponse answer) {
        pages.put(path, answer);
    }

    void serve(String path, String body) {
        serve(path, new MockResponse.Builder().body(body).build());
    }

    /** The paths asked for since this was last called, in alphabetical order. */
    List<String> takeAsked() throws InterruptedException {
        List<String> paths = new ArrayList<>();
        RecordedRequest request;
        while ((request = http.takeRequest(0, java.util.concurrent.TimeUnit.MILLISECONDS)) != null) {
            paths.add(request.getUrl().encodedPath());
        }
        return paths.stream().sorted().toList();
    }

    /** A feed of three posts, the newest first, each with text of its own. */
    static String rss(String blog) {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>" + blog
                + "</title><link>https://" + blog + ".example/</link><description>d</description>");
        for (int day = 3; day > 0; day--) {
            String link = "https://" + blog + ".example/" + day;
            feed.append("\n<item><title>Day ")
                    .append(day)
                    .append(" of ")
                    .append(blog)
                    .append("</title><link>");
            feed.append(link)
                    .append("</link><guid>")
                    .append(link)
                    .append("</guid><pubDate>0")
                    .append(day);
            feed.append(" Oct 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;What ")
                    .append(blog);
            feed.append(" saw on day ").append(day).append(", from the first rack to the last.&lt;/p&gt;");
            feed.append("</description></item>");
        }
        return feed + "\n</channel></rss>\n";
    }

    @Override
    public void close() {
        http.close();
    }
}
