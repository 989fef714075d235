package community.orrery.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a run as a timer gives it, {@code update --feeds=FILE --quiet}, which needs no help, no suggestion and
 * no abbreviation. picocli, which gives all these, takes longer to start than a quiet planet's feeds to be asked; it is
 * called for whatever is not as plain as that, and what is plain it would read in the same way.
 */
final class PlainRun {

    private PlainRun() {}

    /** What the arguments say; null when there is anything that is not said in its long and whole form, and once. */
    static @Nullable CrawlOptions read(String... arguments) {
        CrawlOptions options = new CrawlOptions();
        Set<String> said = new HashSet<>();
        int first = arguments.length > 0 && arguments[0].equals("update") ? 1 : 0;
        for (int i = first; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            String name = equals < 0 ? arguments[i] : arguments[i].substring(0, equals);
            boolean known = equals < 0 ? flag(options, name) : value(options, name, arguments[i].substring(equals + 1));
            if (!known || !said.add(name)) {
                return null;
            }
        }
        return options.talk.quiet && options.talk.verbose ? null : options;
    }

    private static boolean flag(CrawlOptions options, String name) {
        switch (name) {
            case "--force" -> options.force = true;
            case "--offline" -> options.offline = true;
            case "--dry-run" -> options.dryRun = true;
            case "--allow-private-addresses" -> options.allowPrivateAddresses = true;
            case "--quiet" -> options.talk.quiet = true;
            case "--verbose" -> options.talk.verbose = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean value(CrawlOptions options, String name, String value) {
        // What is quoted, empty or a variable is no plain path.
        if (value.isEmpty() || value.indexOf('"') >= 0 || value.indexOf('$') >= 0) {
            return false;
        }
        Path path;
        try {
            path = Path.of(value);
        } catch (InvalidPathException e) {
            return false; // with the words of picocli
        }
        switch (name) {
            case "--feeds" -> options.feeds = path;
            case "--output" -> options.output = path;
            case "--archive" -> options.archive = path;
            default -> {
                return false;
            }
        }
        return true;
    }
}
