package community.orrery.listen;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Answers one request, once. */
public final class Reply {

    /** Words. */
    public static final String TEXT = "text/plain; charset=utf-8";

    private static final int NO_BODY = -1;
    private static final int BUFFER = 1 << 16;

    private final HttpExchange exchange;
    private final IntConsumer answered;
    private final Headers fields;

    Reply(HttpExchange exchange, IntConsumer answered) {
        this.exchange = exchange;
        this.answered = answered;
        this.fields = exchange.getResponseHeaders();
        fields.set("X-Content-Type-Options", "nosniff");
        fields.set("Cross-Origin-Resource-Policy", "same-origin");
        fields.set("Cache-Control", "no-cache");
    }

    /** The path as it was asked for, its escapes included; empty for none. */
    public String path() {
        String path = exchange.getRequestURI().getRawPath();
        return path == null ? "" : path;
    }

    /** With its question mark; empty for none. */
    public String query() {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    /** Gives the answer a field. */
    public void set(String field, String value) {
        fields.set(field, value);
    }

    /** A request field's value; several are one list, none is empty. */
    public String asked(String field) {
        List<String> values = exchange.getRequestHeaders().get(field);
        return values == null ? "" : String.join(",", values);
    }

    /** In words, for whoever looks. */
    public void say(int status, String words) throws IOException {
        fields.set("Content-Type", TEXT);
        send(status, (words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Says where it is for good. */
    public void lead(String location) throws IOException {
        fields.set("Location", location);
        say(301, "It is at " + location);
    }

    /** What answers no path of its own: an error's page, a script of the preview's. */
    public void send(int status, String type, byte[] body) throws IOException {
        fields.set("Content-Type", type);
        send(status, body);
    }

    /** As the request's conditions and its range want it. */
    public void offer(Representation representation) throws IOException {
        Conditions conditions = new Conditions(this::asked);
        Conditions.Verdict verdict = conditions.judge(representation.etag(), representation.modified());
        if (verdict == Conditions.Verdict.PRECONDITION_FAILED) {
            say(412, "It is another one by now.");
            return;
        }
        fields.set("ETag", representation.etag());
        fields.set("Last-Modified", Conditions.date(representation.modified()));
        fields.set("Accept-Ranges", "bytes");
        if (verdict == Conditions.Verdict.NOT_MODIFIED) {
            answered.accept(304);
            exchange.sendResponseHeaders(304, NO_BODY);
            return;
        }
        Optional<ByteRange> part = isHead() || !conditions.allowsRange(representation.etag(), representation.modified())
                ? Optional.empty()
                : ByteRange.parse(asked("Range"), representation.size());
        if (part.filter(ByteRange::isUnsatisfiable).isPresent()) {
            fields.set("Content-Range", part.get().of(representation.size()));
            say(416, "It has no such part.");
            return;
        }
        fields.set("Content-Type", representation.type());
        part.ifPresent(range -> fields.set("Content-Range", range.of(representation.size())));
        stream(part.isPresent() ? 206 : 200, representation, part.orElse(new ByteRange(0, representation.size())));
    }

    private void stream(int status, Representation representation, ByteRange range) throws IOException {
        try (InputStream in = representation.source().from(range.first())) {
            if (!begin(status, range.length())) {
                return;
            }
            OutputStream out = exchange.getResponseBody();
            byte[] buffer = new byte[BUFFER];
            for (long left = range.length(); left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the file became shorter while it was sent");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private void send(int status, byte[] body) throws IOException {
        if (begin(status, body.length)) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Sends the fields. Returns whether bytes are to follow: none do on HEAD, nor when there are none. */
    private boolean begin(int status, long length) throws IOException {
        if (isHead()) {
            fields.set("Content-Length", String.valueOf(length));
        }
        boolean body = !isHead() && length > 0;
        answered.accept(status);
        exchange.sendResponseHeaders(status, body ? length : NO_BODY);
        return body;
    }

    private boolean isHead() {
        return exchange.getRequestMethod().equals("HEAD");
    }
}
