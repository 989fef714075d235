package community.orrery.cli;

import community.orrery.opml.OpmlEdit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    private final MemberEdit member = new MemberEdit();

    private final Surroundings around;

    RemoveCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return member.run(
                around, OpmlEdit::remove, "is no longer a member. The next run takes the pages from the site.");
    }
}
