package community.orrery.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

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

    /** Before any logger is made, since each reads it once: see {@link Logging}. */
    private static void chooseLogLevel(List<String> arguments) {
        if (arguments.contains("-v") || arguments.contains("--verbose")) {
            System.setProperty(Logging.LEVEL, "DEBUG");
        } else if (arguments.contains("run") && !arguments.contains("-q") && !arguments.contains("--quiet")) {
            System.setProperty(Logging.LEVEL, "INFO");
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
        try {
            return new Commands(around).execute(arguments);
        } catch (OutOfMemoryError e) {
            around.err().println(Unmended.by(e).getMessage());
            return ExitCode.MEND;
        }
    }
}
