package community.orrery.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metadata as one column of JSON. Token by token, since a listing reads thousands of them; absent fields are left out, and
 * fields it does not know are passed over, so that an older program's row stays readable.
 */
final class MetadataJson {

    private static final JsonFactory JSON = new JsonFactory();

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

    private static MetadataFields fields(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            return new MetadataFields(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a row of the archive holds no metadata: " + text, e);
        }
    }
}
