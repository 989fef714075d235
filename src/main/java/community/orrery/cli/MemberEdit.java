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

    private static final String LIST_HOLDS =
            "The ids of members' pages could not be looked up, so those of the list hold. ";

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

    /**
     * As {@link OpmlEdit} takes them; none where they cannot be known, which is told.
     *
     * @throws Unmended when the archive cannot tell whose id this is: in the list it may be another's
     */
    private Map<String, String> pageIds(String list, Surroundings around) throws Unmended {
        if (!Archive.exists(archive)) {
            return Map.of();
        }
        if (!(ListFile.outcome(list) instanceof ListOutcome.Listed listed)) {
            around.err().println(LIST_HOLDS + "The list has mistakes.");
            return Map.of();
        }
        try (Archive copy = Archive.rehearse(archive)) {
            return KeptIds.changed(listed.planet(), copy.states());
        } catch (ArchiveException e) {
            if (OpmlEdit.mayBeId(member)) {
                throw new Unmended("Whose pages have the id “" + member + "” could not be looked up. " + e.getMessage()
                        + " Name the member by its feed's address, or mend the archive. Nothing was changed.");
            }
            around.err().println(LIST_HOLDS + e.getMessage());
            return Map.of();
        }
    }
}
