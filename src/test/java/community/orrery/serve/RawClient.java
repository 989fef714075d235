package community.orrery.serve;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Sends requests to the letter, which no tidy client does, and takes their answers apart. */
final class RawClient {

    private final URI server;

    RawClient(URI server) {
        this.server = server;
    }

    /** @param body each byte as one character */
    record Answer(int status, Map<String, String> fields, String body) {

        String field(String name) {
            return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    Answer get(String path, String... fields) {
        return ask("GET", path, fields);
    }

    /** @param fields names and values by turns */
    Answer ask(String method, String path, String... fields) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        boolean named = false;
        for (int i = 0; i < fields.length; i += 2) {
            request.append(fields[i]).append(": ").append(fields[i + 1]).append("\r\n");
            named |= fields[i].equals("Host");
        }
        return send(request + (named ? "" : "Host: localhost\r\n") + "\r\n");
    }

    private Answer send(String request) {
        try (Socket socket = open()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        Map<String, String> fields = new LinkedHashMap<>();
        String[] lines = text.substring(0, end).split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            String[] field = lines[i].split(": ?", 2);
            fields.put(field[0].toLowerCase(Locale.ROOT), field[1]);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), fields, text.substring(end + 4));
    }
}
