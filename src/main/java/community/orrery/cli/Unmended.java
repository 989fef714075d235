package community.orrery.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Objects;

/** Something that the operator has to mend before the command can do its work. The message says what, where and how. */
final class Unmended extends Exception {

    private static final long serialVersionUID = 1;

    private static final Map<Class<?>, String> WORDS = Map.of(
            AccessDeniedException.class, "no permission",
            NoSuchFileException.class, "no such file",
            NotDirectoryException.class, "no folder",
            FileAlreadyExistsException.class, "something else is there",
            DirectoryNotEmptyException.class, "a folder is there");

    Unmended(String message) {
        super(message);
    }

    /** Java may not take as much memory as the planet needs. */
    static Unmended by(OutOfMemoryError shortage) {
        long most = Runtime.getRuntime().maxMemory() >> 20;
        return new Unmended(
                "Java ran out of memory (" + shortage.getMessage() + "); it may take " + most + " MB. Allow it more,"
                        + " about 1 GB for 250,000 posts, and run again: ORRERY_JAVA_FLAGS=-Xmx1g orrery update, or java -Xmx1g -jar"
                        + " orrery.jar update. What was recorded is kept, and the site is whole.");
    }

    /** What is the matter with a file, in words: what Java says of one is often no more than its name. */
    static String why(IOException trouble) {
        String reason = trouble instanceof FileSystemException file ? file.getReason() : trouble.getMessage();
        String said = Objects.requireNonNullElse(reason, String.valueOf(trouble.getMessage()));
        return WORDS.getOrDefault(trouble.getClass(), said.equals("Is a directory") ? "is a folder" : said);
    }
}
