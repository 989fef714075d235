package community.orrery.cli;

import community.orrery.publish.Publisher;
import community.orrery.serve.SiteServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the published site in a browser until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Show the site on this machine, until stopped (Ctrl-C). An open page loads itself anew after each publish and"
                    + " shows a run under way.",
            "This is a preview and not a web server for the public: the README's recipes have those."
        })
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "output",
            description = "The published site; nothing is written to it (default: ${DEFAULT-VALUE}).")
    private Path output = Path.of("output");

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "The archive of the runs to be shown (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Option(
            names = "--listen",
            paramLabel = "[ADDR:]PORT",
            defaultValue = "127.0.0.1:8080",
            description = "Where to listen; port 0 takes any that is free (default: ${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1:8080";

    private final Surroundings around;

    ServeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            InetSocketAddress at = ListenAddress.parse(listen);
            try (SiteServer server = SiteServer.open(output, new Publisher(output), archive, at, around.clock())) {
                if (!at.getAddress().isLoopbackAddress()) {
                    around.err()
                            .println("Warning: whoever reaches " + listen + " can read this preview, unencrypted. It is"
                                    + " meant for you and not for the public.");
                }
                around.out().println("Showing " + output + " at " + server.address() + " (Ctrl-C stops it)");
                new CountDownLatch(1).await();
            }
            return ExitCode.DONE;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        } catch (IOException e) {
            around.err()
                    .println("Cannot listen at " + listen + ": " + e.getMessage()
                            + ". Another program may have that port, or the address is not this machine's; choose another"
                            + " with --listen ADDR:PORT.");
            return ExitCode.MEND;
        }
    }
}
