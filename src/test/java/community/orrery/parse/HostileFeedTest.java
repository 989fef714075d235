package community.orrery.parse;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.Representation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Small feeds made to cost a planet hours or disks. The time-outs only end what would otherwise not end. */
@Timeout(60)
class HostileFeedTest {

    @Test
    void readsATitleOfCommentsThatNeverEnd() {
        assertThat(rss("<item><guid>a</guid><title><![CDATA[" + "<!--".repeat(50_000) + "]]></title></item>"))
                .hasSize(1);
    }

    @Test
    void cutsATitleThatNobodyWrote() {
        assertThat(rss("<item><guid>a</guid><title>" + "long ".repeat(200_000) + "</title></item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().title()).hasSizeLessThan(10_000));
    }

    @Test
    void listsAReasonableNumberOfCategories() {
        assertThat(rss("<item><guid>a</guid><title>T</title>" + numbered("<category>c%d</category>", 3_000)
                        + "</item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().categories()).hasSize(50));
    }

    @Test
    void listsAReasonableNumberOfAuthors() {
        String feed =
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"a\",\"authors\":["
                        + IntStream.range(0, 20_000)
                                .mapToObj("{\"name\":\"n%d\"}"::formatted)
                                .collect(Collectors.joining(","))
                        + "],\"content_text\":\"x\"}]}";
        assertThat(read(feed))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().authors()).hasSize(50));
    }

    @Test
    void refusesAnAddressThatNoServerTakes() {
        assertThat(rss("<item><guid isPermaLink=\"false\">a</guid><title>T</title><link>http://a" + "[".repeat(400_000)
                        + "</link></item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().link()).isNull());
    }

    /** All of these have one hash code. */
    @Test
    void tellsGuidsApartThatWereMadeToCollide() {
        String items = IntStream.range(0, 1 << 14)
                .mapToObj(
                        i -> "<item><guid isPermaLink=\"false\">" + colliding(i, 14) + "</guid><title>T</title></item>")
                .collect(Collectors.joining());
        assertThat(rss(items)).hasSize(1 << 14);
    }

    private static String colliding(int bits, int length) {
        return IntStream.range(0, length)
                .mapToObj(bit -> (bits >> bit & 1) == 0 ? "AaAa" : "BBBB")
                .collect(Collectors.joining());
    }

    private static String numbered(String element, int count) {
        return IntStream.range(0, count).mapToObj(element::formatted).collect(Collectors.joining());
    }

    private static List<Entry> rss(String items) {
        return read("<rss version=\"2.0\"><channel><title>T</title><link>https://a.example/</link>" + items
                + "</channel></rss>");
    }

    private static List<Entry> read(String feed) {
        return FeedParser.parse(
                        new Representation(
                                URI.create("https://a.example/feed"),
                                null,
                                null,
                                feed.getBytes(StandardCharsets.UTF_8)),
                        Instant.parse("2026-11-01T00:00:00Z"))
                .fold(readable -> readable.feed().entries(), unreadable -> {
                    throw new AssertionError(unreadable.reason());
                });
    }
}
