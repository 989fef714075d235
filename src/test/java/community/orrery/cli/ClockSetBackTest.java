package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that loses its time, as one without a battery does, and finds it again. */
class ClockSetBackTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void datesNothingAnewAndKeepsNoFeedWaiting() throws Exception {
        try (FeedServer feeds = FeedServer.start()) {
            feeds.serve("/ada.xml", FeedServer.rss("ada"));
            Files.writeString(
                    folder.resolve("feeds.opml"),
                    "<opml version=\"2.0\"><head><title>P</title></head><body><outline type=\"rss\" text=\"Ada\" xmlUrl=\""
                            + feeds.url("/ada.xml") + "\"/></body></opml>");
            update(Terminal.TODAY);
            SortedMap<String, String> before = site();
            assertThat(feeds.takeAsked()).containsExactly("/ada.xml");

            // Before the posts were written, as it seems.
            Instant wrong = Terminal.TODAY.minus(Duration.ofDays(60));
            update(wrong);
            assertThat(feeds.takeAsked()).containsExactly("/ada.xml");
            assertThat(site()).isEqualTo(before);

            update(wrong.plus(Duration.ofHours(7)));
            assertThat(feeds.takeAsked()).containsExactly("/ada.xml");

            update(Terminal.TODAY.plus(Duration.ofHours(1)));
            assertThat(feeds.takeAsked()).containsExactly("/ada.xml");
            assertThat(site()).isEqualTo(before);
        }
    }

    private void update(Instant now) {
        assertThat(terminal.runAt(
                        now,
                        "update",
                        "--feeds=" + folder.resolve("feeds.opml"),
                        "--output=" + folder.resolve("output"),
                        "--archive=" + folder.resolve("archive.db"),
                        "--allow-private-addresses"))
                .isZero();
    }

    private SortedMap<String, String> site() {
        SortedMap<String, String> site = Folder.texts(folder.resolve("output"));
        site.keySet().removeIf(path -> path.startsWith("status.") || path.startsWith(".orrery"));
        return site;
    }
}
