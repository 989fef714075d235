package community.orrery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidentialTest {

    private static final int SOMEBODY = 65534;

    @TempDir
    private Path folder;

    /** As an administrator edits the list of a planet that runs as a user of its own. */
    @Test
    void belongsToWhomTheFileBelongsWhosePlaceItTakes() throws IOException {
        Path list = Files.createFile(folder.resolve("feeds.opml"));
        Assumptions.assumeTrue(
                list.getFileSystem().supportedFileAttributeViews().contains("unix"), "needs owners");
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-r-----"));
        try {
            Files.setAttribute(list, "unix:gid", SOMEBODY);
            Files.setAttribute(list, "unix:uid", SOMEBODY);
        } catch (FileSystemException e) {
            Assumptions.abort("needs the right to give files away");
        }

        Path beside = folder.resolve("beside");
        Confidential.begin(beside, list);

        Map<String, Object> theirs = Files.readAttributes(list, "unix:uid,gid,mode");
        assertThat(theirs).containsEntry("uid", SOMEBODY);
        assertThat(Files.readAttributes(beside, "unix:uid,gid,mode")).isEqualTo(theirs);
    }

    @Test
    void isTheOwnersAloneWhereThereIsNoOther() throws IOException {
        Path file = folder.resolve("archive.db");
        Assumptions.assumeTrue(
                file.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs owners");

        Confidential.begin(file, folder.resolve("absent"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
