package community.orrery.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.Entry;
import community.orrery.feed.Metadata;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Person;
import community.orrery.feed.Representation;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Source;
import community.orrery.feed.UntrustedHtml;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every document under {@code src/test/resources/parse} is a test: the JSON beside it says in words what is odd about it and
 * what must come out. What an expectation does not name is not looked at; {@code null} means that it must be absent.
 */
class FixtureTest {

    private static final Path FOLDER = Path.of("src/test/resources/parse");
    /** Web pages that name a feed: AutodiscoveryTest reads them. */
    private static final Path PAGES = FOLDER.resolve("autodiscovery");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** When the documents are read. */
    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");

    private static final Map<String, Function<ParsedFeed, @Nullable Object>> FEED = Map.of(
            "title", ParsedFeed::title,
            "link", ParsedFeed::link,
            "id", feed -> feed.metadata().id(),
            "rights", feed -> feed.metadata().rights(),
            "authors",
                    feed -> feed.metadata().authors().stream()
                            .map(FixtureTest::words)
                            .toList(),
            "language", ParsedFeed::language,
            "interval", feed -> feed.rhythm().interval(),
            "skipHours", feed -> new TreeSet<>(feed.rhythm().skipHours()).toString(),
            "skipDays", feed -> new TreeSet<>(feed.rhythm().skipDays()).toString(),
            "rhythm", feed -> feed.rhythm().equals(Rhythm.NONE) ? null : feed.rhythm());

    private static final Map<String, Function<Entry, @Nullable Object>> ENTRY = Map.ofEntries(
            field("id", entry -> entry.id().value()),
            field("idKind", entry -> entry.id().kind()),
            field("content", entry -> markup(entry.content())),
            field("contentBase", entry -> base(entry.content())),
            field("summary", entry -> markup(entry.summary())),
            field("link", of(Metadata::link)),
            field("title", of(Metadata::title)),
            field("published", of(Metadata::published)),
            field("updated", of(Metadata::updated)),
            field("language", of(Metadata::language)),
            field("rights", of(Metadata::rights)),
            field("license", of(Metadata::license)),
            field("thumbnail", of(Metadata::thumbnail)),
            field("comments", of(Metadata::comments)),
            field("canonical", of(Metadata::canonical)));

    private static final Map<String, Function<Entry, List<String>>> LISTS = Map.of(
            "authors",
                    entry -> entry.metadata().authors().stream()
                            .map(FixtureTest::words)
                            .toList(),
            "categories",
                    entry -> entry.metadata().categories().stream()
                            .map(FixtureTest::words)
                            .toList(),
            "enclosures",
                    entry -> entry.metadata().enclosures().stream()
                            .map(FixtureTest::words)
                            .toList(),
            "source", entry -> words(entry.metadata().source()));

    @TestFactory
    Stream<DynamicTest> readsWhatTheFixtureExpects() throws IOException {
        return documents()
                .map(document ->
                        DynamicTest.dynamicTest(FOLDER.relativize(document).toString(), () -> check(document)));
    }

    @Test
    void thereIsAFixtureForEachOddity() throws IOException {
        assertThat(documents().count()).isGreaterThanOrEqualTo(150);
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".json") && !file.startsWith(PAGES))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static void check(Path document) throws IOException {
        JsonNode expected = JSON.readTree(Files.readAllBytes(
                document.resolveSibling(document.getFileName().toString().replaceFirst("\\.[^.]+$", ".json"))));
        assertThat(expected.path("about").asText()).as("what is odd about it").isNotBlank();
        String http = expected.path("contentType").asText(null);
        URI uri = URI.create(expected.path("uri").asText("https://feeds.example.org/blog/feed.xml"));
        String location = expected.path("contentLocation").asText(null);
        Representation representation = new Representation(
                uri, http, location == null ? null : uri.resolve(location), Files.readAllBytes(document));
        FeedParser.parse(representation, NOW).<Boolean>fold(readable -> feed(expected, readable.feed()), unreadable -> {
            assertThat(unreadable.kind().name())
                    .as(unreadable.reason())
                    .isEqualTo(expected.path("unreadable").asText("readable"));
            return true;
        });
    }

    private static boolean feed(JsonNode expected, ParsedFeed feed) {
        assertThat(expected.has("unreadable")).as("read as a feed: %s", feed).isFalse();
        if (expected.has("repaired")) {
            assertThat(feed.repaired()).contains(expected.get("repaired").asText());
        } else {
            assertThat(feed.repaired()).as("repaired").isNull();
        }
        FEED.forEach((name, value) -> compare(expected, name, value.apply(feed)));
        if (expected.has("entries")) {
            JsonNode entries = expected.get("entries");
            assertThat(feed.entries()).as("entries").hasSize(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                entry(entries.get(i), feed.entries().get(i));
            }
        }
        return true;
    }

    private static void entry(JsonNode expected, Entry entry) {
        expected.fieldNames().forEachRemaining(name -> assertThat(ENTRY.containsKey(name) || LISTS.containsKey(name))
                .as(name)
                .isTrue());
        ENTRY.forEach((name, value) -> compare(expected, name, value.apply(entry)));
        LISTS.forEach((name, value) -> {
            if (expected.has(name)) {
                List<String> all = StreamSupport.stream(expected.get(name).spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
                assertThat(value.apply(entry)).as(name).isEqualTo(all);
            }
        });
    }

    private static void compare(JsonNode expected, String name, @Nullable Object value) {
        if (expected.has(name)) {
            assertThat(value == null ? null : value.toString())
                    .as(name)
                    .isEqualTo(expected.get(name).asText(null));
        }
    }

    private static Map.Entry<String, Function<Entry, @Nullable Object>> field(
            String name, Function<Entry, @Nullable Object> value) {
        return Map.entry(name, value);
    }

    private static Function<Entry, @Nullable Object> of(Function<Metadata, @Nullable Object> value) {
        return entry -> value.apply(entry.metadata());
    }

    private static @Nullable String markup(@Nullable UntrustedHtml html) {
        return html == null ? null : html.markup().strip();
    }

    private static @Nullable URI base(@Nullable UntrustedHtml html) {
        return html == null ? null : html.base();
    }

    private static String words(Person person) {
        return person.uri() == null ? person.name() : person.name() + " " + person.uri();
    }

    private static String words(Category category) {
        return Stream.of(category.term(), category.scheme(), category.label())
                .filter(Objects::nonNull)
                .reduce((a, b) -> a + " | " + b)
                .orElseThrow();
    }

    private static String words(Enclosure enclosure) {
        return Stream.of(enclosure.uri(), enclosure.type(), enclosure.length(), enclosure.duration())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static List<String> words(@Nullable Source source) {
        return source == null
                ? List.of()
                : Stream.of(source.id(), source.title(), source.link(), source.feed())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList();
    }
}
