package community.orrery.cli;

import community.orrery.archive.ArchiveException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over what another planet keeps, or what this one exported. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Take over another planet's configuration into the list; its content tells what it is: the config.ini of Planet"
                    + " and Planet Venus, Pluto's planet.ini, Mercury's mercury.toml, moonmoon's people.opml, hpc.social's"
                    + " authors.yml, any feed reader's OPML. What stands in the list already stays as it is; a list is"
                    + " begun where there is none. Each thing that could not be carried over is told with its line.",
            "With --posts, take over hpc.social's stored posts into the archive, so that history survives the move.",
            "Given what “orrery export” wrote, read it back into an empty archive."
        })
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final EditOptions options = new EditOptions();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "Where posts, or an exported archive, go to (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Option(
            names = "--posts",
            paramLabel = "DIR",
            description = "A folder of posts with front matter, as hpc.social keeps them below _posts.")
    private @Nullable Path posts;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Another planet's configuration, or an export.")
    private @Nullable Path file;

    private final Surroundings around;

    ImportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if ((file == null) == (posts == null)) {
            around.err().println("Give either a file or --posts DIR. See: orrery import --help");
            return ExitCode.USAGE;
        }
        try {
            if (posts != null) {
                new PostsImport(options, archive, around).run(posts);
            } else if (file != null && ArchiveImport.fits(file)) {
                new ArchiveImport(archive, options.dryRun, around).run(file);
            } else if (file != null) {
                new ConfigurationImport(options, around).run(file);
            }
            return ExitCode.DONE;
        } catch (Unmended | ArchiveException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }
}
