package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.opml.ListOutcome;
import community.orrery.opml.OpmlEdit;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes back that a post is hidden. */
@Command(
        name = "unhide",
        mixinStandardHelpOptions = true,
        description = "Carry a hidden post again. The next run brings its page back, at the address it had.")
final class UnhideCommand implements Callable<Integer> {

    @Mixin
    private final EditOptions options = new EditOptions();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "Where to look up what else hides it; never changed (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Parameters(
            paramLabel = "POST-URL",
            description =
                    "Any of its addresses: as planet:hidden has it, its original's, that of its page on this planet.")
    private String typed = "";

    private final Surroundings around;

    UnhideCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try {
            URI url = PostAddress.of(typed);
            ListEdit edit = ListEdit.of(options, around);
            List<URI> urls = Stream.concat(Stream.of(url), others(edit.text(), url).stream())
                    .toList();
            edit.apply(list -> OpmlEdit.unhide(list, urls), url + " is no longer hidden. The next run brings it back.");
            return ExitCode.DONE;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    private List<URI> others(String list, URI url) {
        if (Archive.exists(archive) && ListFile.outcome(list) instanceof ListOutcome.Listed listed) {
            try {
                return Hiding.linesFor(url, listed.planet(), archive);
            } catch (ArchiveException e) {
                around.err()
                        .println("Whether other lines hide it too could not be looked up; orrery posts tells. "
                                + e.getMessage());
            }
        }
        return List.of();
    }
}
