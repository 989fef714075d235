package community.orrery.serve;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request's path as names below the site's folder. What is no plain name is refused before any file is asked for: it is
 * decoded once and never again, so that a doubly encoded path is a name like any other.
 *
 * @param names of folders and at the end a file, none empty, none beginning with a dot
 * @param folder whether the path ended with a slash
 */
record RequestPath(List<String> names, boolean folder) {

    RequestPath {
        names = List.copyOf(names);
    }

    /**
     * @param raw as it came, percent-encoded
     * @return empty when it names nothing that a site has: parent folders, hidden files, empty names, separators and volumes
     *     of other systems, control characters, bytes that are no UTF-8
     */
    static Optional<RequestPath> parse(String raw) {
        return decode(raw).filter(path -> path.startsWith("/")).flatMap(RequestPath::split);
    }

    private static Optional<RequestPath> split(String path) {
        boolean folder = path.endsWith("/");
        String inner = path.substring(1, folder ? Math.max(1, path.length() - 1) : path.length());
        List<String> names = inner.isEmpty() ? List.of() : Arrays.asList(inner.split("/", -1));
        boolean nothing = inner.isEmpty() && path.length() > 1;
        return nothing || !names.stream().allMatch(RequestPath::isPlain)
                ? Optional.empty()
                : Optional.of(new RequestPath(names, folder));
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.startsWith(".")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<String> decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            if (each == '%') {
                int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(raw.charAt(i + 2), 16);
                if (low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (each > '~') {
                return Optional.empty();
            } else {
                bytes.write(each);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
