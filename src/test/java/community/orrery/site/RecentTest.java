package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<Long> made = new ArrayList<>();
    private final Recent<String> kept = new Recent<>(10, String::length);

    private String get(long key, String text) {
        return kept.get(key, () -> {
            made.add(key);
            return text;
        });
    }

    @Test
    void forgetsWhatWasNotAskedForTheLongestWhenThereIsNoRoom() {
        get(1, "four");
        get(2, "four");
        get(1, "four");
        get(3, "four");

        assertThat(get(1, "four")).isEqualTo("four");
        assertThat(get(3, "four")).isEqualTo("four");
        assertThat(made).containsExactly(1L, 2L, 3L);
        get(2, "four");
        assertThat(made).containsExactly(1L, 2L, 3L, 2L);
    }

    @Test
    void keepsASingleOneThatIsLargerThanAllRoom() {
        get(1, "much too long for it");
        get(1, "much too long for it");
        get(2, "short");
        get(1, "much too long for it");

        assertThat(made).containsExactly(1L, 2L, 1L);
    }

    @Test
    void makesOnceWhatSeveralThreadsAskFor() throws InterruptedException, ExecutionException {
        AtomicInteger makings = new AtomicInteger();
        List<FutureTask<String>> asking = Stream.generate(() -> new FutureTask<>(() -> kept.get(1, () -> {
                    Thread.yield();
                    return "made " + makings.incrementAndGet();
                })))
                .limit(8)
                .toList();
        asking.forEach(task -> new Thread(task).start());

        for (FutureTask<String> task : asking) {
            assertThat(task.get()).isEqualTo("made 1");
        }
    }
}
