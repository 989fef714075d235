package community.orrery.cli;

/** Something that the operator has to mend before the command can do its work. The message says what, where and how. */
final class Unmended extends Exception {

    private static final long serialVersionUID = 1;

    Unmended(String message) {
        super(message);
    }
}
