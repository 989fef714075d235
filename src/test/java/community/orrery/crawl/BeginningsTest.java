package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningsTest {

    private static final URI FEED = URI.create("https://ada.example/feed.xml");
    private static final Metadata METADATA = new Metadata(
            null, "T", null, null, List.of(), List.of(), null, null, null, List.of(), null, null, null, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>We moved a queue today […]</p>",
                "<p>We moved a queue today [&#8230;]</p>",
                "<p>We moved a queue today&hellip;</p>",
                "We moved a queue today...",
                "<p>We moved</p><p><a class='more' href='https://ada.example/1'>Read more</a></p>",
                "<p>We moved [&#8230;]</p> <p>The post <a href='https://ada.example/1'>Queues</a> appeared first on <a"
                        + " href='https://ada.example/'>Ada</a>.</p>"
            })
    void knowsHowPlatformsCutPosts(String markup) {
        assertThat(Beginnings.isAll(entries(markup, markup, "<p>A whole short note.</p>")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p>A whole short note.</p>", "<p>Is it … really?</p>"})
    void leavesShortPostsAlone(String markup) {
        assertThat(Beginnings.isAll(entries(markup, markup, markup))).isFalse();
    }

    @Test
    void wantsMoreThanHalfAndMoreThanTwo() {
        assertThat(Beginnings.isAll(entries("So…", "So…"))).isFalse();
        assertThat(Beginnings.isAll(entries("So…", "So…", "Whole.", "Whole."))).isFalse();
        assertThat(Beginnings.isAll(entries("Words ".repeat(500) + "…", "So…", "Whole.")))
                .isFalse();
    }

    @Test
    void readsTheSummaryWhereThatIsAllThatIsGiven() {
        Entry entry = new Entry(
                new EntryId("id", EntryId.Kind.GUID), METADATA, null, new UntrustedHtml("We moved a queue…", FEED));
        assertThat(Beginnings.isAll(List.of(entry, entry, entry))).isTrue();
    }

    private static List<Entry> entries(String... texts) {
        return Stream.of(texts)
                .map(text ->
                        new Entry(new EntryId("id", EntryId.Kind.GUID), METADATA, new UntrustedHtml(text, FEED), null))
                .toList();
    }
}
