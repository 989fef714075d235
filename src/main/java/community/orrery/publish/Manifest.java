package community.orrery.publish;

import community.orrery.site.Sum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files below the output folder are ours, and what they were made from: a line for each, in the order of their paths.
 * Without it nothing is lost: every page is made again and compared.
 *
 * <p>It is kept as the bytes of its file, since nearly all lines of a large site stay as they are from one publish to the next:
 * a line is found by halving, is compared where it lies, and is copied with its neighbours.
 */
final class Manifest {

    static final String NAME = ".orrery-manifest";

    private static final byte[] FIRST_LINE = "orrery 1\n".getBytes(StandardCharsets.UTF_8);

    /** Bytes, to make room for so many lines. */
    private static final int AVERAGE_LINE = 96;

    /** Of a size: as many as surely fit into a long. */
    private static final int MOST_DIGITS = 18;

    /** What is noted of a file. @param digest of its inputs; {@link #UNKNOWN} where it may be half done. @param size in bytes */
    record Held(String digest, long size) {

        byte[] line(String path) {
            return (digest + '\t' + size + '\t' + path + '\n').getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Ours, but whether it was written is not known: the run may have been killed. */
    static final Held UNKNOWN = new Held("-", -1);

    private final boolean found;
    private final byte[] text;

    /** Where each line begins in the text, and after the last one where the text ends. */
    private final int[] starts;

    /** Where each line's path begins; where the line ends, for one that is not whole: it names no file of ours. */
    private final int[] paths;

    private Manifest(boolean found, byte[] text) {
        this.found = found;
        this.text = text;
        this.starts = starts(text);
        this.paths = new int[starts.length - 1];
        for (int line = 0; line < paths.length; line++) {
            int end = end(line);
            int size = afterTab(starts[line], end);
            int path = afterTab(size, end);
            paths[line] = isSize(size, path - 1) ? path : end;
        }
    }

    /** As it lies there; nothing when it is missing. */
    static byte[] bytes(Path output) throws IOException {
        Path file = output.resolve(NAME);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readAllBytes(file) : new byte[0];
    }

    /** How many files it names, as far as its lines tell. */
    static int count(Path output) throws IOException {
        return Math.max(0, lines(bytes(output)) - 1);
    }

    /** A manifest that is missing or cannot be understood is an empty one. */
    static Manifest read(Path output) throws IOException {
        byte[] text = bytes(output);
        boolean ours = text.length >= FIRST_LINE.length
                && Arrays.equals(text, 0, FIRST_LINE.length, FIRST_LINE, 0, FIRST_LINE.length);
        Manifest manifest = new Manifest(ours, ours ? text : FIRST_LINE);
        return manifest.isSound() ? manifest : manifest.ordered();
    }

    private static int lines(byte[] text) {
        int lines = 0;
        for (byte letter : text) {
            lines += letter == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static int[] starts(byte[] text) {
        int[] starts = new int[lines(text) + 1];
        int line = 0;
        for (int at = FIRST_LINE.length - 1; at < text.length; at++) {
            if (text[at] == '\n') {
                starts[line++] = at + 1;
            }
        }
        if (starts[line - 1] == text.length) {
            return Arrays.copyOf(starts, line);
        }
        starts[line] = text.length; // the last line was not ended
        return starts;
    }

    /** Without the line's own end. */
    private int end(int line) {
        int next = starts[line + 1];
        return text[next - 1] == '\n' ? next - 1 : next;
    }

    private int afterTab(int from, int end) {
        int at = from;
        while (at < end && text[at] != '\t') {
            at++;
        }
        return Math.min(at + 1, end);
    }

    /** Whether all lines are ended and in the order of their paths. */
    private boolean isSound() {
        if (text[text.length - 1] != '\n') {
            return false;
        }
        for (int line = 1; line < paths.length; line++) {
            if (Arrays.compareUnsigned(text, paths[line - 1], end(line - 1), text, paths[line], end(line)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Somebody's hand was in it. Of two lines of one path the later stays, so one of those that name none. */
    private Manifest ordered() {
        SortedMap<byte[], byte[]> lines = new TreeMap<>(Arrays::compareUnsigned);
        for (int line = 0; line < paths.length; line++) {
            lines.put(
                    Arrays.copyOfRange(text, paths[line], end(line)),
                    Arrays.copyOfRange(text, starts[line], end(line)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 1);
        out.writeBytes(FIRST_LINE);
        for (byte[] line : lines.values()) {
            out.writeBytes(line);
            out.write('\n');
        }
        return new Manifest(found, out.toByteArray());
    }

    /** False when there was none, so that whose a file is cannot be told. */
    boolean isFound() {
        return found;
    }

    int lines() {
        return paths.length;
    }

    /** The number of the path's line; negative when there is none. */
    int line(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = paths.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = order(bytes, middle);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    /** How many paths begin so. */
    int count(String beginning) {
        byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
        int count = 0;
        for (int line = 0; line < paths.length; line++) {
            int to = Math.min(paths[line] + bytes.length, end(line));
            count += Arrays.equals(text, paths[line], to, bytes, 0, bytes.length) ? 1 : 0;
        }
        return count;
    }

    /** Empty for a line that is not whole. */
    String path(int line) {
        return new String(text, paths[line], end(line) - paths[line], StandardCharsets.UTF_8);
    }

    /** Whether just this is noted of the line's file. */
    boolean says(int line, Sum digest, long size) {
        int tab = starts[line] + Sum.DIGITS;
        if (tab >= paths[line] - 1 || text[tab] != '\t' || number(tab + 1, paths[line] - 1) != size) {
            return false;
        }
        for (int i = 0; i < Sum.DIGITS; i++) {
            if (text[starts[line] + i] != digest.digit(i)) {
                return false;
            }
        }
        return true;
    }

    /** That of a file, or of one that may be half done. */
    private boolean isSize(int from, int to) {
        return number(from, to) >= 0 || to - from == 2 && text[from] == '-' && text[from + 1] == '1';
    }

    /** Negative when it is none, or one that no file's size has. */
    private long number(int from, int to) {
        if (from >= to || to - from > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /**
     * The one that follows this one.
     *
     * @param noted by path: what is new or changed
     * @param dropped lines whose files are no longer ours
     */
    byte[] next(Map<String, Held> noted, BitSet dropped) {
        @Nullable Held[] changed = new @Nullable Held[paths.length];
        SortedMap<byte[], byte[]> added = new TreeMap<>(Arrays::compareUnsigned);
        noted.forEach((path, held) -> {
            int line = line(path);
            if (line < 0) {
                added.put(path.getBytes(StandardCharsets.UTF_8), held.line(path));
            } else {
                changed[line] = held;
            }
        });
        Deque<Map.Entry<byte[], byte[]>> coming = new ArrayDeque<>(added.entrySet());
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + added.size() * AVERAGE_LINE);
        int from = 0; // what was not copied yet
        for (int line = 0; line < paths.length; line++) {
            while (!coming.isEmpty() && order(coming.element().getKey(), line) < 0) {
                out.write(text, from, starts[line] - from);
                out.writeBytes(coming.remove().getValue());
                from = starts[line];
            }
            Held held = changed[line];
            if (held != null || dropped.get(line)) {
                out.write(text, from, starts[line] - from);
                out.writeBytes(held == null ? new byte[0] : held.line(path(line)));
                from = starts[line + 1];
            }
        }
        out.write(text, from, text.length - from);
        coming.forEach(rest -> out.writeBytes(rest.getValue()));
        return out.toByteArray();
    }

    private int order(byte[] path, int line) {
        return Arrays.compareUnsigned(path, 0, path.length, text, paths[line], end(line));
    }
}
