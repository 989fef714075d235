package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is read without picocli is read as picocli would. */
class PlainRunTest {

    private static final List<String> WORDS = List.of(
            "update",
            "--feeds=list/feeds.opml",
            "--feeds=a=b.opml",
            "--output=site",
            "--output",
            "--archive=/var/lib/planet/archive.db",
            "--archive=\"quoted\"",
            "--archive=no\0path",
            "--feeds=${sys:user.home}",
            "--feeds=",
            "--force",
            "--force=true",
            "--offline",
            "--dry-run",
            "--allow-private-addresses",
            "--quiet",
            "-q",
            "--verbose",
            "--",
            "@file",
            "--for",
            "");

    private final Terminal terminal = new Terminal();

    @Test
    void readsWhatPicocliReadsOrNothing() {
        Random random = new Random(7);
        int plain = 0;
        for (int round = 0; round < 3_000; round++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            String[] arguments = words.toArray(String[]::new);
            CrawlOptions read = PlainRun.read(arguments);
            if (read != null) {
                plain++;
                assertThat(read).as("%s", words).usingRecursiveComparison().isEqualTo(picocli(arguments));
            }
        }
        assertThat(plain).isGreaterThan(300);
    }

    @Test
    void knowsEveryOptionThatARunHas() {
        List<String> arguments = new ArrayList<>(List.of("update"));
        new CommandLine(new CrawlOptions())
                .getCommandSpec()
                .options()
                .forEach(option -> arguments.add(option.longestName()
                        + (option.arity().max() == 0
                                ? ""
                                : "=some/" + option.longestName().substring(2))));
        arguments.remove("--verbose");

        CrawlOptions read = PlainRun.read(arguments.toArray(String[]::new));

        assertThat(read)
                .usingRecursiveComparison()
                .isEqualTo(picocli(arguments.toArray(String[]::new)))
                .isNotEqualTo(new CrawlOptions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "-q", "run", "--fedes=x", "--force --force", "--quiet --verbose", "update update"})
    void leavesToPicocliWhatIsNotPlain(String arguments) {
        assertThat(PlainRun.read(arguments.split(" "))).isNull();
    }

    @Test
    void everyCommandIsListedUnderItsName() {
        Surroundings around = new Surroundings(System.out, System.err, false, java.time.Clock.systemUTC(), Map.of());

        assertThat(new Commands(around).all().getSubcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
    }

    @Test
    void aMistakeInOneCommandIsToldAsThePartOfTheProgramThatItIs() {
        assertThat(terminal.run("status", "--zzz=x")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("Unknown option: '--zzz=x'", "Usage: orrery status");
        assertThat(terminal.run("status", "--help")).isZero();
        assertThat(terminal.out()).contains("Usage: orrery status", "Exit codes:");
    }

    @Test
    void helpIsToldToWhoeverAsksForItAsACommand() {
        assertThat(terminal.run("help")).isZero();
        assertThat(terminal.out()).contains("Usage: orrery [");
        assertThat(terminal.run("help", "status")).isZero();
        assertThat(terminal.out()).contains("Usage: orrery status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help help", "help --help", "help -h", "help status --help", "help -h status"})
    void helpThatIsAskedForTwiceIsToldOnce(String arguments) {
        assertThat(terminal.run(arguments.split(" "))).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("Usage: orrery " + (arguments.contains("status") ? "status" : "["));
    }

    @ParameterizedTest
    @ValueSource(strings = {"update --output=", "status --feeds=", "export --archive="})
    void anEmptyPathIsNotTheFolderThatWeAreIn(String arguments) {
        assertThat(terminal.run(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .contains("': it is empty", "Usage: orrery " + arguments.split(" ")[0]);
    }

    /** An error is an error here, too. */
    private static CrawlOptions picocli(String... arguments) {
        UpdateCommand update = new UpdateCommand(
                new Surroundings(System.out, System.err, false, java.time.Clock.systemUTC(), Map.of()));
        int first = arguments.length > 0 && arguments[0].equals("update") ? 1 : 0;
        CommandLine line = new CommandLine(update);
        line.parseArgs(List.of(arguments).subList(first, arguments.length).toArray(String[]::new));
        return (CrawlOptions) line.getCommandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(CrawlOptions.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
