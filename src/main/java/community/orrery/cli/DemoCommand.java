package community.orrery.cli;

import community.orrery.demo.DemoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows a whole planet without a network: serves the sample community on a loopback port and crawls it twice. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Make a planet of ten sample blogs, served over real HTTP from inside this program, crawled twice and published.",
            "Nothing outside this machine is asked."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "output",
            description = "Where the site is written (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("output");

    @Option(names = "--keep", description = "Keep the sample's feeds.opml and archive, and say where.")
    private boolean keep;

    private final Surroundings around;

    DemoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("orrery-demo-");
        try (DemoServer server = DemoServer.start()) {
            return show(server, folder);
        } finally {
            if (keep) {
                around.out().println("The sample's feeds.opml and archive are in " + folder);
            } else {
                remove(folder);
            }
        }
    }

    private int show(DemoServer server, Path folder) throws IOException {
        CrawlOptions options = new CrawlOptions();
        options.feeds = Files.writeString(folder.resolve("feeds.opml"), server.opml());
        options.archive = folder.resolve("archive.db");
        options.output = output;
        options.force = true;
        InetSocketAddress address =
                new InetSocketAddress(server.base().getHost(), server.base().getPort());

        around.out().println("Ten sample blogs are published at " + server.base() + ". Crawling them:");
        int first = Update.ofSample(options, around, address).run();
        if (first == ExitCode.MEND) {
            return first;
        }
        say("first", server.takeAnswers());
        around.out().println();
        around.out().println("And once more, with nothing new:");
        int second = Update.ofSample(options, around, address).run();
        if (second == ExitCode.MEND) {
            return second;
        }
        say("second", server.takeAnswers());
        around.out().println();
        around.out().println("Now open " + output.resolve("index.html"));
        return Math.max(first, second);
    }

    private void say(String which, Map<Integer, Integer> answers) {
        around.out()
                .println("The blogs' server counted, the " + which + " time: "
                        + answers.entrySet().stream()
                                .map(each -> each.getValue() + " × " + each.getKey())
                                .collect(Collectors.joining(", ")));
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample's temporary folder " + folder + " cannot be removed", e);
        }
    }
}
