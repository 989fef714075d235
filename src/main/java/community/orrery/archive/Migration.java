package community.orrery.archive;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings an archive's schema up to date. Apart from {@link Schema}, so that a run which need not do so loads nothing of Flyway. */
final class Migration {

    private Migration() {}

    /** @throws ArchiveException when it cannot be done: the file is as it was */
    static void run(Path file) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource("jdbc:sqlite:" + file.toAbsolutePath(), null, null)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new ArchiveException(
                    "The archive " + file + " could not be brought to this program's schema, and is as it was. "
                            + e.getMessage(),
                    e);
        }
    }
}
