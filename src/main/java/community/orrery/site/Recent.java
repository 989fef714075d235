package community.orrery.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was made of posts and may be asked for again, as far as there is room: the one that nobody asked for the longest goes
 * first. For several threads at once, of which one makes what another waits for.
 */
final class Recent<T> {

    private static final int TURNS = 64;

    private final long most;
    private final ToLongFunction<T> size;
    private final Map<Long, T> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Object[] turns = new Object[TURNS];
    private long held;

    /** @param most the sizes of all that is kept, unless a single one is larger */
    Recent(long most, ToLongFunction<T> size) {
        this.most = most;
        this.size = size;
        for (int turn = 0; turn < TURNS; turn++) {
            turns[turn] = new Object();
        }
    }

    T get(long key, Supplier<T> making) {
        synchronized (turns[Math.floorMod(key, TURNS)]) {
            T value = find(key);
            if (value == null) {
                value = making.get();
                keep(key, value);
            }
            return value;
        }
    }

    private synchronized @Nullable T find(long key) {
        return kept.get(key);
    }

    private synchronized void keep(long key, T value) {
        kept.put(key, value);
        held += size.applyAsLong(value);
        var eldest = kept.entrySet().iterator();
        while (held > most && kept.size() > 1) {
            held -= size.applyAsLong(eldest.next().getValue());
            eldest.remove();
        }
    }
}
