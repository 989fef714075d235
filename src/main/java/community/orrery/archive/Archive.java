package community.orrery.archive;

import community.orrery.feed.Entry;
import community.orrery.feed.FeedState;
import community.orrery.feed.Post;
import community.orrery.history.Decision;
import community.orrery.history.Derivation;
import community.orrery.history.History;
import community.orrery.history.Past;
import community.orrery.history.Reading;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the planet remembers from one run to the next. Several threads may use it at once: feeds of different members are
 * judged side by side, and stored one after the other.
 */
public final class Archive implements AutoCloseable {

    /** Newest first; equal places in an order of their own, so that lists are the same whenever they are made. */
    private static final Comparator<Post> ORDER = Comparator.comparing(Post::ordered)
            .reversed()
            .thenComparing(Post::member)
            .thenComparing(Post::slug);

    private final Database database;
    private final Feeds feeds;
    private final Posts posts;
    private final Facts facts;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    private Archive(Database database) {
        this.database = database;
        feeds = new Feeds(database);
        posts = new Posts(database);
        facts = new Facts(database);
    }

    /**
     * Opens the archive, or begins one where there is none, and brings its schema up to date.
     *
     * @throws ArchiveException when it is damaged, held by another program, or written by a newer Orrery
     */
    public static Archive open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new ArchiveException("The folder of the archive " + file + " cannot be made: " + e.getMessage(), e);
        }
        Schema.bringUpToDate(file);
        return new Archive(Database.open(file));
    }

    /** How each feed was left, in order of member and address; a feed that was never asked is not in it. */
    public Map<FeedKey, FeedState> states() {
        return database.read(feeds::states);
    }

    /** Saves how feeds went whose posts did not change, all in one transaction. */
    public void save(Map<FeedKey, FeedState> states) {
        database.write(() -> {
            for (Map.Entry<FeedKey, FeedState> feed : states.entrySet()) {
                feeds.save(feeds.key(feed.getKey()), feed.getValue());
            }
            return states.size();
        });
    }

    /**
     * Records what a feed was found to hold. Its posts and its state, validators among them, are stored together or not at
     * all, so that a run cut short asks again for what it has not kept.
     *
     * @param derive cleans an entry; called, outside any transaction, only for texts that are new
     */
    public Recorded record(Reading reading, FeedState state, Function<Entry, Derivation> derive) {
        String member = reading.member().id();
        synchronized (turns.computeIfAbsent(member, id -> new Object())) {
            FeedKey feed = new FeedKey(member, reading.xmlUrl());
            long key = database.write(() -> feeds.key(feed));
            Past past = database.read(() -> past(key, reading));
            Decision decision = History.decide(reading, past, derive);
            return database.write(() -> {
                feeds.save(key, state);
                return new Recording(feeds, posts, facts, member, key, reading.now()).store(decision);
            });
        }
    }

    private Past past(long feed, Reading reading) throws SQLException {
        String member = reading.member().id();
        Map<Long, Map<String, Long>> ids = feeds.ids(member);
        Map<String, Long> others = new HashMap<>();
        ids.forEach((other, used) -> {
            if (other != feed) {
                others.putAll(used);
            }
        });
        Map<URI, Long> ofMember = feeds.ofMember(member);
        Map<Long, Set<Long>> otherFeeds = new HashMap<>();
        for (var subscription : reading.member().subscriptions()) {
            Long other = ofMember.get(subscription.xmlUrl());
            if (other != null && other != feed) {
                otherFeeds.put(other, Set.copyOf(feeds.memory(other).listing()));
            }
        }
        return new Past(
                feed,
                feeds.memory(feed),
                posts.ofMember(member).stream().map(Row::known).toList(),
                ids.getOrDefault(feed, Map.of()),
                others,
                otherFeeds,
                !facts.holds(Facts.FIRST_RUN_DONE),
                post -> database.read(() -> posts.words(post)));
    }

    /** To be told when a run is complete: from the end of the first one on, a new member is a newcomer. */
    public void completed(Instant now) {
        database.write(() -> facts.holds(Facts.FIRST_RUN_DONE) || facts.set(Facts.FIRST_RUN_DONE, now.toEpochMilli()));
    }

    /** A number that grows whenever something is stored that a page may show: while it stays, no page needs looking at. */
    public long stamp() {
        return database.read(() -> facts.get(Facts.STAMP));
    }

    /** Every post without its text, withdrawn ones too, of members past and present: newest first, then member, slug. */
    public List<Post> posts() {
        return database.read(posts::listing).stream().sorted(ORDER).toList();
    }

    /** A post's raw entry; empty when there is no such post. */
    public Optional<Manuscript> manuscript(long post) {
        return database.read(() -> posts.manuscript(post));
    }

    /** A post's cleaned text without markup, for search; empty when there is no such post. */
    public String text(long post) {
        return database.read(() -> posts.words(post));
    }

    @Override
    public void close() {
        database.close();
    }
}
