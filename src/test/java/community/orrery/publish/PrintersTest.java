package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many files are printed by many threads, and it ends as if one had done it. */
class PrintersTest {

    private static final Set<Thread.State> AT_REST = Set.of(Thread.State.WAITING, Thread.State.TERMINATED);

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 3", "1, 3", "16, 2", "17, 2", "1000, 1", "1000, 3"})
    void printsEachFileOnce(int files, int threads) throws IOException {
        AtomicIntegerArray printed = new AtomicIntegerArray(files);

        Printers.printAll(files, threads, printed::incrementAndGet);

        for (int index = 0; index < files; index++) {
            assertThat(printed.get(index)).as("file %d", index).isOne();
        }
    }

    @Test
    void startsNoThreadForTheFewFilesOfARunWithSomeNews() throws IOException {
        Set<String> alive = ConcurrentHashMap.newKeySet();

        Printers.printAll(
                40, index -> Thread.getAllStackTraces().keySet().forEach(thread -> alive.add(thread.getName())));

        assertThat(alive).isNotEmpty().noneMatch(name -> name.startsWith("print-"));
    }

    /** A thread takes sixteen neighbours at a time: file 3 is with one, file 20 with the other. */
    @Test
    void tellsOfTheFirstFileThatCannotBePrintedAlsoWhenALaterOneFailsSooner() {
        CountDownLatch later = new CountDownLatch(1);
        AtomicInteger open = new AtomicInteger();

        assertThatThrownBy(() -> Printers.printAll(1_000, 2, index -> {
                    open.incrementAndGet();
                    try {
                        if (index == 20) {
                            later.countDown();
                            throw new IllegalStateException("later");
                        }
                        if (index == 2) {
                            await(later);
                        }
                        if (index == 3) {
                            throw new IOException("earlier");
                        }
                    } finally {
                        open.decrementAndGet();
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("earlier");
        assertThat(open).as("files still being printed").hasValue(0);
    }

    @Test
    void takesOnNoMoreFilesOnceOneHasFailed() {
        for (Throwable failure : List.of(new StackOverflowError("deep"), new IllegalStateException("wrong"))) {
            AtomicInteger printed = new AtomicInteger();
            CompletableFuture<Thread> failing = new CompletableFuture<>();

            assertThatThrownBy(() -> Printers.printAll(10_000, 2, index -> {
                        printed.incrementAndGet();
                        if (index == 3) {
                            awaitRest(failing.join());
                        }
                        if (index == 20) {
                            failing.complete(Thread.currentThread());
                            throwUnchecked(failure);
                        }
                    }))
                    .isSameAs(failure);
            assertThat(printed).as("0 to 15 by one, 16 to 20 by the other").hasValue(21);
        }
    }

    @Test
    void staysInterruptedWhenTheOthersHadToBeWaitedFor() throws IOException {
        Thread caller = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger printed = new AtomicInteger();

        Printers.printAll(32, 2, index -> {
            if (Thread.currentThread() != caller) {
                begun.countDown();
                await(interrupted);
                awaitRest(caller);
            } else if (!caller.isInterrupted()) {
                await(begun);
                caller.interrupt();
                interrupted.countDown();
            }
            printed.incrementAndGet();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(printed).hasValue(32);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until the thread waits for others, or has ended; one that is only blocked has work left. */
    private static void awaitRest(Thread thread) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!AT_REST.contains(thread.getState()) && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
    }

    private static void throwUnchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
