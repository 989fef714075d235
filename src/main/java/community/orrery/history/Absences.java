package community.orrery.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a feed no longer lists a post. It was withdrawn when something older, listed after it, is still there
 * unchanged, or there again: a window that slides lets the oldest go first. A feed that is suddenly empty or much shorter
 * than ever is more often broken than purged, so what it lacks is believed only after a week.
 */
final class Absences {

    private final Reading reading;
    private final Past past;
    private final List<Long> listing;
    private final Set<Long> withdrawn = new HashSet<>();
    private final Set<Long> missing = new HashSet<>();
    private final @Nullable Instant reducedSince;

    private Absences(Reading reading, Past past, List<Long> listing, @Nullable Instant reducedSince) {
        this.reading = reading;
        this.past = past;
        this.listing = listing;
        this.reducedSince = reducedSince;
    }

    /** @param edited posts that changed in this reading */
    static Absences of(Reading reading, Past past, List<Long> listing, Set<Long> edited) {
        List<Long> before = past.memory().listing();
        Set<Long> gone = new HashSet<>(before);
        listing.forEach(gone::remove);
        List<Long> deleted =
                gone.isEmpty() || listing.isEmpty() ? List.copyOf(gone) : deleted(before, listing, gone, edited, past);
        boolean reduced = listing.size() * 2 < past.memory().longest()
                || (deleted.size() > 2 && deleted.size() * 2 > before.size());
        Instant since = !reduced
                ? null
                : past.memory().reducedSince() != null ? past.memory().reducedSince() : reading.now();
        boolean believed = since == null || !since.plus(History.BELIEVED_AFTER).isAfter(reading.now());
        Absences absences = new Absences(reading, past, listing, since);
        Set<Long> withdrawnBefore = past.posts().stream()
                .filter(post -> post.withdrawn() != null)
                .map(Known::key)
                .collect(Collectors.toSet());
        for (long key : deleted) {
            if (absences.listedElsewhere(key) || withdrawnBefore.contains(key)) {
                continue;
            }
            (believed ? absences.withdrawn : absences.missing).add(key);
        }
        return absences;
    }

    List<Long> withdrawn() {
        return withdrawn.stream().sorted().toList();
    }

    FeedMemory memory(boolean restamps) {
        FeedMemory before = past.memory();
        boolean waiting = reducedSince != null
                && reducedSince.plus(History.BELIEVED_AFTER).isAfter(reading.now());
        if (!waiting) {
            // A feed that stayed short for a week is a short feed from now on.
            int longest = reducedSince != null ? listing.size() : Math.max(before.longest(), listing.size());
            return new FeedMemory(reading.now(), listing, longest, null, List.of(), restamps);
        }
        return new FeedMemory(
                reading.now(),
                inOldOrder(before.listing(), listing),
                before.longest(),
                reducedSince,
                missing.stream().sorted().toList(),
                restamps);
    }

    private static List<Long> deleted(List<Long> before, List<Long> now, Set<Long> gone, Set<Long> edited, Past past) {
        Map<Long, Known> posts = new HashMap<>();
        past.posts().forEach(post -> posts.put(post.key(), post));
        Set<Long> witnesses = new HashSet<>(now);
        witnesses.removeAll(edited);
        witnesses.removeAll(risen(before, now, edited));
        List<Long> deleted = new ArrayList<>();
        int dropped = mayHaveSlid(before, now, posts) ? dropped(before, gone) : 0;
        Instant oldest = oldestBack(now, new HashSet<>(before), edited, posts);
        for (int i = before.size() - 1; i >= 0; i--) {
            long key = before.get(i);
            Known post = posts.get(key);
            Instant place = post == null ? Instant.MIN : place(post);
            boolean slid = i < dropped && post != null && post.metadata().published() == null;
            if (witnesses.contains(key) && place.isBefore(oldest)) {
                oldest = place;
            } else if (gone.contains(key) && oldest.isBefore(place) && !slid) {
                deleted.add(key);
            }
        }
        return deleted;
    }

    /** The place of the oldest that is listed again at the end: no newer one that was listed made room for it by scrolling out. */
    private static Instant oldestBack(List<Long> now, Set<Long> before, Set<Long> edited, Map<Long, Known> posts) {
        Instant oldest = Instant.MAX;
        for (int i = now.size() - 1; i >= 0 && !before.contains(now.get(i)); i--) {
            Known post = posts.get(now.get(i));
            if (post != null && !edited.contains(post.key()) && place(post).isBefore(oldest)) {
                oldest = place(post);
            }
        }
        return oldest;
    }

    /** Where it stands in a feed that goes by dates: under its date as it was last given. */
    private static Instant place(Known post) {
        Instant published = post.metadata().published();
        return published == null ? post.ordered() : published;
    }

    /**
     * Posts that stood behind one which they now stand before. A feed in order of last change moved them up, as it may have done
     * with those that changed, so that they prove nothing about those that were before them.
     */
    private static Set<Long> risen(List<Long> before, List<Long> now, Set<Long> edited) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            places.put(now.get(i), i);
        }
        Set<Long> risen = new HashSet<>();
        int lowest = -1;
        for (long key : before) {
            int place = places.getOrDefault(key, Integer.MAX_VALUE);
            if (edited.contains(key)) {
                continue; // it may have gone down, and those that it let pass rose by nothing of theirs
            }
            if (place < lowest) {
                risen.add(key);
            } else if (place != Integer.MAX_VALUE) {
                lowest = place;
            }
        }
        return risen;
    }

    /** How many of those that were listed first are gone. */
    private static int dropped(List<Long> before, Set<Long> gone) {
        int dropped = 0;
        while (dropped < before.size() && gone.contains(before.get(dropped))) {
            dropped++;
        }
        return dropped;
    }

    /** Whether the feed may have its oldest first, so that these go first: one that adds at its beginning has them last. */
    private static boolean mayHaveSlid(List<Long> before, List<Long> now, Map<Long, Known> posts) {
        Known first = posts.get(before.get(0));
        Known last = posts.get(before.get(before.size() - 1));
        boolean addedAtBeginning =
                first != null && last != null && first.firstSeen().isAfter(last.firstSeen());
        return !addedAtBeginning && before.contains(now.get(0));
    }

    private boolean listedElsewhere(long key) {
        return past.otherFeeds().values().stream().anyMatch(listed -> listed.contains(key));
    }

    /** The new posts, then the old listing as it was. */
    private static List<Long> inOldOrder(List<Long> before, List<Long> now) {
        Set<Long> old = new HashSet<>(before);
        List<Long> all =
                new ArrayList<>(now.stream().filter(key -> !old.contains(key)).toList());
        all.addAll(before);
        return all;
    }
}
