package community.orrery.archive;

/** The archive cannot be used; the message says what happened, where, and what to do. It ends the run. */
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String message) {
        super(message);
    }

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
