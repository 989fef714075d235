package community.orrery.archive;

/** The archive cannot be used; the message says what happened, where, and what to do. It ends the run. */
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean damage;

    ArchiveException(String message) {
        this(message, false);
    }

    ArchiveException(String message, boolean damage) {
        super(message);
        this.damage = damage;
    }

    ArchiveException(String message, Throwable cause) {
        this(message, cause, false);
    }

    ArchiveException(String message, Throwable cause, boolean damage) {
        super(message, cause);
        this.damage = damage;
    }

    /** Whether the file itself is to blame, and a backup may help: see {@link Upkeep#mend}. */
    public boolean isDamage() {
        return damage;
    }
}
