package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.likeness.Wording;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Texts made and read at most once, and only when asked for. */
final class Texts {

    private final Function<Entry, Derivation> derive;
    private final LongFunction<String> stored;
    private final Map<Entry, Derivation> derived = new IdentityHashMap<>();
    private final Map<Entry, Wording> read = new IdentityHashMap<>();
    private final Map<Long, Wording> known = new HashMap<>();

    Texts(Function<Entry, Derivation> derive, LongFunction<String> stored) {
        this.derive = derive;
        this.stored = stored;
    }

    Derivation of(Entry entry) {
        return derived.computeIfAbsent(entry, derive);
    }

    Wording wording(Entry entry) {
        return read.computeIfAbsent(entry, e -> Wording.of(of(e).text()));
    }

    Wording wording(long post) {
        return known.computeIfAbsent(post, key -> Wording.of(stored.apply(key)));
    }
}
