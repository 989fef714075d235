package community.orrery.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The archive as JSON lines: one object a line, in an order that depends on nothing but what is stored, so that equal archives
 * give equal bytes. Names and values are the schema's (see {@code db/migration}): times and durations in milliseconds; what is
 * absent is left out.
 *
 * <pre>
 * {"kind":"archive","format":1,"schema":…,"facts":{…}}
 * {"kind":"feed","key":…,"member":…,"xml_url":…,…,"reading":{…}}                     its state, and what history remembers of it
 * {"kind":"post","key":…,…,"metadata":{…},"content":{"markup":…},"ids":[{"feed":…,"id":…}]}    with the entry as it was published
 * {"kind":"kinship","one":…,"other":…,…}                                             two members' posts that are one writing
 * {"kind":"end","lines":…}                                                           how many lines stand before this one
 * </pre>
 *
 * Traces and cleaned texts, which can be made again, are left out. A row at a time is held in memory.
 */
final class Export {

    static final int FORMAT = 1;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .rootValueSeparator("")
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Database database;
    private final JsonGenerator json;
    private long lines;

    private Export(Database database, JsonGenerator json) {
        this.database = database;
        this.json = json;
    }

    /** @throws UncheckedIOException when the stream cannot be written to */
    static void write(Database database, OutputStream out) throws SQLException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new Export(database, json).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all() throws SQLException, IOException {
        json.writeStartObject();
        json.writeStringField("kind", "archive");
        json.writeNumberField("format", FORMAT);
        json.writeNumberField("schema", Schema.versionOf(database));
        json.writeObjectFieldStart("facts");
        each(
                "select name, value from fact where name <> ? order by name",
                row -> number(row.getString(1), row.getLong(2)),
                Facts.KEPT_TO);
        json.writeEndObject();
        json.writeEndObject();
        end();
        for (Tables.Table table : Tables.told(database)) {
            each(table.select(), row -> row(table, row));
        }
        json.writeStartObject();
        json.writeStringField("kind", "end");
        json.writeNumberField("lines", lines);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** A row as a line, with the rows of other tables that belong to it alone inside. */
    private void row(Tables.Table table, ResultSet row) throws SQLException, IOException {
        json.writeStartObject();
        json.writeStringField("kind", table.name());
        columns(row);
        if (table.name().equals(Tables.FEED)) {
            inside("reading", "select * from reading where feed = ?", row.getLong("key"));
        } else if (table.name().equals(Tables.POST)) {
            long post = row.getLong("key");
            inside("content", "select * from content where post = ?", post);
            json.writeArrayFieldStart("ids");
            each(
                    "select feed, id from sighting where post = ? order by feed, id",
                    id -> {
                        json.writeStartObject();
                        columns(id);
                        json.writeEndObject();
                    },
                    post);
            json.writeEndArray();
        }
        json.writeEndObject();
        end();
    }

    private void inside(String name, String select, long key) throws SQLException {
        each(
                select,
                row -> {
                    json.writeObjectFieldStart(name);
                    columns(row);
                    json.writeEndObject();
                },
                key);
    }

    private void columns(ResultSet row) throws SQLException, IOException {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i);
            String value = row.getString(i);
            if (value == null) {
                continue;
            }
            json.writeFieldName(name);
            switch (row.getMetaData().getColumnType(i)) {
                case Types.INTEGER, Types.BIGINT -> json.writeNumber(row.getLong(i));
                case Types.REAL, Types.FLOAT, Types.DOUBLE -> json.writeNumber(row.getDouble(i));
                default -> {
                    if (name.equals(Tables.METADATA)) {
                        json.writeRawValue(value);
                    } else {
                        json.writeString(value);
                    }
                }
            }
        }
    }

    private void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    private void end() throws IOException {
        json.writeRaw('\n');
        lines++;
    }

    /** What is done with a row, which may fail as writing fails. */
    private interface Writing {
        void write(ResultSet row) throws SQLException, IOException;
    }

    private void each(String select, Writing writing, Object... arguments) throws SQLException {
        database.each(
                select,
                row -> {
                    try {
                        writing.write(row);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                arguments);
    }
}
