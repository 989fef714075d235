package community.orrery.cli;

import java.nio.file.Path;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that {@code update} and {@code run} share. */
final class CrawlOptions {

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            defaultValue = "feeds.opml",
            description = "The list of members (default: ${DEFAULT-VALUE}).")
    Path feeds = Path.of("feeds.opml");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "output",
            description = "Where the site is written (default: ${DEFAULT-VALUE}).")
    Path output = Path.of("output");

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "What the planet remembers between runs (default: ${DEFAULT-VALUE}).")
    Path archive = Path.of(".orrery", "archive.db");

    @Option(
            names = "--force",
            description =
                    "Ask feeds that are not due yet or were gone (410), too; with run, when it starts. A server's Retry-After"
                            + " is still obeyed.")
    boolean force;

    @Option(names = "--offline", description = "Ask no feed; publish what the archive holds.")
    boolean offline;

    @Option(names = "--dry-run", description = "Ask the feeds and say what would change; write nothing.")
    boolean dryRun;

    @Option(
            names = "--allow-private-addresses",
            description = "Fetch from loopback and private networks too. Without it only public addresses are asked.")
    boolean allowPrivateAddresses;

    @ArgGroup
    Talk talk = new Talk();

    /** How much to say: one or the other. */
    static final class Talk {

        @Option(
                names = {"-q", "--quiet"},
                description = "Say only what went wrong.")
        boolean quiet;

        @Option(
                names = {"-v", "--verbose"},
                description = "Say more, on standard error.")
        boolean verbose;
    }
}
