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

    /** @param remedy what state the site is in and what to do */
    static PublishException of(Path file, IOException cause, String remedy) {
        String reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : cause instanceof FileSystemException
                        ? cause.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        : String.valueOf(cause.getMessage());
        return new PublishException(file + ": " + reason + ". " + remedy, cause);
    }
}
