package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.crawl.KeptIds;
import community.orrery.opml.EditOutcome;
import community.orrery.opml.ListOutcome;
import community.orrery.opml.OpmlEdit;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands share that edit one member's outlines: they know it by the id that status and its pages have. */
final class MemberEdit {

    @Mixin
    private final EditOptions options = new EditOptions();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "Where to look up the ids of members' pages; never changed (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Parameters(
            index = "0",
            paramLabel = "MEMBER",
            description = "The member's id, the address of its feed, or its name.")
    private String member = "";

    /** One of {@link OpmlEdit}'s. */
    @FunctionalInterface
    interface Edit {
        EditOutcome of(String list, String member, Map<String, String> pageIds);
    }

    /** @param done what is so when it is written, of the member */
    int run(Surroundings around, Edit edit, String done) {
        try {
            ListEdit list = ListEdit.of(options, around);
            Map<String, String> pageIds = pageIds(list.text(), around);
            list.apply(text -> edit.of(text, member, pageIds), "“" + member + "” " + done);
            return ExitCode.DONE;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    /** As {@link OpmlEdit} takes them; none where they cannot be known. */
    private Map<String, String> pageIds(String list, Surroundings around) {
        if (Archive.exists(archive) && ListFile.outcome(list) instanceof ListOutcome.Listed listed) {
            try (Archive copy = Archive.rehearse(archive)) {
                return KeptIds.changed(listed.planet(), copy.states());
            } catch (ArchiveException e) {
                around.err()
                        .println("The ids of members' pages could not be looked up, so those of the list hold. "
                                + e.getMessage());
            }
        }
        return Map.of();
    }
}
