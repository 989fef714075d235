package community.orrery.crawl;

import community.orrery.fetch.FeedRequest;
import community.orrery.fetch.FetchOutcome;
import community.orrery.fetch.Fetcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes a round of visits at once. Many threads wait for servers; only as many as there are processors read, clean and
 * record, and who waits for a server also waits for them, so that no more bodies are held than requests are under way.
 */
final class Visits {

    private final Fetcher fetcher;
    private final Visitor visitor;
    private final int requests;

    /** @param requests as many are under way at once at most */
    Visits(Fetcher fetcher, Visitor visitor, int requests) {
        this.fetcher = fetcher;
        this.visitor = visitor;
        this.requests = requests;
    }

    /**
     * Makes every visit.
     *
     * @param ended is told of each as it ends, on the calling thread
     * @return in the order in which they ended
     * @throws InterruptedException when told to stop; visits under way are abandoned
     */
    List<FeedReport> make(List<Visit> visits, Consumer<FeedReport> ended) throws InterruptedException {
        if (visits.isEmpty()) {
            return List.of();
        }
        ExecutorService asking = Executors.newFixedThreadPool(Math.min(requests, visits.size()));
        ExecutorService reading =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            CompletionService<FeedReport> ending = new ExecutorCompletionService<>(asking);
            visits.forEach(visit -> ending.submit(() -> make(visit, reading)));
            List<FeedReport> reports = new ArrayList<>();
            while (reports.size() < visits.size()) {
                FeedReport report = result(ending.take());
                reports.add(report);
                ended.accept(report);
            }
            return reports;
        } finally {
            asking.shutdownNow();
            reading.shutdown();
            awaitEnd(reading);
        }
    }

    /** What is being recorded is recorded before anybody closes the archive, also when the run is told to stop. */
    private static void awaitEnd(ExecutorService reading) {
        boolean interrupted = false;
        while (!reading.isTerminated()) {
            try {
                reading.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private FeedReport make(Visit visit, ExecutorService reading) throws InterruptedException {
        return fetcher.fetch(
                FeedRequest.of(visit.subscription(), visit.state()),
                outcome -> outcome instanceof FetchOutcome.NotModified // there is nothing to read or to record
                        ? visitor.take(visit, outcome)
                        : result(reading.submit(() -> visitor.take(visit, outcome))));
    }

    /** A visit's own end, or what ended the run: a stop, or an archive that cannot be used. */
    private static FeedReport result(Future<FeedReport> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException stopped) {
                throw stopped;
            }
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
