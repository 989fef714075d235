package community.orrery.cli;

import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads the list and says whether it is sound. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Say whether the list is sound, or all that is wrong with it, each with line and remedy. Asks nobody.")
final class ValidateCommand implements Callable<Integer> {

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            defaultValue = "feeds.opml",
            description = "The list of members (default: ${DEFAULT-VALUE}).")
    private Path feeds = Path.of("feeds.opml");

    private final Surroundings around;

    ValidateCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try {
            Planet planet = FeedList.sound(feeds, around.clock().instant());
            long retired = planet.members().stream()
                    .filter(member -> member.status() == Member.Status.RETIRED)
                    .count();
            int addresses = planet.members().stream()
                    .mapToInt(member -> member.subscriptions().size())
                    .sum();
            around.out()
                    .println(feeds + " is sound. Members: " + planet.members().size() + " (" + retired
                            + " retired). Feeds: " + addresses + ". Groups: "
                            + planet.allGroups().count() + ". Hidden posts: "
                            + planet.hidden().size() + ".");
            return ExitCode.DONE;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }
}
