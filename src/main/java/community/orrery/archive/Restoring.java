package community.orrery.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Reads what {@link Export} wrote into an archive that holds nothing yet. A line at a time is held in memory. */
final class Restoring {

    /** A feed may be 256 MiB at most, and so may a text in it. */
    private static final int LONGEST = 512 << 20;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    /** The bits of SQLite's result codes that tell the kind of trouble; the others tell which of that kind. */
    private static final int PRIMARY_CODE = 0xff;

    /** As the program itself names members and pages. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,199}");

    /** Of an object in which there are values alone. */
    private static final Map<String, List<Map<String, Object>>> NOTHING_INSIDE = Map.of();

    /** Columns that earlier programs exported and this one makes do without. */
    static final Set<String> FORMER = Set.of("essence_digest", "text_digest");

    private final Database database;
    private final Posts posts;
    private final Kin kin;
    private final Facts facts;
    private final JsonParser json;
    private final Map<String, Tables.Table> tables;
    private long lines;

    private Restoring(Database database, Posts posts, Kin kin, Facts facts, JsonParser json) throws SQLException {
        this.database = database;
        this.posts = posts;
        this.kin = kin;
        this.facts = facts;
        this.json = json;
        this.tables = Tables.all(database).stream().collect(Collectors.toMap(Tables.Table::name, Function.identity()));
    }

    /**
     * To be called inside a transaction.
     *
     * @return lines read
     * @throws ArchiveException when these are no lines of an export, or not all of one, or of a newer one
     */
    static long read(Database database, Posts posts, Kin kin, Facts facts, InputStream in) throws SQLException {
        try (JsonParser json = JSON.createParser(in)) {
            Restoring restoring = new Restoring(database, posts, kin, facts, json);
            try {
                restoring.all();
            } catch (JsonProcessingException e) {
                throw restoring.wrong("This is not JSON: " + e.getOriginalMessage() + ".");
            }
            return restoring.lines;
        } catch (IOException e) {
            throw new ArchiveException("The export cannot be read: " + e.getMessage() + ". Nothing was imported.", e);
        }
    }

    private void all() throws SQLException, IOException {
        boolean ended = false;
        while (json.nextToken() != null) {
            if (ended || json.currentToken() != JsonToken.START_OBJECT) {
                throw wrong("Here an object is expected, or the end.");
            }
            if (!"kind".equals(json.nextFieldName())) {
                throw wrong("This object does not say its kind first.");
            }
            String kind = String.valueOf(json.nextTextValue());
            if ((lines == 0) != kind.equals("archive")) {
                throw wrong("The line that says what this is stands first, and once.");
            }
            ended = kind.equals("end");
            if (kind.equals("archive")) {
                header();
            } else {
                sound(kind);
            }
            lines += ended ? 0 : 1;
        }
        if (!ended) {
            throw wrong("The export ends in the middle: its last line is missing. Export again, or copy it whole.");
        }
    }

    private void header() throws SQLException, IOException {
        Map<String, Object> values = object(NOTHING_INSIDE);
        long schema = values.get("schema") instanceof Long number ? number : 0;
        long format = values.get("format") instanceof Long number ? number : 0;
        if (format < 1 || schema < 1) {
            throw wrong("This is no export of an archive.");
        }
        if (format > Export.FORMAT || schema > Schema.NEWEST) {
            throw wrong("A newer Orrery wrote this export. Use that newer program.");
        }
    }

    private void end() throws SQLException, IOException {
        if (!Long.valueOf(lines).equals(object(NOTHING_INSIDE).get("lines"))) {
            throw wrong(
                    "There are " + lines + " lines before this one, and it counts others: some are lost or doubled.");
        }
        readBack();
    }

    /** What every run reads at its beginning. */
    private void readBack() throws SQLException {
        if (!database.query("pragma foreign_key_check(post)", row -> row.getString(1))
                .isEmpty()) {
            throw wrong("A post before this line belongs to no feed.");
        }
        Feeds feeds = new Feeds(database);
        for (FeedKey feed : feeds.states().keySet()) {
            feeds.memory(feeds.key(feed));
        }
        new Diaries(database).visits();
        posts.listing(member -> true);
    }

    /** A row that this archive can hold, and later runs can read; or the end of what they can. */
    private void sound(String kind) throws SQLException, IOException {
        try {
            row(kind);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | UncheckedIOException e) {
            throw wrong("A value cannot be read: " + e.getMessage() + ".");
        } catch (SQLiteException e) {
            if ((e.getResultCode().code & PRIMARY_CODE) != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                throw e;
            }
            throw wrong("It lacks something, or contradicts a line before it: " + e.getMessage() + ".");
        }
    }

    private void row(String kind) throws SQLException, IOException {
        if (kind.equals("end")) {
            end();
            return;
        }
        if (Tables.UNTOLD.contains(kind)) {
            // What the program makes itself of an entry is believed, and so never taken from a stranger.
            throw wrong("No line of an export is of the kind “" + kind + "”.");
        }
        Map<String, List<Map<String, Object>>> inner = new HashMap<>();
        Map<String, Object> values = object(inner);
        if (kind.equals(Tables.POST) && !(isName(values.get("member")) && isName(values.get("slug")))) {
            throw wrong("A post's member and slug are to be letters, digits and hyphens: they name its page.");
        }
        insert(kind, values);
        Object key = values.get("key");
        for (Map<String, Object> reading : inner.getOrDefault("reading", List.of())) {
            insert("reading", reading);
        }
        for (Map<String, Object> content : inner.getOrDefault("content", List.of())) {
            insert("content", content);
        }
        for (Map<String, Object> id : inner.getOrDefault("ids", List.of())) {
            id.put("post", key);
            insert("sighting", id);
        }
        if (kind.equals(Tables.POST) && key instanceof Long post) {
            kin.trace(posts.row(post).print());
        }
    }

    private static boolean isName(@Nullable Object value) {
        return value instanceof String name && NAME.matcher(name).matches();
    }

    private void insert(String table, Map<String, Object> values) throws SQLException {
        values.keySet().removeAll(FORMER);
        Tables.Table known = tables.get(table);
        if (known == null || values.isEmpty()) {
            throw wrong("Nothing of the kind “" + table + "” is known.");
        }
        for (String column : values.keySet()) {
            if (!known.columns().contains(column)) {
                throw wrong("A " + table + " has no “" + column + "”.");
            }
        }
        String columns = values.keySet().stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(", "));
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        database.update(
                "insert into \"" + table + "\" (" + columns + ") values (" + places + ")",
                values.values().toArray());
    }

    /**
     * The rest of the object whose first name has been read: its values by name; objects and arrays of objects apart, where
     * there may be any.
     */
    private Map<String, Object> object(Map<String, List<Map<String, Object>>> inner) throws SQLException, IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals(Tables.METADATA) && value == JsonToken.START_OBJECT) {
                values.put(name, copied());
            } else if (name.equals("facts") && value == JsonToken.START_OBJECT) {
                for (Map.Entry<String, Object> fact : object(NOTHING_INSIDE).entrySet()) {
                    facts.set(fact.getKey(), fact.getValue() instanceof Long number ? number : 0);
                }
            } else if (value == JsonToken.START_OBJECT && inner != NOTHING_INSIDE) {
                inner.put(name, List.of(object(NOTHING_INSIDE)));
            } else if (value == JsonToken.START_ARRAY && inner != NOTHING_INSIDE) {
                List<Map<String, Object>> all = new ArrayList<>();
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    all.add(object(NOTHING_INSIDE));
                }
                inner.put(name, all);
            } else {
                values.put(name, scalar(value));
            }
        }
        return values;
    }

    private Object scalar(JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            default -> throw wrong("A value is neither text nor a number.");
        };
    }

    private String copied() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }

    private ArchiveException wrong(String what) {
        return new ArchiveException("The export, line " + (lines + 1) + ": " + what + " Nothing was imported.");
    }
}
