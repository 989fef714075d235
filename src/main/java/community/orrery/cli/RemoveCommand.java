package community.orrery.cli;

import community.orrery.opml.OpmlEdit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a member out of the list. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = {
            "Take a member out of the list. The next run takes the member's pages from the site; the archive keeps the posts,"
                    + " so that adding the same line again brings back the same pages.",
            "To keep the pages and only stop asking the feed, use retire."
        })
final class RemoveCommand implements Callable<Integer> {

    @Mixin
    private final EditOptions options = new EditOptions();

    @Parameters(paramLabel = "MEMBER", description = "The member's id, the address of its feed, or its name.")
    private String member = "";

    private final Surroundings around;

    RemoveCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return ListEdit.run(
                options,
                around,
                list -> OpmlEdit.remove(list, member),
                "“" + member + "” is no longer a member. The next run takes the pages from the site.");
    }
}
