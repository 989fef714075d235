package community.orrery.cli;

import community.orrery.archive.Archive;
import java.nio.file.Path;

/** The archive for commands that only look into it, also while a run holds it. */
final class ArchiveCopy {

    private ArchiveCopy() {}

    /**
     * @throws Unmended when there never was an archive
     * @throws community.orrery.archive.ArchiveException when it is lost, damaged or newer than this program
     */
    static Archive of(Path archive) throws Unmended {
        if (!Archive.exists(archive)) {
            Archive.rehearse(archive).close(); // says so when there was one
            throw new Unmended(
                    archive + ": there is no archive yet. Run update first, or name it with --archive FILE.");
        }
        return Archive.rehearse(archive);
    }
}
