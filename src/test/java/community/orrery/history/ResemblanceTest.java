package community.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Metadata;
import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which posts a new one is compared with; what comes of it is told by stories. */
class ResemblanceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void ofThousandsOfOneTitleThoseOfTheNearestDatesAreCompared() {
        List<Known> notes =
                LongStream.rangeClosed(1, 3_000).mapToObj(ResemblanceTest::note).toList();
        Set<Long> compared = new TreeSet<>();
        Texts texts = new Texts(ResemblanceTest::derive, post -> {
            compared.add(post);
            return "What was seen on day " + post;
        });

        Long found = new Resemblance(notes, texts).find(entry("What was seen on day 150", day(150)), Set.of());

        assertThat(found).isEqualTo(150);
        assertThat(compared).hasSize(100).contains(101L, 150L, 199L);
    }

    private static Known note(long number) {
        return new Known(
                number,
                1,
                "note-" + number,
                new EntryId("id " + number, EntryId.Kind.GUID),
                metadata(day(number)),
                new Marks("", 1),
                NOW,
                NOW,
                null,
                null);
    }

    private static Instant day(long number) {
        return NOW.plus(Duration.ofDays(number));
    }

    private static Metadata metadata(Instant published) {
        return new Metadata(
                null, "Links", published, null, List.of(), List.of(), null, null, null, List.of(), null, null, null,
                null);
    }

    private static Entry entry(String text, Instant published) {
        return new Entry(
                new EntryId("another", EntryId.Kind.GUID),
                metadata(published),
                new UntrustedHtml(text, URI.create("https://ada.example/")),
                null);
    }

    private static Derivation derive(Entry entry) {
        String text = entry.content() == null ? "" : entry.content().markup();
        return new Derivation(1, text, "", 5, Typesetting.NONE, new KeptHtml(text, null));
    }
}
