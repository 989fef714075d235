package community.orrery.cli;

import community.orrery.opml.OpmlEdit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops asking a member's feeds. */
@Command(
        name = "retire",
        mixinStandardHelpOptions = true,
        description = "Stop asking a member's feeds. The posts and their pages stay.")
final class RetireCommand implements Callable<Integer> {

    @Mixin
    private final EditOptions options = new EditOptions();

    @Parameters(paramLabel = "MEMBER", description = "The member's id, the address of its feed, or its name.")
    private String member = "";

    private final Surroundings around;

    RetireCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return ListEdit.run(
                options,
                around,
                list -> OpmlEdit.retire(list, member),
                "“" + member + "” is retired: no longer asked, its posts stay.");
    }
}
