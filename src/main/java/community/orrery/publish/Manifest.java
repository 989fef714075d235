package community.orrery.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files below the output folder are ours, and what they were made from. Without it nothing is lost: every page is made
 * again and compared.
 */
final class Manifest {

    static final String NAME = ".orrery-manifest";

    private static final String FIRST_LINE = "orrery 1";

    /** Characters, to make room for so many lines. */
    private static final int AVERAGE_LINE = 64;

    /** Of a size: as many as surely fit into a long. */
    private static final int MOST_DIGITS = 18;

    /** @param digest of the file's inputs; {@link #UNKNOWN} where it may be half done. @param size in bytes */
    record Held(String digest, long size) {}

    /** Ours, but whether it was written is not known: the run may have been killed. */
    static final Held UNKNOWN = new Held("-", -1);

    /** In the order of their paths; found by hashing, since paths of one folder differ in their last letters only. */
    private final Map<String, Held> files;

    private final boolean found;

    private Manifest(Map<String, Held> files, boolean found) {
        this.files = files;
        this.found = found;
    }

    /** The one that follows this one. Few files are new, so only they are put in order. */
    Manifest next(Map<String, Held> after) {
        List<String> added = after.keySet().stream()
                .filter(path -> !files.containsKey(path))
                .sorted()
                .toList();
        Map<String, Held> ordered = room(after.size());
        int next = 0;
        for (String path : files.keySet()) {
            while (next < added.size() && added.get(next).compareTo(path) < 0) {
                move(added.get(next++), after, ordered);
            }
            move(path, after, ordered);
        }
        added.subList(next, added.size()).forEach(path -> move(path, after, ordered));
        return new Manifest(ordered, true);
    }

    private static void move(String path, Map<String, Held> from, Map<String, Held> to) {
        Held held = from.get(path);
        if (held != null) {
            to.put(path, held);
        }
    }

    private static Map<String, Held> room(int files) {
        return new LinkedHashMap<>(files * 4 / 3 + 1);
    }

    /** As it lies there; nothing when it is missing. */
    static byte[] bytes(Path output) throws IOException {
        Path file = output.resolve(NAME);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : new byte[0];
    }

    /** How many files it names, as far as its lines tell. */
    static int count(Path output) throws IOException {
        int lines = 0;
        for (byte letter : bytes(output)) {
            lines += letter == '\n' ? 1 : 0;
        }
        return Math.max(0, lines - 1);
    }

    /** A manifest that is missing or cannot be understood is an empty one. */
    static Manifest read(Path output) throws IOException {
        Path file = output.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Manifest(Map.of(), false);
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith(FIRST_LINE + "\n")
                ? new Manifest(files(text, FIRST_LINE.length() + 1), true)
                : new Manifest(Map.of(), false);
    }

    private static Map<String, Held> files(String text, int from) {
        Map<String, Held> files = room(text.length() / AVERAGE_LINE);
        String last = "";
        boolean ordered = true;
        int end;
        for (int start = from; start < text.length(); start = end + 1) {
            int newline = text.indexOf('\n', start);
            end = newline < 0 ? text.length() : newline;
            int size = text.indexOf('\t', start) + 1;
            int path = size == 0 ? 0 : text.indexOf('\t', size) + 1;
            if (path > 0 && path < end && isNumber(text, size, path - 1)) {
                String name = text.substring(path, end);
                if (Paths.isSound(name)) {
                    long bytes = Long.parseLong(text, size, path - 1, 10);
                    files.put(name, new Held(text.substring(start, size - 1), bytes));
                    ordered &= last.compareTo(name) < 0;
                    last = name;
                }
            }
        }
        return ordered ? files : new LinkedHashMap<>(new TreeMap<>(files)); // somebody's hand was in it
    }

    private static boolean isNumber(String text, int from, int to) {
        int digits = from < to && text.charAt(from) == '-' ? from + 1 : from;
        for (int i = digits; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to - digits >= 1 && to - digits <= MOST_DIGITS;
    }

    byte[] bytes() {
        StringBuilder out = new StringBuilder(files.size() * AVERAGE_LINE)
                .append(FIRST_LINE)
                .append('\n');
        files.forEach((path, held) -> out.append(held.digest())
                .append('\t')
                .append(held.size())
                .append('\t')
                .append(path)
                .append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Nullable
    Held held(String path) {
        return files.get(path);
    }

    /** In the order of their paths. */
    Map<String, Held> files() {
        return files;
    }

    /** False when there was none, so that whose a file is cannot be told. */
    boolean isFound() {
        return found;
    }
}
