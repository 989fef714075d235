package community.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import community.orrery.feed.Entry;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Representation;
import community.orrery.feed.UntrustedHtml;
import community.orrery.parse.FeedParser;
import community.orrery.parse.ParseOutcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Earlier programs kept plain texts without marking up their line ends. Read again, such a post is what it was: nobody is
 * told of an edit that no author made.
 */
class LineEndsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final URI FEED = URI.create("https://ada.example/feed.json");
    private static final List<String> ODD = List.of(
            "First line\nsecond & third",
            "Chapters:\r\n00:00 a < b\r\n\r\n\t \r\n01:30 Q&A",
            "There were 12\ncomments and 3 likes\n\nno\n\nreplies",
            "\n\n  All indented\n  but plain\u00a0\n",
            "AT&amp;T\n&lt;b&gt;\n&#x41;",
            "if (a<\nb && c>\nd)",
            "\ud83c\udf0d\u200b\n\ud83d\ncut");

    @Test
    void markedUpSinceAreNoEdit() {
        List<String> texts =
                Stream.concat(ODD.stream(), random(new Random(20260301))).toList();
        List<Entry> read = read(texts);

        Map<Long, Entry> stored = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            stored.put(i + 1L, asKept(read.get(i), texts.get(i)));
        }
        assertThat(read).filteredOn(entry -> !stored.containsValue(entry)).hasSizeGreaterThan(ODD.size());
        assertThat(decide(read, stored).changes())
                .hasSameSizeAs(texts)
                .allMatch(change -> change instanceof Change.Unchanged);
    }

    @Test
    void markedUpSinceHideNoEdit() {
        List<Entry> read = read(List.of("One\ntwo", "One\nthree"));

        assertThat(decide(read, Map.of(1L, asKept(read.get(0), "One\ntwo"), 2L, asKept(read.get(1), "One\ntwo")))
                        .changes())
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Unchanged", "Edited");
    }

    private static Stream<String> random(Random random) {
        List<String> parts =
                List.of("\n", "\n\n", "\r\n", " ", "\t", "word", "3", "comments", "&", "<", "> b", "é", "-");
        return IntStream.range(0, 300)
                .mapToObj(text -> "Text " + text
                        + IntStream.range(0, random.nextInt(30))
                                .mapToObj(part -> parts.get(random.nextInt(parts.size())))
                                .collect(Collectors.joining()));
    }

    private static Entry asKept(Entry entry, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return new Entry(entry.id(), entry.metadata(), new UntrustedHtml(escaped, base(entry)), null);
    }

    private static URI base(Entry entry) {
        return Optional.ofNullable(entry.content()).orElseThrow().base();
    }

    private static Decision decide(List<Entry> read, Map<Long, Entry> stored) {
        Map<String, Long> ids = new HashMap<>();
        stored.forEach((key, entry) -> ids.put(entry.id().value(), key));
        List<Known> known = stored.entrySet().stream()
                .map(post -> known(post.getKey(), post.getValue()))
                .toList();
        Past past = new Past(
                1,
                new FeedMemory(
                        NOW.minusSeconds(3600), List.copyOf(stored.keySet()), stored.size(), null, List.of(), false),
                false,
                known,
                ids,
                Map.of(),
                Map.of(),
                false,
                key -> derive(Objects.requireNonNull(stored.get(key))).text(),
                key -> Optional.ofNullable(stored.get(key)));
        Reading reading = new Reading(MemberBuilder.of("ada").build(), FEED, FeedMetadata.NONE, read, 10, NOW);
        return History.decide(reading, past, LineEndsTest::derive);
    }

    private static Known known(long key, Entry entry) {
        return new Known(
                key,
                1,
                "post-" + key,
                entry.id(),
                entry.metadata(),
                Marks.of(entry, derive(entry)),
                NOW,
                NOW,
                null,
                null);
    }

    private static Derivation derive(Entry entry) {
        String text = entry.content() == null ? "" : entry.content().markup();
        return new Derivation(1, text, "", 5, Typesetting.NONE, new KeptHtml(text, null));
    }

    private static List<Entry> read(List<String> texts) {
        ObjectNode feed = new ObjectMapper().createObjectNode().put("version", "https://jsonfeed.org/version/1.1");
        ArrayNode items = feed.putArray("items");
        for (int i = 0; i < texts.size(); i++) {
            items.addObject().put("id", "post " + i).put("title", "Post").put("content_text", texts.get(i));
        }
        Representation representation =
                new Representation(FEED, null, null, feed.toString().getBytes(StandardCharsets.UTF_8));
        return FeedParser.parse(representation, NOW)
                .fold(ParseOutcome.Readable::feed, unreadable -> {
                    throw new AssertionError(unreadable.reason());
                })
                .entries();
    }
}
