package community.orrery.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether an archive's file is sound. Each start looks at its length; all of it is read only after a run that did not end
 * well, and once a day: a large archive takes seconds for that, a quiet run does not.
 */
final class Soundness {

    /** SQLite's header (file format, section 1.3). */
    private static final int HEADER_BYTES = 100;

    private static final String MAGIC = "SQLite format 3\0";

    /** A little less than a day, so that what is done each night at the same time is not put off to the next one. */
    private static final Duration A_DAY = Duration.ofHours(23);

    /** As many of SQLite's complaints are repeated. */
    private static final int TOLD = 3;

    private Soundness() {}

    /**
     * Opens an archive that is sound, if need be by putting its newest sound backup in its place.
     *
     * @param told is given what was done, in words for the operator
     */
    static Database open(Path file, Instant now, Consumer<String> told) {
        try {
            return examined(file, now);
        } catch (ArchiveException e) {
            if (!e.isDamage()) {
                throw e;
            }
            return restored(file, now, told, e);
        }
    }

    /** Opens an archive, or begins one where there never was one, without looking further. */
    static Database trust(Path file) {
        refuseMissing(file, new Backups(file));
        return Schema.begin(file);
    }

    /** With what becomes of damage that whoever meets it may not mend. */
    static ArchiveException unmended(ArchiveException e) {
        return e.isDamage()
                ? new ArchiveException(
                        e.getMessage() + " The next update puts the newest sound backup in its place, if there is one.",
                        e,
                        true)
                : e;
    }

    /** Puts the newest sound backup in the place of a damaged archive, and opens that. */
    static Database restored(Path file, Instant now, Consumer<String> told, ArchiveException damage) {
        told.accept(new Backups(file).restore(now, damage));
        return Schema.open(file);
    }

    private static Database examined(Path file, Instant now) {
        Backups backups = new Backups(file);
        refuseMissing(file, backups);
        boolean unfinished = backups.isUnfinished();
        boolean leftOpen = isLeftOpen(file);
        if (!leftOpen) {
            glance(file);
        }
        Database database = Schema.begin(file);
        try {
            Facts facts = new Facts(database);
            if (unfinished || leftOpen || database.read(() -> isDue(facts.get(Facts.CHECKED), now))) {
                examine(database, file, unfinished ? "integrity_check" : "quick_check");
                database.write(() -> facts.set(Facts.CHECKED, now.toEpochMilli()));
                backups.forget();
            }
            return database;
        } catch (ArchiveException e) {
            database.close();
            throw e;
        }
    }

    /**
     * An archive is a file, and is begun only where none was.
     *
     * @throws ArchiveException when something shows that there was one; as damage is, when a backup can take its place
     */
    static void refuseMissing(Path file, Backups backups) {
        if (Files.isDirectory(file)) {
            throw new ArchiveException("The archive " + file + " is a folder. Name the file itself, as in --archive "
                    + file.resolve("archive.db") + ".");
        }
        if (Files.exists(file)) {
            return;
        }
        if (Files.isSymbolicLink(file)) {
            throw new ArchiveException(
                    "The archive " + file + " is a link that leads nowhere. Mount or put back what it"
                            + " leads to; or, to begin anew, remove the link.");
        }
        if (Archive.exists(file)) {
            throw new ArchiveException(
                    "The archive " + file + " cannot be looked at. Look at the permissions of its folder.");
        }
        backups.refuseMissing();
        if (isLeftOpen(file)) {
            throw new ArchiveException("The archive " + file + " is missing, while its write-ahead log " + file
                    + "-wal is there and holds its newest posts. Put the archive back beside it; or, to begin anew, move"
                    + " that away, too.");
        }
    }

    /** Whether a day has passed; also when the clock was set back behind the last time. */
    static boolean isDue(long last, Instant now) {
        Duration since = Duration.between(Instant.ofEpochMilli(last), now);
        return since.isNegative() || since.compareTo(A_DAY) >= 0;
    }

    /** A write-ahead log outlives only a run that was killed. */
    private static boolean isLeftOpen(Path file) {
        return Files.isRegularFile(file.resolveSibling(file.getFileName() + "-wal"));
    }

    /** @throws ArchiveException when SQLite finds the file damaged */
    static void examine(Database database, Path file, String pragma) {
        List<String> problems = problems(database, pragma);
        if (!problems.isEmpty()) {
            throw damaged(file, String.join("; ", problems.subList(0, Math.min(TOLD, problems.size()))));
        }
    }

    /** What SQLite says of the file; empty when it is sound. */
    static List<String> problems(Database database, String pragma) {
        return database.read(() -> database.query("pragma " + pragma, row -> row.getString(1)).stream()
                .filter(words -> !words.equals("ok"))
                .toList());
    }

    /** Compares the length that the header states with the file's own: a copy cut short costs a community its posts. */
    private static void glance(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(HEADER_BYTES);
            ByteBuffer header = ByteBuffer.wrap(bytes);
            long length = Files.size(file);
            if (length == 0 && new Backups(file).none()) {
                return; // as a new one is
            }
            if (length < HEADER_BYTES || !magic(bytes).equals(MAGIC)) {
                throw damaged(file, length == 0 ? "it is empty" : "it is no archive at all, or has lost its beginning");
            }
            int pageSize = Short.toUnsignedInt(header.getShort(16));
            long pages = Integer.toUnsignedLong(header.getInt(28));
            boolean stated = header.getInt(24) == header.getInt(92);
            long whole = pages * (pageSize == 1 ? 65_536 : pageSize);
            if (stated && length < whole) {
                throw damaged(file, "it is cut short, " + length + " of " + whole + " bytes");
            }
        } catch (java.nio.file.NoSuchFileException e) {
            return; // to be begun
        } catch (IOException e) {
            throw new ArchiveException(
                    "The archive " + file + " cannot be read: " + e.getMessage()
                            + ". Look at the permissions of the file and of its folder.",
                    e);
        }
    }

    private static String magic(byte[] header) {
        return new String(header, 0, MAGIC.length(), StandardCharsets.ISO_8859_1);
    }

    private static ArchiveException damaged(Path file, String how) {
        return new ArchiveException("The archive " + file + " is damaged: " + how + ".", true);
    }
}
