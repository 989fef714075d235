package community.orrery.publish;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has files printed: a few by the thread that asks, many by as many threads as there are cores and memory for. They end before
 * it goes on, whatever happens.
 */
final class Printers {

    /** A run with some news prints fewer, and is over before more threads would pay. */
    private static final int MANY = 100;

    /** Files that a thread takes on together: neighbours show the same texts. */
    private static final int AT_ONCE = 16;

    /** What one thread may take, a page with a long post; feeds, which may take more, are made one at a time. */
    private static final long MEMORY_EACH = 64L << 20;

    /** Prints one file and lays it beside the site. */
    @FunctionalInterface
    interface Printing {

        /** @param index its place among all */
        void print(int index) throws IOException;
    }

    private final int files;
    private final Printing printing;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger(Integer.MAX_VALUE);

    private Printers(int files, Printing printing) {
        this.files = files;
        this.printing = printing;
    }

    /**
     * @param files how many
     * @throws IOException or whatever else the printing of the first file threw that cannot be printed
     */
    static void printAll(int files, Printing printing) throws IOException {
        printAll(files, files < MANY ? 1 : threads(), printing);
    }

    private static int threads() {
        Runtime runtime = Runtime.getRuntime();
        return (int) Math.max(1, Math.min(runtime.availableProcessors(), runtime.maxMemory() / MEMORY_EACH));
    }

    /** @param threads this one among them */
    static void printAll(int files, int threads, Printing printing) throws IOException {
        new Printers(files, printing).printAll(threads);
    }

    private void printAll(int threads) throws IOException {
        List<Printer> printers = Stream.generate(Printer::new).limit(threads).toList();
        List<FutureTask<Void>> tasks = printers.stream().map(FutureTask::new).toList();
        int started = 1;
        for (int other = 1; other < threads; other++) {
            Thread thread = new Thread(tasks.get(other), "print-" + other);
            thread.setDaemon(true);
            if (!starts(thread)) {
                break;
            }
            started++;
        }
        tasks.get(0).run();
        for (FutureTask<Void> task : tasks.subList(0, started)) {
            await(task);
        }
        for (int each = 0; each < started; each++) {
            if (printers.get(each).at == failed.get()) {
                rethrow(tasks.get(each));
            }
        }
    }

    /** False where the system allows no more threads: fewer will do. */
    private static boolean starts(Thread thread) {
        try {
            thread.start();
            return true;
        } catch (OutOfMemoryError e) { // "unable to create native thread"
            return false;
        }
    }

    /** One thread's work. */
    private final class Printer implements Callable<Void> {

        /** The file it is at, or could not print. */
        private int at = -1;

        @Override
        public @Nullable Void call() throws IOException {
            for (int from = next.getAndAdd(AT_ONCE); from < files; from = next.getAndAdd(AT_ONCE)) {
                for (at = from; at < Math.min(files, from + AT_ONCE); at++) {
                    if (at > failed.get()) {
                        return null; // only earlier ones are still printed: the first that fails is to be told of
                    }
                    print();
                }
            }
            return null;
        }

        private void print() throws IOException {
            boolean printed = false;
            try {
                printing.print(at);
                printed = true;
            } finally {
                if (!printed) {
                    failed.accumulateAndGet(at, Math::min);
                }
            }
        }
    }

    /** An interruption ends no publishing: whoever is interrupted meanwhile is so afterwards. */
    private static void await(FutureTask<Void> task) {
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break; // told of when all have ended
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(FutureTask<Void> ended) throws IOException {
        try {
            ended.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException ours) {
                throw ours;
            }
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            if (e.getCause() instanceof Error ours) {
                throw ours;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
