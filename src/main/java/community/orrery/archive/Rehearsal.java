package community.orrery.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A copy of an archive in the system's folder for temporary files, on which its reader may do as he likes. */
final class Rehearsal implements AutoCloseable {

    private static final int MOST_TRIES = 3;

    private static final String REMEDY = "Make room there, or name another folder: TMPDIR=FOLDER for target/orrery,"
            + " -Djava.io.tmpdir=FOLDER for java itself.";

    private final Path folder;

    /** Who is told to stop closes nothing by himself, and the copy holds all that the archive does. */
    private final Thread atExit = new Thread(this::removeAtExit, "removal of the archive's copy");

    private Rehearsal(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Copies the archive as of one moment, also while a run writes it; where there is none, the copy is empty.
     *
     * @throws ArchiveException when it is damaged, lost, written by a newer Orrery, or there is no room for the copy
     */
    static Rehearsal of(Path archive) {
        Rehearsal rehearsal = new Rehearsal(folder(archive));
        try {
            Soundness.refuseMissing(archive, new Backups(archive));
            if (Archive.exists(archive)) {
                rehearsal.refuseWithoutRoom(archive);
                copy(archive, rehearsal.file());
            }
            return rehearsal;
        } catch (ArchiveException e) {
            rehearsal.close();
            throw Soundness.unmended(e);
        }
    }

    /** Else SQLite would say that a disk is full, and not which. */
    private void refuseWithoutRoom(Path archive) {
        try {
            long size = Files.size(archive);
            FileStore disk = Files.getFileStore(folder);
            long room = disk.getUsableSpace();
            if (disk.getTotalSpace() > 0 && size > room) { // some file systems say nothing, and give 0 for both
                throw new ArchiveException("The archive " + archive + " is copied to be read, and the copy takes "
                        + megabytes(size) + ", but the folder for temporary files, " + folder.getParent()
                        + ", has room for "
                        + megabytes(room) + ". " + REMEDY);
            }
        } catch (IOException e) {
            throw new ArchiveException("The archive " + archive + " cannot be copied to be read: " + e.getMessage(), e);
        }
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }

    private static void copy(Path archive, Path copy) {
        try (Database held = Database.open(archive)) {
            Schema.refuseNewer(archive, held.read(() -> Schema.versionOf(held)));
        }
        Database.copy(archive, copy);
    }

    private static Path folder(Path archive) {
        try {
            return Files.createTempDirectory("orrery-copy");
        } catch (IOException e) {
            throw new ArchiveException(
                    "The archive " + archive + " cannot be copied to be read: " + e.getMessage() + ". " + REMEDY, e);
        }
    }

    Path file() {
        return folder.resolve("archive.db");
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // it is at work
        }
        try {
            remove();
        } catch (IOException e) {
            throw new ArchiveException(
                    "The copy of the archive in " + folder + " could not be removed: " + e.getMessage(), e);
        }
    }

    /** SQLite may still be making files there. */
    private void removeAtExit() {
        for (int tries = 0; tries < MOST_TRIES && Files.exists(folder); tries++) {
            try {
                remove();
            } catch (IOException | UncheckedIOException e) {
                // What is left then is in the system's own folder, for its owner alone.
            }
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
