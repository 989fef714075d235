package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
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
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        Printers.printAll(40, index -> threads.add(Thread.currentThread()));

        assertThat(threads).isEqualTo(Set.of(Thread.currentThread()));
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
                        if (index == 3) {
                            await(later);
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
        AtomicInteger printed = new AtomicInteger();

        for (Throwable failure : List.of(new StackOverflowError("deep"), new IllegalStateException("wrong"))) {
            assertThatThrownBy(() -> Printers.printAll(10_000, 1, index -> {
                        printed.incrementAndGet();
                        if (index == 5 && failure instanceof Error error) {
                            throw error;
                        }
                        if (index == 5) {
                            throw (IllegalStateException) failure;
                        }
                    }))
                    .isSameAs(failure);
        }

        assertThat(printed).hasValue(12);
    }

    @Test
    void staysInterruptedWhenTheOthersHadToBeWaitedFor() throws IOException {
        Thread caller = Thread.currentThread();
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicInteger printed = new AtomicInteger();

        Printers.printAll(32, 2, index -> {
            if (Thread.currentThread() == caller) {
                caller.interrupt();
                interrupted.countDown();
            } else {
                await(interrupted);
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
}
