package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.crawl.KeptIds;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.opml.EditOutcome;
import community.orrery.opml.ListOutcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
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

    /** One of {@link community.orrery.opml.OpmlEdit}'s. */
    @FunctionalInterface
    interface Edit {
        EditOutcome of(String list, String member, Map<String, String> known);
    }

    /** @param done what is so when it is written, of the member */
    int run(Surroundings around, Edit edit, String done) {
        try {
            ListEdit list = ListEdit.of(options, around);
            Map<String, String> known = known(list.text(), around);
            list.apply(text -> edit.of(text, member, known), "“" + member + "” " + done);
            return ExitCode.DONE;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    /** The ids of pages by those in the list, where they differ and that can be known. */
    private Map<String, String> known(String list, Surroundings around) {
        Map<String, String> known = new HashMap<>();
        if (Archive.exists(archive) && ListFile.outcome(list) instanceof ListOutcome.Listed listed) {
            try (Archive copy = Archive.rehearse(archive)) {
                Planet kept = KeptIds.of(listed.planet(), copy.states());
                Iterator<Member> members = kept.members().iterator();
                listed.planet()
                        .members()
                        .forEach(each -> known.put(each.id(), members.next().id()));
            } catch (ArchiveException e) {
                around.err()
                        .println("The ids of members' pages could not be looked up, so those of the list hold. "
                                + e.getMessage());
            }
        }
        return known;
    }
}
