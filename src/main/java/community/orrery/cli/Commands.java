package community.orrery.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * What the command line understands. To find out what a command's options are takes a while: only the command that is named
 * is made, and all of them where help or a mistake shows them.
 */
final class Commands {

    /** In the order in which help lists them. */
    static final List<String> NAMES = List.of(
            "update",
            "run",
            "status",
            "serve",
            "demo",
            "add",
            "check",
            "validate",
            "posts",
            "completion",
            "import",
            "export",
            "hide",
            "unhide",
            "remove",
            "rename",
            "retire");

    private static final Set<String> SHOWING_ALL = Set.of("-h", "--help", "-V", "--version", "completion");

    private static final Set<String> ASKING_HELP = Set.of("help", "-h", "--help");

    private final Surroundings around;

    Commands(Surroundings around) {
        this.around = around;
    }

    /** One command from its arguments to its exit code. */
    int execute(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("help")) {
            Stream<String> asked = Stream.of(arguments).filter(word -> !ASKING_HELP.contains(word));
            return execute(Stream.concat(asked, Stream.of("--help")).toArray(String[]::new));
        }
        CrawlOptions plain = PlainRun.read(arguments);
        if (plain != null) {
            return new Update(plain, around).run();
        }
        if (arguments.length == 0
                || !NAMES.contains(arguments[0])
                || List.of(arguments).stream().anyMatch(SHOWING_ALL::contains)) {
            return all().execute(arguments);
        }
        String[] rest = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
        return printing(new CommandLine(command(arguments[0])))
                .setParameterExceptionHandler((mistake, unused) -> all().execute(arguments))
                .execute(rest);
    }

    /** The program with every command. */
    CommandLine all() {
        CommandLine all = new CommandLine(new OrreryCommand(around));
        NAMES.forEach(name -> all.addSubcommand(command(name)));
        describeExitCodes(all);
        all.getSubcommands().values().forEach(Commands::describeExitCodes);
        return printing(all);
    }

    private Object command(String name) {
        return switch (name) {
            case "update" -> new UpdateCommand(around);
            case "run" -> new RunCommand(around);
            case "status" -> new StatusCommand(around);
            case "serve" -> new ServeCommand(around);
            case "demo" -> new DemoCommand(around);
            case "add" -> new AddCommand(around);
            case "check" -> new CheckCommand(around);
            case "validate" -> new ValidateCommand(around);
            case "posts" -> new PostsCommand(around);
            case "completion" -> new CompletionCommand(around);
            case "import" -> new ImportCommand(around);
            case "export" -> new ExportCommand(around);
            case "hide" -> new HideCommand(around);
            case "unhide" -> new UnhideCommand(around);
            case "remove" -> new RemoveCommand(around);
            case "rename" -> new RenameCommand(around);
            case "retire" -> new RetireCommand(around);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private CommandLine printing(CommandLine command) {
        return command.registerConverter(Path.class, NamedPath::read)
                .setOut(new PrintWriter(around.out(), true))
                .setErr(new PrintWriter(around.err(), true));
    }

    private static void describeExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.IN_WORDS);
    }
}
