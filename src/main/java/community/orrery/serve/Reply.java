package community.orrery.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers one request, once. */
final class Reply {

    private static final int NO_BODY = -1;
    private static final int BUFFER = 1 << 16;

    private final HttpExchange exchange;
    private final Headers fields;

    Reply(HttpExchange exchange) {
        this.exchange = exchange;
        this.fields = exchange.getResponseHeaders();
        fields.set("X-Content-Type-Options", "nosniff");
        fields.set("Cross-Origin-Resource-Policy", "same-origin");
        fields.set("Cache-Control", "no-cache");
    }

    /** A request field's value; several are one list, none is empty. */
    String asked(String field) {
        List<String> values = exchange.getRequestHeaders().get(field);
        return values == null ? "" : String.join(",", values);
    }

    /** In words, for whoever looks. */
    void say(int status, String words) throws IOException {
        fields.set("Content-Type", MediaType.TEXT);
        send(status, (words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void refuseMethod() throws IOException {
        fields.set("Allow", "GET, HEAD");
        say(405, "This is a preview: it can only be read.");
    }

    void lead(String location) throws IOException {
        fields.set("Location", location);
        say(301, "It is at " + location);
    }

    /** What answers no path of its own: an error's page, a script of the preview's. */
    void send(int status, String type, byte[] body) throws IOException {
        fields.set("Content-Type", type);
        send(status, body);
    }

    /** As the request's conditions and its range want it. */
    void offer(Representation representation) throws IOException {
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
        exchange.sendResponseHeaders(status, body ? length : NO_BODY);
        return body;
    }

    private boolean isHead() {
        return exchange.getRequestMethod().equals("HEAD");
    }
}
