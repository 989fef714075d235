package community.orrery.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The output folder cannot be written: a full disk, missing rights, something in the way. The operator has to mend it. */
public final class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PublishException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * @param folder told where the cause does not name a file
     * @param remedy what state the site is in and what to do
     */
    static PublishException of(Path folder, IOException cause, String remedy) {
        String where = folder.toString();
        String reason = String.valueOf(cause.getMessage());
        if (cause instanceof FileSystemException failure) {
            String file = failure.getOtherFile() == null ? failure.getFile() : failure.getOtherFile();
            where = file == null ? where : file;
            reason = failure.getReason() == null
                    ? cause.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                    : failure.getReason();
        }
        return new PublishException(where + ": " + reason + ". " + remedy, cause);
    }
}
