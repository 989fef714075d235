package community.orrery.parse;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AutodiscoveryTest {

    private static final URI PAGE = URI.create("https://racks.example/about/");

    @Test
    void findsThePostsFeedBeforeTheCommentsFeed() throws IOException {
        assertThat(found("wordpress.html"))
                .containsExactly("https://racks.example/feed/", "https://racks.example/comments/feed/");
    }

    @Test
    void obeysTheBaseElementAndReadsAnyCase() throws IOException {
        assertThat(found("base-and-case.html")).containsExactly("https://cdn.example/blog/atom.xml");
    }

    @Test
    void findsNothingThatCouldNotBeFetchedAsAFeed() throws IOException {
        assertThat(found("unusable.html")).isEmpty();
    }

    @Test
    void findsAFeedOfABroadTypeByItsWords() throws IOException {
        assertThat(found("broad-types.html"))
                .containsExactly(
                        "https://racks.example/rss.xml",
                        "https://racks.example/feed.json",
                        "https://racks.example/index.xml",
                        "https://racks.example/atom.xml");
    }

    @Test
    void namesEachFeedOnce() throws IOException {
        assertThat(found("twice.html"))
                .containsExactly("https://racks.example/atom.xml", "https://racks.example/feed.json");
    }

    @Test
    void readsAPageInAnyCharset() throws IOException {
        byte[] wide = new String(bytes("twice.html"), UTF_8).getBytes(UTF_16);

        assertThat(Autodiscovery.find(wide, PAGE)).hasSize(2);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Autodiscovery.find(new byte[0], PAGE)).isEmpty();
        assertThat(Autodiscovery.find(new byte[] {0, -1, 7, '<'}, PAGE)).isEmpty();
    }

    @Test
    void survivesDeepNesting() {
        byte[] deep = "<div>".repeat(90_000).getBytes(UTF_8);

        assertThat(Autodiscovery.find(deep, PAGE)).isEmpty();
    }

    private static List<String> found(String fixture) throws IOException {
        return Autodiscovery.find(bytes(fixture), PAGE).stream()
                .map(URI::toString)
                .toList();
    }

    private static byte[] bytes(String fixture) throws IOException {
        try (InputStream in = AutodiscoveryTest.class.getResourceAsStream("/parse/autodiscovery/" + fixture)) {
            return Objects.requireNonNull(in, fixture).readAllBytes();
        }
    }
}
