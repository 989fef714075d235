package community.orrery.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of an archive in the system's folder for temporary files, on which a dry run may do as it likes. */
final class Rehearsal implements AutoCloseable {

    private final Path folder;
    private final Path file;

    private Rehearsal(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Copies the archive as it lies on the disk, its write-ahead log with it; where there is none, the copy is empty. */
    static Rehearsal of(Path archive) {
        try {
            Path folder = Files.createTempDirectory("orrery-dry-run");
            Rehearsal rehearsal = new Rehearsal(folder, folder.resolve("archive.db"));
            if (Hold.isHeld(archive)) {
                Database.copy(archive, rehearsal.file); // file by file, a copy of what is being written is torn
                return rehearsal;
            }
            for (String part : List.of("", "-wal")) {
                Path source = archive.resolveSibling(archive.getFileName() + part);
                if (Files.isRegularFile(source)) {
                    Files.copy(source, folder.resolve("archive.db" + part));
                }
            }
            return rehearsal;
        } catch (IOException e) {
            throw new ArchiveException(
                    "The archive " + archive + " cannot be copied for a dry run: " + e.getMessage()
                            + ". Make room in the folder for temporary files.",
                    e);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "The dry run's copy in " + folder + " could not be removed: " + e.getMessage(), e);
        }
    }
}
