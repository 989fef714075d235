package community.orrery.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Copies of an archive in the folder {@code backups} beside it, one a day, each named for its day in UTC. */
final class Backups {

    /** The newest; older ones are removed. */
    static final int KEPT = 7;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path archive;
    private final Path folder;

    Backups(Path archive) {
        this.archive = archive;
        this.folder = archive.resolveSibling("backups");
    }

    boolean none() {
        return newestFirst(Instant.EPOCH).isEmpty();
    }

    /** Those of days to come, which a clock that ran ahead left behind, count as the oldest. */
    private List<Path> newestFirst(Instant now) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String name = archive.getFileName() + ".";
        String today = today(now);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name)
                            && file.getFileName()
                                    .toString()
                                    .substring(name.length())
                                    .matches("[0-9-]{10}"))
                    .sorted(Comparator.<Path, Boolean>comparing(
                                    file -> file.getFileName().toString().compareTo(today) > 0)
                            .thenComparing(Comparator.reverseOrder()))
                    .toList();
        } catch (IOException e) {
            throw new ArchiveException("The backups in " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Writes today's copy, whole or not at all, and removes the oldest beyond {@link #KEPT}. */
    Path make(Instant now) {
        Path copy = folder.resolve(today(now));
        try {
            Files.createDirectories(folder);
            write(copy);
            for (Path old : newestFirst(now).stream().skip(KEPT).toList()) {
                Files.delete(old);
            }
            return copy;
        } catch (IOException e) {
            throw new ArchiveException(
                    "The backup " + copy + " could not be written: " + e.getMessage()
                            + ". Earlier backups are as they were; make room, or look at the folder's permissions.",
                    e);
        }
    }

    private String today(Instant now) {
        return archive.getFileName() + "." + now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void write(Path copy) throws IOException {
        Path beside = copy.resolveSibling(copy.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            Database.copy(archive, beside);
            force(beside);
            Files.move(beside, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Puts the newest sound backup in the place of a damaged archive, which is set aside.
     *
     * @param damage what is wrong with it
     * @return what was done, in words for the operator
     * @throws ArchiveException when no backup is sound: then nothing was changed
     */
    String restore(Instant now, ArchiveException damage) {
        Path fresh = beside(".new");
        try {
            for (Path copy : newestFirst(now)) {
                removeWithLog(fresh);
                Files.copy(copy, fresh);
                if (isSound(fresh)) {
                    force(fresh);
                    Path aside = beside(".damaged-" + MOMENT.format(now.truncatedTo(ChronoUnit.SECONDS)));
                    replace(fresh, aside);
                    return damage.getMessage() + " It was set aside as " + aside + ", and the backup " + copy
                            + " was put in its place. What feeds still list of the posts since then comes back with this"
                            + " run.";
                }
            }
            removeWithLog(fresh);
        } catch (IOException e) {
            throw new ArchiveException(
                    damage.getMessage() + " Restoring a backup failed: " + e.getMessage() + ". Put one from " + folder
                            + " in its place by hand.",
                    e);
        }
        throw new ArchiveException(
                damage.getMessage() + " There is no sound backup of it in " + folder
                        + ", and nothing was changed. Put a"
                        + " copy of yours in its place; or, to begin anew from what the feeds still list, move it away"
                        + " and empty the site's folder.",
                damage);
    }

    /** At no moment there is no archive, nor one beside another one's write-ahead log. */
    private void replace(Path fresh, Path aside) throws IOException {
        Files.deleteIfExists(aside);
        try {
            Files.createLink(aside, archive);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(archive, aside);
        }
        Path log = beside("-wal");
        if (Files.exists(log)) {
            Files.move(log, aside.resolveSibling(aside.getFileName() + "-wal"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(beside("-shm"));
        Files.move(fresh, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean isSound(Path copy) {
        try (Database database = Schema.open(copy)) {
            return Soundness.problems(database, "integrity_check").isEmpty();
        } catch (ArchiveException e) {
            return false; // the next older one may be sound
        }
    }

    private static void removeWithLog(Path file) throws IOException {
        for (String part : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
        }
    }

    /** To the disk, and not only on its way there: the copy is for the day when all else is lost. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Path beside(String suffix) {
        return archive.resolveSibling(archive.getFileName() + suffix);
    }
}
