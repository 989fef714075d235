package community.orrery.cli;

import community.orrery.archive.ArchiveException;
import community.orrery.metrics.Figures;
import community.orrery.metrics.MetricsServer;
import community.orrery.schedule.Timetable.BadSchedule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps crawling on the list's schedule until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Crawl now, then whenever the list's planet:schedule says, until stopped (Ctrl-C, SIGTERM).",
            "The list is read anew when it changes. While an edit of it is broken, the list as it was before is followed,"
                    + " and the status page says so.",
            "Each night the archive is checked and copied to the folder backups beside it, where seven copies are kept."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final CrawlOptions options = new CrawlOptions();

    @Option(
            names = "--listen",
            paramLabel = "[ADDR:]PORT",
            description =
                    "Answer GET /metrics (Prometheus) and GET /healthz there; on loopback when no address is given.")
    private @Nullable String listen;

    private final Surroundings around;

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.talk.quiet = true; // the log tells of every feed and every run
        Update update = new Update(options, around);
        Figures figures = new Figures();
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(
                () -> {
                    stopping.countDown();
                    update.stop();
                    awaitEnd(ended);
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try (Listening listening = listen(figures);
                Rounds rounds = new Rounds(options, around, update, figures)) {
            listening.tell(around);
            rounds.start();
            stopping.await();
            return ExitCode.DONE;
        } catch (Unmended | ArchiveException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        } catch (BadSchedule e) {
            around.err().println(options.feeds + ": " + e.getMessage());
            return ExitCode.MEND;
        } finally {
            ended.countDown();
        }
    }

    /** Where the figures are told; nowhere when no address was given. */
    private record Listening(@Nullable MetricsServer server) implements AutoCloseable {

        void tell(Surroundings around) {
            if (server != null) {
                around.err().println("Listening on " + server.address());
                if (!server.isLoopback()) {
                    around.err()
                            .println("Whoever reaches that address can read how each feed is doing. Guard it, or listen"
                                    + " on 127.0.0.1.");
                }
            }
        }

        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }

    private Listening listen(Figures figures) throws Unmended {
        if (listen == null) {
            return new Listening(null);
        }
        InetSocketAddress address = ListenAddress.parse(listen);
        try {
            return new Listening(MetricsServer.start(address, figures, around.clock()));
        } catch (IOException e) {
            throw new Unmended("--listen " + listen + ": " + e.getMessage()
                    + ". Name a port that is free, and an address of this machine.");
        }
    }

    /** The machine goes down as soon as this returns: the run under way is given time to put its things in order. */
    private static void awaitEnd(CountDownLatch ended) {
        try {
            ended.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
