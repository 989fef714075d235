package community.orrery.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that every command which edits the list shares. */
final class EditOptions {

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            defaultValue = "feeds.opml",
            description = "The list of members (default: ${DEFAULT-VALUE}).")
    Path feeds = Path.of("feeds.opml");

    @Option(names = "--dry-run", description = "Show the change (to the list: as a diff); write nothing.")
    boolean dryRun;
}
