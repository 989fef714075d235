package community.orrery.archive;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.OutputStream;
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

    /** @throws ArchiveException, as damage is, when there are backups of an archive that is not there */
    void refuseMissing() {
        if (!Files.exists(archive) && !none()) {
            throw new ArchiveException(
                    "The archive " + archive + " is missing, while backups of it lie in " + folder
                            + ". (To begin anew from what the feeds still list, move that folder away first.)",
                    true);
        }
    }

    /** Whether a restoring was cut short: its copy waits beside the archive. */
    boolean isUnfinished() {
        return Files.exists(beside(".new"));
    }

    /** Removes what a restoring that was cut short has left. */
    void forget() {
        try {
            removeWithLog(beside(".new"));
        } catch (IOException e) {
            throw new ArchiveException(
                    beside(".new") + " cannot be removed: " + e.getMessage() + ". Look at the folder's permissions.",
                    e);
        }
    }

    /** Those of days to come, which a clock that ran ahead left behind, count as the oldest. */
    private List<Path> newestFirst(Instant now) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String today = today(now);
        try {
            return named("[0-9-]{10}").stream()
                    .sorted(Comparator.<Path, Boolean>comparing(
                                    file -> file.getFileName().toString().compareTo(today) > 0)
                            .thenComparing(Comparator.reverseOrder()))
                    .toList();
        } catch (IOException e) {
            throw new ArchiveException("The backups in " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Writes today's copy of the archive that is held, whole or not at all, and removes the oldest beyond {@link #KEPT}. */
    Path make(Database held, Instant now) {
        Path copy = folder.resolve(today(now));
        try {
            Files.createDirectories(folder);
            removeUnfinished();
            write(held, copy);
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

    /** What runs that were killed left of theirs. */
    private void removeUnfinished() throws IOException {
        for (Path copy : named("[0-9-]{10}\\.new.*")) {
            Files.delete(copy);
        }
    }

    /** The archive's copies in the folder, by what follows its name there. */
    private List<Path> named(String rest) throws IOException {
        String name = archive.getFileName() + ".";
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name)
                            && file.getFileName()
                                    .toString()
                                    .substring(name.length())
                                    .matches(rest))
                    .toList();
        }
    }

    private String today(Instant now) {
        return archive.getFileName() + "." + now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void write(Database held, Path copy) throws IOException {
        Path beside = copy.resolveSibling(copy.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            Confidential.begin(beside, archive);
            held.copyTo(beside);
            force(beside);
            Files.move(beside, copy, REPLACE_EXISTING, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /**
     * Puts the newest sound backup in the place of an archive that is damaged, which is set aside, or missing.
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
                Confidential.begin(fresh, Files.exists(archive) ? archive : copy);
                try (OutputStream out = Files.newOutputStream(fresh)) {
                    Files.copy(copy, out);
                }
                if (isSound(fresh)) {
                    force(fresh);
                    boolean wasThere = Files.exists(archive);
                    Path aside = beside(".damaged-" + MOMENT.format(now.truncatedTo(ChronoUnit.SECONDS)));
                    for (Step step : replacing(aside)) {
                        step.take();
                    }
                    return damage.getMessage() + (wasThere ? " It was set aside as " + aside + ", and the" : " The")
                            + " backup " + copy + " was put in its place. What feeds still list of the posts since then"
                            + " comes back with this run.";
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

    /** One change on the disk: whole, or not begun. */
    interface Step {
        void take() throws IOException;
    }

    /**
     * How the copy takes the archive's place. After none of these steps there is no archive where there was one, nor one beside
     * another one's write-ahead log; and until the last of them {@link #isUnfinished}, so that a run which follows a sudden end
     * reads all of what it finds.
     */
    List<Step> replacing(Path aside) {
        Path log = beside("-wal");
        return List.of(
                () -> Files.deleteIfExists(aside),
                () -> setAside(aside),
                () -> {
                    if (Files.exists(log)) {
                        Files.move(log, aside.resolveSibling(aside.getFileName() + "-wal"), REPLACE_EXISTING);
                    }
                },
                () -> Files.deleteIfExists(beside("-shm")),
                () -> Files.move(beside(".new"), archive, REPLACE_EXISTING, ATOMIC_MOVE));
    }

    private void setAside(Path aside) throws IOException {
        if (!Files.exists(archive)) {
            return;
        }
        try {
            Files.createLink(aside, archive);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(archive, aside, StandardCopyOption.COPY_ATTRIBUTES);
        }
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
