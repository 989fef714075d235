package community.orrery.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Begins files that hold what an archive holds. Some feeds' addresses open with a password, so nobody but the owner may read
 * such a file, where the file system knows owners; an operator may give one to others, and that stays so.
 */
public final class Confidential {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private Confidential() {}

    /** Makes an empty file; one that exists stays as it is. */
    static void begin(Path file) throws IOException {
        try {
            create(file);
        } catch (FileAlreadyExistsException e) {
            // whoever made it has decided who reads it
        }
    }

    private static void create(Path file) throws IOException {
        if (knowsOwners(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(file);
        }
    }

    /**
     * Makes an empty file which those may read who may read another one; only the owner while there is no such other.
     *
     * @throws FileAlreadyExistsException also when somebody made it just now, to read along
     */
    public static void begin(Path file, Path other) throws IOException {
        create(file);
        if (!Files.exists(other) || !knowsOwners(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(other);
        if (!permissions.equals(
                Files.getPosixFilePermissions(file))) { // a memory stick refuses to be told even the same
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
