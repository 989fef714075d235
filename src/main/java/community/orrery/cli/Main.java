package community.orrery.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

/** The program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Names and titles are in every script; the platform's default charset may know only one.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        chooseLogLevel(List.of(arguments));
        int exit = run(arguments, new Surroundings(out, err, isTerminal(), Clock.systemUTC(), System.getenv()));
        if (exit != ExitCode.DONE) {
            System.exit(exit);
        }
    }

    /** Before any logger is made, since each reads it once: see logback.xml. */
    private static void chooseLogLevel(List<String> arguments) {
        if (arguments.contains("-v") || arguments.contains("--verbose")) {
            System.setProperty("orrery.log", "DEBUG");
        } else if (arguments.contains("run") && !arguments.contains("-q") && !arguments.contains("--quiet")) {
            System.setProperty("orrery.log", "INFO");
        }
    }

    /** From Java 22 on there is a console also where no terminal is, and it can be asked. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** One command from its arguments to its exit code. */
    static int run(String[] arguments, Surroundings around) {
        CommandLine command = new CommandLine(new OrreryCommand(around))
                .addSubcommand(new UpdateCommand(around))
                .addSubcommand(new RunCommand(around))
                .addSubcommand(new StatusCommand(around))
                .addSubcommand(new ServeCommand(around))
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
