package community.orrery.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;

/** The program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Names and titles are in every script; the platform's default charset may know only one.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = run(arguments, new Surroundings(out, err, System.console() != null, Clock.systemUTC()));
        if (exit != ExitCode.DONE) {
            System.exit(exit);
        }
    }

    /** One command from its arguments to its exit code. */
    static int run(String[] arguments, Surroundings around) {
        CommandLine command = new CommandLine(new OrreryCommand(around))
                .addSubcommand(new UpdateCommand(around))
                .addSubcommand(new RunCommand(around))
                .addSubcommand(new StatusCommand(around))
                .addSubcommand(new DemoCommand(around))
                .addSubcommand(new AddCommand(around))
                .addSubcommand(new CheckCommand(around))
                .addSubcommand(new ValidateCommand(around))
                .addSubcommand(new PostsCommand(around))
                .addSubcommand(new CompletionCommand(around))
                .addSubcommand(new HideCommand(around))
                .addSubcommand(new UnhideCommand(around))
                .addSubcommand(new RemoveCommand(around))
                .addSubcommand(new RenameCommand(around))
                .addSubcommand(new RetireCommand(around));
        command.setOut(new PrintWriter(around.out(), true));
        command.setErr(new PrintWriter(around.err(), true));
        describeExitCodes(command);
        command.getSubcommands().values().forEach(Main::describeExitCodes);
        return command.execute(arguments);
    }

    private static void describeExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.IN_WORDS);
    }
}
