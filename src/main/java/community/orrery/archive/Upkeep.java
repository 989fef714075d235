package community.orrery.archive;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Looks after an archive over the years: opens it only when it is sound, keeps copies of it, and puts one in its place when
 * it is damaged.
 */
public final class Upkeep {

    private final Path file;
    private final Consumer<String> told;

    /**
     * @param file the archive's
     * @param told is given what was done to a damaged archive, in words for the operator
     */
    public Upkeep(Path file, Consumer<String> told) {
        this.file = file;
        this.told = told;
    }

    /**
     * Opens the archive as {@link Archive#open} does, after looking whether it is sound: at its length each time, at all of
     * it once a day and after a run that was killed. A damaged one is set aside and its newest sound backup put in its place,
     * also in a missing one's. Only where there is no backup either, an archive is begun.
     *
     * @throws ArchiveException as there, or when it is damaged and no backup is sound: then nothing was changed
     */
    public Archive open(Instant now) {
        Archive archive = Archive.held(file, () -> Soundness.open(file, now, told));
        Database database = archive.database();
        Facts facts = new Facts(database);
        database.write(() -> facts.holds(Facts.MAINTAINED) || maintained(facts, now));
        return archive;
    }

    /** Whether there are copies that {@link #open} would put in the place of an archive that is damaged or missing. */
    public boolean hasBackups() {
        return !new Backups(file).none();
    }

    /**
     * To be called when using the archive showed that its file is damaged, and after closing it: reads all of it and, when
     * that is so, restores a backup as {@link #open} does.
     */
    public void mend(Instant now) {
        try (Archive archive = open(now)) {
            Soundness.examine(archive.database(), file, "integrity_check");
        } catch (ArchiveException e) {
            if (!e.isDamage()) {
                throw e;
            }
            Archive.held(file, () -> Soundness.restored(file, now, told, e)).close();
        }
    }

    /** Whether a day has passed since the last {@link #maintain}, or since there is an archive. */
    public boolean isDue(Archive archive, Instant now) {
        Database database = archive.database();
        return Soundness.isDue(database.read(() -> new Facts(database).get(Facts.MAINTAINED)), now);
    }

    /**
     * Reads all of the file to see that it is sound, puts a copy of it in the folder {@code backups} beside it, where seven
     * are kept, and gives back to the disk what is empty. A copy of a damaged archive would push out a sound one: none is
     * made then.
     *
     * @return the copy
     * @throws ArchiveException when the archive is damaged, or the copy cannot be written: earlier ones are as they were
     */
    public Path maintain(Archive archive, Instant now) {
        Database database = archive.database();
        Soundness.examine(database, file, "integrity_check");
        Path copy = new Backups(file).make(database, now);
        database.tidy();
        database.write(() -> maintained(new Facts(database), now));
        return copy;
    }

    private static boolean maintained(Facts facts, Instant now) throws SQLException {
        return facts.set(Facts.CHECKED, now.toEpochMilli()) && facts.set(Facts.MAINTAINED, now.toEpochMilli());
    }
}
