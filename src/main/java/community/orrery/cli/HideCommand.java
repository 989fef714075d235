package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.feed.Credentials;
import community.orrery.feed.Hidden;
import community.orrery.opml.EditOutcome;
import community.orrery.opml.ListOutcome;
import community.orrery.opml.OpmlEdit;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes into the list that a post is not to be carried. */
@Command(
        name = "hide",
        mixinStandardHelpOptions = true,
        description = {
            "Have the planet not carry a post: writes <planet:hidden> into the list's head, to be reviewed like any change.",
            "The next run takes its page, its places in lists and its entries in feeds away; no crawl brings it back."
        })
final class HideCommand implements Callable<Integer> {

    @Mixin
    private final EditOptions options = new EditOptions();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "Where to look up which post that is; never changed (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            required = true,
            description = "The reason, for those who read the list later. The list is public: so is this.")
    private String why = "";

    @Parameters(paramLabel = "POST-URL", description = "The address of the original, or of its page on this planet.")
    private String typed = "";

    private final Surroundings around;

    HideCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try {
            if (why.isBlank()) {
                throw new Unmended("--why is empty. Say in a few words why the post is hidden.");
            }
            URI url = PostAddress.of(typed);
            ListEdit edit = ListEdit.of(options, around);
            Optional<Hiding> hiding = lookUp(edit.text(), url);
            List<String> pages = hiding.map(Hiding::pages).orElse(List.of());
            edit.apply(
                    list -> OpmlEdit.hide(list, url, pages, why),
                    url + " is hidden. The next run takes it from the site.");
            hiding.ifPresent(found -> tell(found, url));
            return ExitCode.DONE;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    /** What a line with this address hides; empty where that cannot be known. */
    private Optional<Hiding> lookUp(String list, URI url) {
        if (Archive.exists(archive)
                && OpmlEdit.hide(list, url, List.of(), why) instanceof EditOutcome.Edited edited
                && ListFile.outcome(edited.text()) instanceof ListOutcome.Listed listed) {
            List<Hidden> lines = listed.planet().hidden();
            try {
                return Optional.of(Hiding.by(lines.get(lines.size() - 1), listed.planet(), archive));
            } catch (ArchiveException e) {
                around.err()
                        .println("Which post that is could not be looked up, so this address alone will hide it. "
                                + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private void tell(Hiding hiding, URI url) {
        hiding.words().forEach(post -> around.out().println("It hides " + post + "."));
        if (hiding.posts().isEmpty()) {
            around.err()
                    .println("No post that this planet carries has that address, so nothing goes yet."
                            + (options.dryRun
                                    ? ""
                                    : " If it was a slip: orrery unhide " + Credentials.hidden(url.toString())));
        }
    }
}
