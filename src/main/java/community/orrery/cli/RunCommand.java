package community.orrery.cli;

import community.orrery.feed.Planet;
import community.orrery.schedule.CrawlSchedule;
import community.orrery.schedule.CrawlSchedule.BadSchedule;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Keeps crawling on the list's schedule until it is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Crawl now, then whenever the list's planet:schedule says, until stopped (Ctrl-C, SIGTERM).",
            "The list is read anew for each run; the schedule itself only at the start.",
            "While an edit of the list is broken, the list as it was before is followed, and the status page says so."
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private final CrawlOptions options = new CrawlOptions();

    private final Surroundings around;

    RunCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.talk.quiet = true; // the log tells of every feed and every run
        Update update = new Update(options, around);
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
        try {
            Planet planet = FeedList.read(options.feeds);
            try (CrawlSchedule schedule = CrawlSchedule.start(
                    planet.settings().schedule(), planet.settings().timezone(), update::runOn)) {
                stopping.await();
            }
            return ExitCode.DONE;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        } catch (BadSchedule e) {
            around.err().println(options.feeds + ": " + e.getMessage());
            return ExitCode.MEND;
        } finally {
            ended.countDown();
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
