package community.orrery.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Metadata as one column of JSON. Token by token, since a listing reads thousands of them; absent fields are left out, and
 * fields it does not know are passed over, so that an older program's row stays readable.
 */
final class MetadataJson {

    private static final JsonFactory JSON = new JsonFactory();

    /** How an instant of whole seconds spells itself. */
    private static final String SHAPE = "0000-00-00T00:00:00Z";

    private static final long SECONDS_A_DAY = 86_400;

    private MetadataJson() {}

    static String write(Metadata m) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            text(json, "link", m.link());
            text(json, "title", m.title());
            text(json, "published", m.published());
            text(json, "updated", m.updated());
            writeAuthors(json, m.authors());
            writeCategories(json, m.categories());
            text(json, "language", m.language());
            text(json, "rights", m.rights());
            text(json, "license", m.license());
            writeEnclosures(json, m.enclosures());
            text(json, "thumbnail", m.thumbnail());
            text(json, "comments", m.comments());
            writeSource(json, m.source());
            text(json, "canonical", m.canonical());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String write(FeedMetadata m) {
        StringWriter out = new StringWriter(128);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            text(json, "id", m.id());
            text(json, "title", m.title().isEmpty() ? null : m.title());
            text(json, "link", m.link());
            writeAuthors(json, m.authors());
            text(json, "rights", m.rights());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static void writeAuthors(JsonGenerator json, List<Person> authors) throws IOException {
        if (authors.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("authors");
        for (Person author : authors) {
            json.writeStartObject();
            text(json, "name", author.name());
            text(json, "uri", author.uri());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeCategories(JsonGenerator json, List<Category> categories) throws IOException {
        if (categories.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("categories");
        for (Category category : categories) {
            json.writeStartObject();
            text(json, "term", category.term());
            text(json, "scheme", category.scheme());
            text(json, "label", category.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeEnclosures(JsonGenerator json, List<Enclosure> enclosures) throws IOException {
        if (enclosures.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("enclosures");
        for (Enclosure enclosure : enclosures) {
            json.writeStartObject();
            text(json, "uri", enclosure.uri());
            text(json, "type", enclosure.type());
            text(json, "length", enclosure.length());
            text(json, "duration", enclosure.duration());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeSource(JsonGenerator json, @Nullable Source source) throws IOException {
        if (source != null) {
            json.writeObjectFieldStart("source");
            text(json, "id", source.id());
            text(json, "title", source.title());
            text(json, "link", source.link());
            text(json, "feed", source.feed());
            json.writeEndObject();
        }
    }

    static Metadata read(String text) {
        return fields(text).metadata();
    }

    static FeedMetadata readFeed(String text) {
        return fields(text).feedMetadata();
    }

    private static Fields fields(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            return new Fields(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of the archive holds no metadata: " + text, e);
        }
    }

    /** The fields of one JSON object: strings by name, and arrays of objects of strings. */
    private static final class Fields {
        private final java.util.Map<String, String> texts = new java.util.HashMap<>();
        private final java.util.Map<String, List<Fields>> lists = new java.util.HashMap<>();

        Fields(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    List<Fields> items = new ArrayList<>();
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        items.add(new Fields(json));
                    }
                    lists.put(name, items);
                } else if (value == JsonToken.START_OBJECT) {
                    lists.put(name, List.of(new Fields(json)));
                } else {
                    texts.put(name, json.getText());
                }
            }
        }

        Metadata metadata() {
            return new Metadata(
                    uri("link"),
                    required("title"),
                    instant("published"),
                    instant("updated"),
                    authors(),
                    all("categories", c -> new Category(c.required("term"), c.text("scheme"), c.text("label"))),
                    text("language"),
                    text("rights"),
                    uri("license"),
                    enclosures(),
                    uri("thumbnail"),
                    uri("comments"),
                    items("source").isEmpty() ? null : items("source").get(0).source(),
                    uri("canonical"));
        }

        FeedMetadata feedMetadata() {
            return new FeedMetadata(text("id"), required("title"), uri("link"), authors(), text("rights"));
        }

        private List<Person> authors() {
            return all("authors", author -> new Person(author.required("name"), author.uri("uri")));
        }

        private <T> List<T> all(String name, Function<Fields, T> read) {
            List<Fields> items = items(name);
            if (items.isEmpty()) {
                return List.of();
            }
            List<T> all = new ArrayList<>(items.size());
            items.forEach(item -> all.add(read.apply(item)));
            return all;
        }

        private List<Enclosure> enclosures() {
            return items("enclosures").isEmpty()
                    ? List.of()
                    : items("enclosures").stream().flatMap(Fields::enclosure).toList();
        }

        private Stream<Enclosure> enclosure() {
            URI uri = uri("uri");
            if (uri == null) {
                return Stream.empty();
            }
            String length = text("length");
            String duration = text("duration");
            return Stream.of(new Enclosure(
                    uri,
                    text("type"),
                    length == null ? null : Long.valueOf(length),
                    duration == null ? null : Duration.parse(duration)));
        }

        private Source source() {
            return new Source(text("id"), text("title"), uri("link"), uri("feed"));
        }

        private List<Fields> items(String name) {
            return lists.getOrDefault(name, List.of());
        }

        private @Nullable String text(String name) {
            return texts.get(name);
        }

        private String required(String name) {
            return texts.getOrDefault(name, "");
        }

        private @Nullable URI uri(String name) {
            String value = texts.get(name);
            return value == null ? null : web(value);
        }

        /** Also an export that somebody wrote by hand puts no address on a page that a browser would run. */
        private static @Nullable URI web(String value) {
            try {
                URI uri = new URI(value);
                String scheme = String.valueOf(uri.getScheme());
                boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
                return web && uri.getRawAuthority() != null ? uri : null;
            } catch (URISyntaxException e) {
                return null;
            }
        }

        private @Nullable Instant instant(String name) {
            String value = texts.get(name);
            return value == null ? null : moment(value);
        }

        /** Whole seconds, as nearly all dates have them, by hand; all else as {@link Instant#parse} reads it. */
        private static Instant moment(String text) {
            if (!isWholeSeconds(text)) {
                return Instant.parse(text);
            }
            return Instant.ofEpochSecond(LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                                    .toEpochDay()
                            * SECONDS_A_DAY
                    + number(text, 11, 13) * 3600L
                    + number(text, 14, 16) * 60L
                    + number(text, 17, 19));
        }

        private static boolean isWholeSeconds(String text) {
            if (text.length() != SHAPE.length()) {
                return false;
            }
            for (int i = 0; i < SHAPE.length(); i++) {
                char c = text.charAt(i);
                char shape = SHAPE.charAt(i);
                if (shape == '0' ? c < '0' || c > '9' : c != shape) {
                    return false;
                }
            }
            return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
        }

        private static int number(String digits, int from, int to) {
            int number = 0;
            for (int i = from; i < to; i++) {
                number = number * 10 + digits.charAt(i) - '0';
            }
            return number;
        }
    }
}
