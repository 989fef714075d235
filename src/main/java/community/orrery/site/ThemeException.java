package community.orrery.site;

import io.pebbletemplates.pebble.error.PebbleException;

/** A template that cannot be printed, or texts that cannot be read: the operator's theme needs mending. Nothing has been published. */
public final class ThemeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ThemeException(String file, PebbleException cause) {
        super(
                file + (cause.getLineNumber() == null ? "" : ":" + cause.getLineNumber()) + ": "
                        + reason(cause)
                        + ". The site is left as it was; mend this template, or remove it from the theme to use the one that"
                        + " comes with Orrery.",
                cause);
    }

    ThemeException(String file, IllegalArgumentException cause) {
        super(
                file + ": " + cause.getMessage()
                        + ". The site is left as it was; mend this file, or remove it from the theme.",
                cause);
    }

    /** Pebble wraps what went wrong in where it went wrong. */
    private static String reason(PebbleException thrown) {
        PebbleException deepest = thrown;
        while (deepest.getCause() instanceof PebbleException inner) {
            deepest = inner;
        }
        return deepest.getPebbleMessage();
    }
}
