package community.orrery.crawl;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Serves a story's feeds, whatever their hosts, from one loopback address. A feed that a run does not tell of is out of order. */
final class StoryServer implements AutoCloseable {

    private final MockWebServer http = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();

    StoryServer() throws IOException {
        http.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.getOrDefault(
                        request.getUrl().encodedPath(),
                        new MockResponse.Builder().code(500).build());
            }
        });
        http.start();
    }

    /** Where a feed is really asked for. */
    URI address(URI feed) {
        return http.url("/" + feed.getHost() + feed.getPath()).uri();
    }

    void publish(URI address, String document) {
        answers.put(
                address.getPath(),
                new MockResponse.Builder()
                        .addHeader("Content-Type", "application/rss+xml; charset=utf-8")
                        .addHeader("ETag", "\"" + Integer.toHexString(document.hashCode()) + "\"")
                        .body(document)
                        .build());
    }

    void leaveUnchanged(URI address) {
        answers.put(address.getPath(), new MockResponse.Builder().code(304).build());
    }

    void silence() {
        answers.clear();
    }

    @Override
    public void close() {
        http.close();
    }
}
