package community.orrery.cli;

import community.orrery.opml.OpmlEdit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops asking a member's feeds. */
@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        description = "Stop asking a member's feeds. The posts and their pages stay.")
final class RetireCommand implements Callable<Integer> {

    @Mixin
    private final MemberEdit member = new MemberEdit();

    private final Surroundings around;

    RetireCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return member.run(around, OpmlEdit::retire, "is retired: no longer asked, its posts stay.");
    }
}
