package community.orrery.history;

import community.orrery.feed.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides what a reading of a feed means.
 *
 * <pre>
 * entries ─ Stamps ─▶ dates to believe ─ Identity ─▶ entry to post ─┬ known ─ Edits ──▶ edited, unchanged, returned
 *                                                                  ├ new ─── Influx ──▶ not more than so many a day
 *                                                                  │         Arrivals ▶ added: place, standing, slug
 *                                                                  └ missing Absences ▶ withdrawn, or not yet believed
 * </pre>
 */
public final class History {

    /** How long a feed must be empty or much shorter than ever before what it lacks counts as withdrawn. */
    public static final Duration BELIEVED_AFTER = Duration.ofDays(7);

    private History() {}

    /**
     * @param derive cleans an entry; asked for only where its text is new or two posts may be one
     */
    public static Decision decide(Reading reading, Past past, Function<Entry, Derivation> derive) {
        Stamps stamps = Stamps.of(reading, past);
        List<Entry> entries = stamps.believed();
        Texts texts = new Texts(derive, past.texts());
        Identity all = Identity.of(entries, past, texts);
        Set<Long> surplus = Influx.surplus(reading, past, all.representatives());
        Identity identity = all.without(surplus);
        Map<Long, Known> known = new HashMap<>();
        past.posts().forEach(post -> known.put(post.key(), post));

        Edits edits = new Edits(reading, past, stamps.noticed(), texts);
        List<Change> changes = new ArrayList<>();
        Map<Long, Entry> arrived = new LinkedHashMap<>();
        identity.representatives().forEach((key, entry) -> {
            Known before = known.get(key);
            if (before == null) {
                arrived.put(key, entry);
            } else {
                changes.add(edits.compare(before, entry));
            }
        });
        changes.addAll(Arrivals.of(reading, past, arrived, texts));

        List<Long> listing = List.copyOf(identity.representatives().keySet());
        Set<Long> edited = changes.stream()
                .filter(change -> change instanceof Change.Edited)
                .map(Change::key)
                .collect(Collectors.toSet());
        Absences absences = Absences.of(reading, past, listing, edited);
        absences.withdrawn().forEach(key -> changes.add(new Change.Withdrawn(key)));
        return new Decision(
                changes, identity.newIds(), identity.outwornIds(), absences.memory(stamps.noticed()), surplus.size());
    }

    /**
     * Decides about posts that another planet had stored, given as if the feed listed them: which of them are new. The feed
     * has not been read, so nothing is edited, withdrawn or remembered of it.
     *
     * @param derive as in {@link #decide}
     */
    public static Decision adopt(Reading reading, Past past, Function<Entry, Derivation> derive) {
        Texts texts = new Texts(derive, past.texts());
        Identity identity = Identity.of(reading.entries(), past, texts);
        Set<Long> known = past.posts().stream().map(Known::key).collect(Collectors.toSet());
        Map<Long, Entry> arrived = new LinkedHashMap<>();
        identity.representatives().forEach((key, entry) -> {
            if (!known.contains(key)) {
                arrived.put(key, entry);
            }
        });
        return new Decision(Arrivals.of(reading, past, arrived, texts), identity.newIds(), Set.of(), past.memory(), 0);
    }

    /**
     * Decides about a feed that has kept answering, reduced as it is, for {@link #BELIEVED_AFTER}: what it lacks is
     * withdrawn.
     *
     * @param elsewhere posts that the member's other feeds list
     */
    public static Decision settle(FeedMemory memory, Set<Long> elsewhere) {
        List<Change> changes = new ArrayList<>();
        memory.missing().stream()
                .filter(post -> !elsewhere.contains(post))
                .forEach(post -> changes.add(new Change.Withdrawn(post)));
        List<Long> listing = memory.listing().stream()
                .filter(post -> !memory.missing().contains(post))
                .toList();
        return new Decision(
                changes,
                Map.of(),
                Set.of(),
                new FeedMemory(memory.lastRead(), listing, listing.size(), null, List.of(), memory.restamps()),
                0);
    }
}
