package community.orrery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder holds, to compare before and after. */
final class Folder {

    private Folder() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below, by its path, as text. */
    static SortedMap<String, String> texts(Path root) {
        SortedMap<String, String> texts = new TreeMap<>();
        files(root).forEach(file -> texts.put(root.relativize(file).toString(), latin(file)));
        return texts;
    }

    /** Sets every file's modification time to the epoch, so that a rewritten file shows. */
    static void age(Path root) {
        files(root).forEach(file -> {
            try {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The files rewritten since {@link #age}. */
    static Stream<String> rewritten(Path root) {
        return files(root).filter(file -> file.toFile().lastModified() != 0).map(file -> root.relativize(file)
                .toString());
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
