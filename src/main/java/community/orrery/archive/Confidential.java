package community.orrery.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Begins files that hold what an archive holds. Some feeds' addresses open with a password, so nobody but the owner may read
 * such a file, where the file system knows owners; an operator may give one to others, and that stays so. A file in another's
 * place belongs to whom that one belongs, so that an administrator who steps in takes nothing from the planet's own user.
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
     * Makes an empty file which those may read who may read another one; only the owner while there is no such other. It gets
     * that one's owner and group, too, where the system lets us give it away.
     *
     * @throws FileAlreadyExistsException also when somebody made it just now, to read along
     */
    public static void begin(Path file, Path other) throws IOException {
        create(file);
        if (!Files.exists(other) || !knowsOwners(file)) {
            return;
        }
        PosixFileAttributes theirs = Files.readAttributes(other, PosixFileAttributes.class);
        PosixFileAttributes ours = Files.readAttributes(file, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        // A memory stick refuses to be told even the same.
        if (!theirs.group().equals(ours.group())) {
            give(() -> view.setGroup(theirs.group()));
        }
        if (!theirs.permissions().equals(ours.permissions())) {
            view.setPermissions(theirs.permissions());
        }
        // Last: only root may give a file away, and a root without all of its powers could not change it after that.
        if (!theirs.owner().equals(ours.owner())) {
            give(() -> view.setOwner(theirs.owner()));
        }
    }

    private interface Gift {
        void make() throws IOException;
    }

    private static void give(Gift gift) {
        try {
            gift.make();
        } catch (IOException e) {
            // who may not give it away keeps it: the other file's readers are those of its permissions
        }
    }

    private static boolean knowsOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
