package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.feed.Metadata;
import community.orrery.likeness.Address;
import community.orrery.likeness.Titles;
import community.orrery.likeness.Wording;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the member's post that an entry with an unknown id is: one with its link or its title, and nearly its text. Blogs
 * change every id when they move host or generator; a yearly announcement repeats its title and most of its words, and is
 * a new post all the same.
 */
final class Resemblance {

    /** Texts of one post before and after a move share this much; yearly announcements were seen to share 0.71. */
    private static final double SAME_TEXT = 0.85;
    /** An excerpt shares this much of itself with its full text. */
    private static final double EXCERPT = 0.9;
    /** Dates of one post differ by this much when a generator drops the time of day or the zone. */
    private static final Duration SAME_DATE = Duration.ofDays(2);
    /** With another link and another date, or beside the other, only a text this long and not changed at all is a repetition. */
    private static final int WORDS_OF_REPETITION = 60;

    /** Some blogs give all their posts one title: of so many, those of the nearest dates are compared. */
    private static final int MOST_COMPARED = 100;

    private record Candidate(
            long key, @Nullable String link, String title, @Nullable Instant published, Supplier<Wording> wording) {

        static Candidate of(long key, Metadata metadata, Supplier<Wording> wording) {
            return new Candidate(
                    key, Resemblance.link(metadata), Titles.key(metadata.title()), metadata.published(), wording);
        }

        /** Whether it was met in this very document. */
        boolean isNew() {
            return key < 0;
        }

        /** 0 where one has no date: it may be of any. */
        long secondsTo(Candidate other) {
            return published == null || other.published == null
                    ? 0
                    : Math.abs(published.getEpochSecond() - other.published.getEpochSecond());
        }
    }

    private record Near(long seconds, Candidate candidate) {}

    private final Texts texts;
    private final Map<String, List<Candidate>> byLink = new HashMap<>();
    private final Map<String, List<Candidate>> byTitle = new HashMap<>();

    Resemblance(List<Known> posts, Texts texts) {
        this.texts = texts;
        for (Known post : posts) {
            add(Candidate.of(post.key(), post.metadata(), () -> texts.wording(post.key())));
        }
    }

    /** Makes a new post known to later entries of the same reading. */
    void remember(long key, Entry entry) {
        add(Candidate.of(key, entry.metadata(), () -> texts.wording(entry)));
    }

    /**
     * The post that an entry is; null when it is a new one.
     *
     * @param listed posts that the same document lists under ids of theirs: what resembles one of these is most often the next of
     *     a series from one template, and not the same post once more
     */
    @Nullable
    Long find(Entry entry, Set<Long> listed) {
        Candidate here = Candidate.of(0, entry.metadata(), () -> texts.wording(entry));
        Set<Candidate> candidates = new LinkedHashSet<>();
        if (here.link() != null) {
            candidates.addAll(nearest(byLink.getOrDefault(here.link(), List.of()), here));
        }
        candidates.addAll(nearest(byTitle.getOrDefault(here.title(), List.of()), here));
        Long best = null;
        double most = -1;
        for (Candidate candidate : candidates) {
            boolean beside = candidate.isNew() || listed.contains(candidate.key());
            double likeness = likeness(here, candidate, beside);
            if (likeness > most) {
                most = likeness;
                best = candidate.key();
            }
        }
        return best;
    }

    /**
     * Whether an id that two of a member's feeds share means one post: an id that is unique in the world does, a number like
     * "17" only with the same link or title.
     */
    static boolean credible(Entry entry, Known other) {
        return entry.id().isWorldwide()
                || sameLink(entry.metadata(), other.metadata())
                || sameTitle(entry.metadata(), other.metadata());
    }

    /** Whether both are of one moment; where one of the two gives no time of day, of about that day. */
    static boolean sameMoment(Entry entry, Known other) {
        Instant one = entry.metadata().published();
        Instant two = other.metadata().published();
        return one != null
                && two != null
                && (one.equals(two) || (isWholeDay(one) != isWholeDay(two) && sameDate(one, two)));
    }

    private static boolean isWholeDay(Instant date) {
        return date.equals(date.truncatedTo(ChronoUnit.DAYS));
    }

    /** Whether one is the other with a few words changed. */
    boolean sameText(Entry entry, Known other) {
        return texts.wording(entry).likeness(texts.wording(other.key())) >= SAME_TEXT;
    }

    /** How alike the texts are; −1 when the two are not one post. */
    private static double likeness(Candidate here, Candidate there, boolean beside) {
        boolean link = here.link() != null && here.link().equals(there.link());
        boolean title = here.title().equals(there.title());
        boolean date = sameDate(here.published(), there.published());
        Wording read = here.wording().get();
        Wording stored = there.wording().get();
        if (read.words() == 0 && stored.words() == 0) {
            return link && title && date ? 1 : -1;
        }
        double likeness = read.likeness(stored);
        boolean repetition = likeness == 1 && (link || read.words() >= WORDS_OF_REPETITION);
        boolean same = beside || !(link || date)
                ? repetition
                : likeness >= SAME_TEXT || (link && title && date && read.overlap(stored) >= EXCERPT);
        return same ? likeness : -1;
    }

    private void add(Candidate candidate) {
        if (candidate.link() != null) {
            byLink.computeIfAbsent(candidate.link(), key -> new ArrayList<>()).add(candidate);
        }
        byTitle.computeIfAbsent(candidate.title(), key -> new ArrayList<>()).add(candidate);
    }

    private static List<Candidate> nearest(List<Candidate> all, Candidate here) {
        if (all.size() <= MOST_COMPARED) {
            return all;
        }
        PriorityQueue<Near> nearest =
                new PriorityQueue<>(Comparator.comparingLong(Near::seconds).reversed());
        for (Candidate candidate : all) {
            long seconds = here.secondsTo(candidate);
            if (nearest.size() < MOST_COMPARED) {
                nearest.add(new Near(seconds, candidate));
            } else if (seconds < nearest.element().seconds()) {
                nearest.remove();
                nearest.add(new Near(seconds, candidate));
            }
        }
        return nearest.stream().map(Near::candidate).toList();
    }

    private static boolean sameLink(Metadata one, Metadata other) {
        String a = link(one);
        return a != null && a.equals(link(other));
    }

    private static boolean sameTitle(Metadata one, Metadata other) {
        return Titles.key(one.title()).equals(Titles.key(other.title()));
    }

    private static boolean sameDate(@Nullable Instant one, @Nullable Instant other) {
        return one == null
                || other == null
                || Duration.between(one, other).abs().compareTo(SAME_DATE) <= 0;
    }

    private static @Nullable String link(Metadata metadata) {
        URI link = metadata.link();
        return link == null ? null : Address.key(link);
    }
}
