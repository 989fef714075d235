package community.orrery.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Source;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of one object of {@link MetadataJson}: strings by name, and arrays of objects of strings. */
final class MetadataFields {

    /** How an instant of whole seconds spells itself. */
    private static final String SHAPE = "0000-00-00T00:00:00Z";

    private static final long SECONDS_A_DAY = 86_400;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<MetadataFields>> lists = new HashMap<>();

    MetadataFields(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY) {
                List<MetadataFields> items = new ArrayList<>();
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    items.add(new MetadataFields(json));
                }
                lists.put(name, items);
            } else if (value == JsonToken.START_OBJECT) {
                lists.put(name, List.of(new MetadataFields(json)));
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

    private <T> List<T> all(String name, Function<MetadataFields, T> read) {
        List<MetadataFields> items = items(name);
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
                : items("enclosures").stream()
                        .flatMap(MetadataFields::enclosure)
                        .toList();
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

    private List<MetadataFields> items(String name) {
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
