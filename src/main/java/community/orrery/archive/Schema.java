package community.orrery.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The schema's version. SQLite keeps a number for it in the file's header, which each migration sets; Flyway, which takes
 * longer to start than a quiet run takes altogether, is asked only when that number is not the newest.
 */
final class Schema {

    /** Of the newest file in db/migration. */
    static final int NEWEST = 3;

    private Schema() {}

    static int versionOf(Database database) throws SQLException {
        List<Integer> version = database.query("pragma user_version", row -> row.getInt(1));
        return version.get(0);
    }

    /** As {@link #open} does; where there is no file, one is begun that only its owner may read, as SQLite's own files beside it. */
    static Database begin(Path file) {
        try {
            Confidential.begin(file);
        } catch (IOException e) {
            throw new ArchiveException(
                    "The archive " + file + " cannot be begun: " + e.getMessage()
                            + ". Look at the permissions of its folder, and at the room on its disk.",
                    e);
        }
        return open(file);
    }

    /** Opens a file with its schema up to date, which a damaged one is not brought to, or refuses an archive from the future. */
    static Database open(Path file) {
        Database database = Database.open(file);
        int version;
        try {
            version = database.read(() -> versionOf(database));
            if (version < NEWEST) {
                Soundness.examine(database, file, "integrity_check"); // a migration rewrites what it reads
            }
        } catch (ArchiveException e) {
            database.close();
            throw e;
        }
        if (version == NEWEST) {
            return database;
        }
        database.close();
        refuseNewer(file, version);
        Migration.run(file);
        return Database.open(file);
    }

    /** @throws ArchiveException when the version is one that this program does not know */
    static void refuseNewer(Path file, int version) {
        if (version > NEWEST) {
            throw new ArchiveException(
                    "The archive " + file + " was written by a newer Orrery (its schema is " + version
                            + ", this program knows " + NEWEST + "). Use that newer program; this one would harm it.");
        }
    }
}
