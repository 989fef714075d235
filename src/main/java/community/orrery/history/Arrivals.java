package community.orrery.history;

import community.orrery.feed.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives new posts their place, their standing and their address. */
final class Arrivals {

    /** A post this much older than the feed's last reading was not just written: it was dug out. */
    private static final Duration OLD = Duration.ofDays(2);

    private final Reading reading;
    private final @Nullable Instant lastRead;
    private final boolean firstRun;

    private Arrivals(Reading reading, Past past) {
        this.reading = reading;
        this.lastRead = past.memory().lastRead();
        this.firstRun = past.firstRun();
    }

    private record Arrival(long key, Entry entry, Instant ordered) {
        boolean dated() {
            return date(entry) != null;
        }
    }

    static List<Change> of(Reading reading, Past past, Map<Long, Entry> arrived, Texts texts) {
        if (arrived.isEmpty()) {
            return List.of();
        }
        Arrivals arrivals = new Arrivals(reading, past);
        List<Arrival> placed = new ArrayList<>();
        arrived.forEach((key, entry) -> placed.add(new Arrival(key, entry, arrivals.place(entry, placed.size()))));
        Set<Long> heldBack = arrivals.heldBack(placed);
        Slugs slugs = new Slugs(past.posts().stream().map(Known::slug).collect(Collectors.toSet()));
        List<Change> changes = new ArrayList<>();
        for (Arrival arrival : placed) {
            Entry entry = arrival.entry();
            Derivation derivation = texts.of(entry);
            changes.add(new Change.Added(
                    arrival.key(),
                    slugs.give(entry.metadata().title(), entry.metadata().published(), entry.id()),
                    entry,
                    derivation,
                    Marks.of(entry, derivation),
                    reading.now(),
                    arrival.ordered(),
                    heldBack.contains(arrival.key())));
        }
        return changes;
    }

    /** Its date, never later than now; undated entries keep the feed's order by a millisecond each. */
    private Instant place(Entry entry, int position) {
        Instant date = date(entry);
        return date != null && date.isBefore(reading.now())
                ? date
                : reading.now().minusMillis(position);
    }

    /** When it was published, else when it last changed: the only date that Atom demands (RFC 4287 section 4.2.15). */
    static @Nullable Instant date(Entry entry) {
        Instant published = entry.metadata().published();
        return published == null ? entry.metadata().updated() : published;
    }

    /**
     * Of old posts, all but the newest that the planet wishes to show of a newcomer. One of a category that it does not carry is
     * held back too, and uses up no place: the list may carry that category some day, and it is no news then either.
     */
    private Set<Long> heldBack(List<Arrival> placed) {
        Set<Long> held = new HashSet<>();
        boolean firstCrawl = lastRead == null;
        if (firstCrawl) {
            placed.stream().filter(arrival -> !arrival.dated()).forEach(arrival -> held.add(arrival.key()));
        }
        if (!firstRun) {
            List<Arrival> old = placed.stream()
                    .filter(arrival -> !held.contains(arrival.key()))
                    .filter(arrival -> firstCrawl || floods(arrival))
                    .toList();
            old.stream()
                    .filter(this::isCarried)
                    .sorted(Comparator.comparing(Arrival::ordered).reversed())
                    .skip(reading.newcomerPosts())
                    .forEach(arrival -> held.add(arrival.key()));
            old.stream().filter(arrival -> !isCarried(arrival)).forEach(arrival -> held.add(arrival.key()));
        }
        return held;
    }

    private boolean isCarried(Arrival arrival) {
        return reading.member().carries(arrival.entry().metadata());
    }

    /** Whether a new post of a feed read before is not news: an old one, or one of many without a date. */
    private boolean floods(Arrival arrival) {
        return !arrival.dated() || (lastRead != null && arrival.ordered().isBefore(lastRead.minus(OLD)));
    }
}
