package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the matter with a file is said without a name of Java's. */
class UnmendedTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsTheMatterWithAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(why(() -> Files.readAllBytes(folder))).isEqualTo("is a folder");
        assertThat(why(() -> Files.readAllBytes(folder.resolve("none")))).isEqualTo("no such file");
        assertThat(why(() -> Files.list(file))).isEqualTo("no folder");
        assertThat(why(() -> Files.createDirectories(file))).isEqualTo("something else is there");
        assertThat(why(() -> Files.delete(folder))).isEqualTo("a folder is there");
        assertThat(Unmended.why(new AccessDeniedException("file"))).isEqualTo("no permission");
        assertThat(Unmended.why(new FileSystemException("file", null, "No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(Unmended.why(new IOException("Input/output error"))).isEqualTo("Input/output error");
    }

    private static String why(ThrowingCallable attempt) {
        return Unmended.why(catchThrowableOfType(IOException.class, attempt));
    }
}
