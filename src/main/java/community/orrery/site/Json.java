package community.orrery.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON out, in the order in which it was put together. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** An object of the keys whose value is not null. */
    static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return object;
    }

    static byte[] file(Object value) {
        Utf8Writer out = new Utf8Writer(32 << 10);
        write(out, value, new DefaultPrettyPrinter());
        out.write('\n');
        return out.bytes();
    }

    /** For a script element: nothing in it can end the element or begin a comment (HTML section 4.12.1.3). */
    static View.DataBlock block(Object value) {
        return new View.DataBlock(new String(script("", value, ""), StandardCharsets.UTF_8));
    }

    /**
     * One line, with no character that HTML or JavaScript could read as anything but part of a string.
     *
     * @param before code of ours, and so is {@code after}
     */
    static byte[] script(String before, Object value, String after) {
        Utf8Writer out = new Utf8Writer(32 << 10);
        out.write(before);
        write(new ScriptSafe(out), value, null);
        out.write(after);
        return out.bytes();
    }

    /** Writes those characters by their number. JSON has them nowhere but in strings. */
    private static final class ScriptSafe extends FilterWriter {

        ScriptSafe(Utf8Writer out) {
            super(out);
        }

        @Override
        public void write(char[] json, int from, int count) throws IOException {
            int end = from + count;
            int written = from;
            for (int at = from; at < end; at++) {
                char c = json[at];
                if (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                    out.write(json, written, at - written);
                    out.write(c < 0x80 ? "\\u00" + Integer.toHexString(c) : "\\u" + Integer.toHexString(c));
                    written = at + 1;
                }
            }
            out.write(json, written, end - written);
        }

        @Override
        public void write(String json, int from, int count) throws IOException {
            write(json.toCharArray(), from, count);
        }

        @Override
        public void write(int c) throws IOException {
            write(new char[] {(char) c}, 0, 1);
        }
    }

    private static void write(Writer out, Object value, @Nullable PrettyPrinter printer) {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(printer);
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Token by token: a mapper of objects would be the largest part of a short run's classes. */
    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                json.writeFieldName(String.valueOf(field.getKey()));
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value == null || value instanceof String) {
            json.writeString((String) value);
        } else {
            throw new IllegalArgumentException("no JSON: " + value.getClass());
        }
    }
}
