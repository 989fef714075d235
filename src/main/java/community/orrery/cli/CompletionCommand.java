package community.orrery.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete our commands. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Print a script with which bash and zsh complete orrery's commands and options:",
            "  source <(orrery completion)",
            "where orrery is an alias or a script that runs this program."
        })
final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings around;

    CompletionCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        around.out().print(AutoComplete.bash("orrery", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
