package community.orrery.cli;

import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** A file or folder as an option names it. */
final class NamedPath {

    private NamedPath() {}

    /** An empty one would be the folder that we are in, where a script's variable is not set. */
    static Path read(String written) {
        if (written.isEmpty()) {
            throw new TypeConversionException("it is empty");
        }
        return Path.of(written);
    }
}
