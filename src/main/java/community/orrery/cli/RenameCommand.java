package community.orrery.cli;

import community.orrery.opml.OpmlEdit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a member another name. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description = "Give a member another name. Its id stays, so the addresses of its pages do.")
final class RenameCommand implements Callable<Integer> {

    @Mixin
    private final MemberEdit member = new MemberEdit();

    @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
    private String name = "";

    private final Surroundings around;

    RenameCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return member.run(
                around,
                (list, named, pageIds) -> OpmlEdit.rename(list, named, name, pageIds),
                "is now called “" + name + "”. Its pages stay where they are.");
    }
}
