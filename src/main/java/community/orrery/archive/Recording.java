package community.orrery.archive;

import community.orrery.history.Change;
import community.orrery.history.Decision;
import community.orrery.history.FeedMemory;
import community.orrery.likeness.Wording;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries out one feed's decision, inside one transaction. */
final class Recording {

    private final Feeds feeds;
    private final Posts posts;
    private final Kin kin;
    private final Facts facts;
    private final String member;
    private final long feed;
    private final Instant now;
    private final Map<Long, Long> added = new HashMap<>();
    private Recorded recorded = Recorded.NOTHING;

    Recording(Feeds feeds, Posts posts, Kin kin, Facts facts, String member, long feed, Instant now) {
        this.feeds = feeds;
        this.posts = posts;
        this.kin = kin;
        this.facts = facts;
        this.member = member;
        this.feed = feed;
        this.now = now;
    }

    Recorded store(Decision decision) throws SQLException {
        for (Change change : decision.changes()) {
            Step step = change.fold(
                    this::add, this::edit, unchanged -> () -> Count.UNCHANGED, this::bringBack, this::withdraw);
            recorded = recorded.plus(step.take().once);
        }
        for (Map.Entry<String, Long> id : decision.newIds().entrySet()) {
            feeds.sight(feed, id.getKey(), stored(id.getValue()));
        }
        for (String id : decision.outwornIds()) {
            feeds.forgetId(feed, id);
        }
        FeedMemory memory = decision.memory();
        FeedMemory before = feeds.memory(feed);
        Set<Long> listed = new HashSet<>(memory.listing());
        for (long post : before.listing()) {
            if (!listed.contains(post)) {
                feeds.left(post, before.lastRead());
            }
        }
        feeds.remember(
                feed,
                new FeedMemory(
                        memory.lastRead(),
                        stored(memory.listing()),
                        memory.longest(),
                        memory.reducedSince(),
                        stored(memory.missing()),
                        memory.restamps()));
        if (recorded.changedAnything()) {
            facts.bumpStamp();
        }
        return recorded;
    }

    private interface Step {
        Count take() throws SQLException;
    }

    private enum Count {
        ADDED(new Recorded(1, 0, 0, 0)),
        UPDATED(new Recorded(0, 1, 0, 0)),
        UNCHANGED(Recorded.NOTHING),
        WITHDRAWN(new Recorded(0, 0, 1, 0)),
        RETURNED(new Recorded(0, 0, 0, 1));

        private final Recorded once;

        Count(Recorded once) {
            this.once = once;
        }
    }

    private Step add(Change.Added change) {
        return () -> {
            Wording wording = Wording.of(change.derivation().text());
            Row row = Row.added(member, feed, change, wording);
            long key = posts.insert(row);
            posts.content(key, change.entry(), change.derivation());
            kin.seek(row.print(key), wording);
            added.put(change.key(), key);
            return Count.ADDED;
        };
    }

    private Step edit(Change.Edited change) {
        return () -> {
            Row before = posts.row(change.key());
            Wording wording = Wording.of(change.derivation().text());
            Row after = before.edited(change, feed, wording);
            posts.update(after);
            posts.content(change.key(), change.entry(), change.derivation());
            kin.seekAgain(after.print(), wording);
            return before.withdrawn() == null ? Count.UPDATED : Count.RETURNED;
        };
    }

    private Step bringBack(Change.Returned change) {
        return () -> {
            posts.update(posts.row(change.key()).withdrawn(null));
            return Count.RETURNED;
        };
    }

    private Step withdraw(Change.Withdrawn change) {
        return () -> {
            posts.update(posts.row(change.key()).withdrawn(now));
            return Count.WITHDRAWN;
        };
    }

    private long stored(long key) {
        return added.getOrDefault(key, key);
    }

    private List<Long> stored(List<Long> keys) {
        return keys.stream().map(this::stored).toList();
    }
}
