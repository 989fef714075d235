package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What “orrery export” wrote, on its way back into an archive. */
final class ArchiveImport {

    private static final byte[] START = "{\"kind\":\"archive\"".getBytes(StandardCharsets.UTF_8);

    private final Path archive;
    private final boolean dryRun;
    private final Surroundings around;

    ArchiveImport(Path archive, boolean dryRun, Surroundings around) {
        this.archive = archive;
        this.dryRun = dryRun;
        this.around = around;
    }

    /** Whether a file says in its first line that it is an export. */
    static boolean fits(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(START.length), START);
        } catch (IOException e) {
            return false; // whoever reads it as something else says why
        }
    }

    /** @throws Unmended when the file cannot be read */
    void run(Path file) throws Unmended {
        boolean begun = !Archive.exists(archive);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                Archive held = dryRun ? Archive.rehearse(archive) : Archive.open(archive)) {
            boolean empty = begun && held.isEmpty() && held.states().isEmpty();
            long lines = restore(held, in, empty && !dryRun);
            around.out()
                    .println(
                            dryRun
                                    ? file + " is sound: " + lines + " lines. Nothing was written (--dry-run)."
                                    : archive + ": read back from " + file + ", " + lines
                                            + " lines. Publish it with: orrery update --offline --archive " + archive);
        } catch (ArchiveException e) {
            throw new Unmended(file + ", into " + archive + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Unmended(file + ": cannot be read (" + Unmended.why(e) + "). Check its permissions.");
        }
    }

    /** @param begun the archive was begun for this, and is held: nobody else has seen it */
    private long restore(Archive held, InputStream in, boolean begun) throws Unmended {
        boolean done = false;
        try {
            long lines = held.restore(in);
            done = true;
            return lines;
        } finally {
            if (begun && !done) {
                discard();
            }
        }
    }

    /** An archive that holds nothing would be in the way of the next attempt. Its lock stays: another may wait for it. */
    private void discard() throws Unmended {
        try {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(archive.resolveSibling(archive.getFileName() + part));
            }
        } catch (IOException e) {
            throw new Unmended(archive + ": is empty and cannot be removed (" + Unmended.why(e) + ").");
        }
    }
}
