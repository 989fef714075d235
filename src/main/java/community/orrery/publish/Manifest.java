package community.orrery.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files below the output folder are ours, and what they were made from. Without it nothing is lost: every page is made
 * again and compared.
 */
final class Manifest {

    static final String NAME = ".orrery-manifest";

    private static final String FIRST_LINE = "orrery 1";

    /** @param digest of the file's inputs; {@link #UNKNOWN} where it may be half done. @param size in bytes */
    record Held(String digest, long size) {}

    /** Ours, but whether it was written is not known: the run may have been killed. */
    static final Held UNKNOWN = new Held("-", -1);

    private final SortedMap<String, Held> files;
    private final boolean found;

    private Manifest(SortedMap<String, Held> files, boolean found) {
        this.files = files;
        this.found = found;
    }

    static Manifest of(Map<String, Held> files) {
        return new Manifest(new TreeMap<>(files), true);
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
        SortedMap<String, Held> files = new TreeMap<>();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Manifest(files, false);
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (!text.startsWith(FIRST_LINE + "\n")) {
            return new Manifest(files, false);
        }
        for (String line : text.substring(FIRST_LINE.length() + 1).split("\n")) {
            String[] parts = line.split("\t", 3);
            if (parts.length == 3 && parts[1].matches("-?\\d{1,18}") && Paths.isSound(parts[2])) {
                files.put(parts[2], new Held(parts[0], Long.parseLong(parts[1])));
            }
        }
        return new Manifest(files, true);
    }

    byte[] bytes() {
        StringBuilder out =
                new StringBuilder(files.size() * 64).append(FIRST_LINE).append('\n');
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

    SortedMap<String, Held> files() {
        return files;
    }

    /** False when there was none, so that whose a file is cannot be told. */
    boolean isFound() {
        return found;
    }
}
