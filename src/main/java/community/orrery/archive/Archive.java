package community.orrery.archive;

import community.orrery.crosspost.Kinship;
import community.orrery.feed.Entry;
import community.orrery.feed.FeedState;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.health.Run;
import community.orrery.health.VisitDay;
import community.orrery.history.Decision;
import community.orrery.history.Derivation;
import community.orrery.history.History;
import community.orrery.history.Past;
import community.orrery.history.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

    /** Stands for a feed of which nothing is stored yet. */
    private static final long NOT_STORED = 0;

    private final Database database;
    private final List<Closing> others;
    private final Feeds feeds;
    private final Posts posts;
    private final Kin kin;
    private final Facts facts;
    private final Diaries diaries;
    private final Recollection recollection;
    private final Healing healing;
    private final Map<String, Object> turns = new ConcurrentHashMap<>();

    private Archive(Database database, Closing... others) {
        this.database = database;
        this.others = List.of(others);
        feeds = new Feeds(database);
        posts = new Posts(database);
        kin = new Kin(database, posts);
        facts = new Facts(database);
        diaries = new Diaries(database);
        recollection = new Recollection(database, feeds, posts, facts);
        healing = new Healing(posts, kin, facts);
    }

    private interface Closing {
        void close();
    }

    /**
     * Whether there is an archive: a site without one would be published almost empty. One that cannot be looked for, since its
     * folder may not be looked into or is none, counts as there, so that whoever opens it says why that cannot be done.
     */
    public static boolean exists(Path file) {
        Path whole = file.toAbsolutePath();
        Path there = whole;
        while (there.getParent() != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return there.equals(whole)
                || !Files.isDirectory(there); // Java 25 says of all below a file that it is not there
    }

    /**
     * Opens the archive for this program alone, or begins one where there never was one, and brings its schema up to date.
     *
     * @throws ArchiveException when it is damaged, lost, held by another program, or written by a newer Orrery
     */
    public static Archive open(Path file) {
        try {
            return held(file, () -> Soundness.trust(file));
        } catch (ArchiveException e) {
            throw Soundness.unmended(e);
        }
    }

    /** Makes the folder, and holds the archive for this program alone while it is open. */
    static Archive held(Path file, Supplier<Database> opening) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new ArchiveException("The folder of the archive " + file + " cannot be made: " + e.getMessage(), e);
        }
        Hold hold = Hold.on(file);
        try {
            return new Archive(opening.get(), hold::close);
        } catch (ArchiveException e) {
            hold.close();
            throw e;
        }
    }

    /**
     * Opens a copy that is thrown away when closed, for whoever only reads, and for a dry run, which alone sees what it records.
     * May be called while a run holds the archive. Begins an empty one where there is no archive.
     *
     * @throws ArchiveException when it is damaged or written by a newer Orrery
     */
    public static Archive rehearse(Path file) {
        Rehearsal rehearsal = Rehearsal.of(file);
        try {
            return new Archive(Schema.open(rehearsal.file()), rehearsal::close);
        } catch (ArchiveException e) {
            rehearsal.close();
            throw e;
        }
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
            Past past = database.read(() -> recollection.of(feeds.find(feed).orElse(NOT_STORED), reading));
            Decision decision = History.decide(reading, past, derive);
            return database.write(() -> {
                long key = feeds.key(feed);
                feeds.save(key, decision.noted(state));
                if (feeds.describe(key, reading.metadata())) {
                    facts.bumpStamp();
                }
                return new Recording(feeds, posts, kin, facts, member, key, reading.now()).store(decision);
            });
        }
    }

    /**
     * Takes over posts that another planet had stored: those not known yet are added, and nothing else changes. The feed does
     * not count as read.
     *
     * @param reading the posts as if the feed had listed them
     * @param derive as in {@link #record}
     */
    public Recorded adopt(Reading reading, Function<Entry, Derivation> derive) {
        String member = reading.member().id();
        FeedKey feed = new FeedKey(member, reading.xmlUrl());
        return database.write(() -> {
            boolean known = feeds.find(feed).isPresent();
            long key = feeds.key(feed);
            if (!known) {
                feeds.save(key, FeedState.UNASKED);
            }
            Decision decision = History.adopt(reading, recollection.of(key, reading), derive);
            return new Recording(feeds, posts, kin, facts, member, key, reading.now()).store(decision);
        });
    }

    /**
     * Writes everything as JSON lines; see {@link Export}.
     *
     * @throws java.io.UncheckedIOException when the stream cannot be written to
     */
    public void export(OutputStream out) {
        database.read(() -> {
            Export.write(database, out);
            return true;
        });
    }

    /**
     * Reads what {@link #export} wrote: all of it, or nothing.
     *
     * @return lines read
     * @throws ArchiveException when this archive holds something already, or these are not the lines of a whole export
     */
    public long restore(InputStream lines) {
        return database.write(() -> {
            if (!states().isEmpty() || !posts.none()) {
                throw new ArchiveException(
                        "The archive holds feeds or posts already, and an export is read into an empty"
                                + " one only. Name a new file with --archive FILE.");
            }
            long read = Restoring.read(database, posts, kin, facts, lines);
            facts.set(Facts.KEPT_TO, 0);
            return read;
        });
    }

    /**
     * Withdraws what is missing from feeds that have been empty or much shorter than ever for a week, although they answered
     * all that time. To be called once a run, since a feed that never changes is never recorded again.
     *
     * @param planet as it is now: what a feed listed that it no longer names is no longer on anybody's word
     */
    public Recorded settle(Planet planet, Instant now) {
        Map<String, Member> members = planet.members().stream().collect(Collectors.toMap(Member::id, member -> member));
        return database.write(() -> {
            Recorded recorded = Recorded.NOTHING;
            for (Feeds.Reduced reduced : feeds.reducedSince(now.minus(History.BELIEVED_AFTER))) {
                Set<Long> listed = new HashSet<>();
                Member member = members.get(reduced.member());
                if (member != null) {
                    feeds.listedElsewhere(member, reduced.feed()).values().forEach(listed::addAll);
                }
                Decision decision = History.settle(feeds.memory(reduced.feed()), listed);
                recorded = recorded.plus(
                        new Recording(feeds, posts, kin, facts, reduced.member(), reduced.feed(), now).store(decision));
            }
            return recorded;
        });
    }

    /** Whether a post of the feed shows that its blog typesets TeX: all its posts are to be cleaned as such. */
    public boolean usesMaths(FeedKey feed) {
        return database.read(() -> {
            Optional<Long> key = feeds.find(feed);
            return key.isPresent() && posts.showMaths(key.get());
        });
    }

    /**
     * To be told which policy the cleaner has, before a run asks any feed. A program with a new one reads each feed once more,
     * whether or not there is news in it, and what it takes otherwise than the program before it is nobody's edit.
     */
    public void follow(int policy, Instant now) {
        database.write(() -> facts.get(Facts.POLICY) == policy
                || (facts.set(Facts.POLICY, policy)
                        && facts.set(Facts.POLICY_SINCE, now.toEpochMilli())
                        && feeds.forgetAnswers()));
    }

    /**
     * Posts whose text was cleaned under an older policy, or before another post of their feed showed whether it typesets TeX, or
     * is not kept: to be cleaned again and given to {@link #rederive}. Notes how far it looked for the last kind.
     *
     * @param most how many at a time
     */
    public List<Manuscript> staleDerivations(int policy, int most) {
        return database.read(() -> healing.stale(policy, most));
    }

    /** Stores what cleaning posts again made of them; nobody edited them, so nothing says so. */
    public void rederive(Map<Long, Derivation> derivations) {
        if (derivations.isEmpty()) {
            return;
        }
        database.write(() -> {
            healing.store(derivations);
            return derivations.size();
        });
    }

    /**
     * To be told when a run is complete that reached somebody: from the end of the first one on, a new member is a newcomer. One
     * without a network meets nobody, and the next is the first.
     */
    public void completed(Instant now) {
        database.write(() -> facts.holds(Facts.FIRST_RUN_DONE) || facts.set(Facts.FIRST_RUN_DONE, now.toEpochMilli()));
    }

    /** Keeps what a run came to, and forgets the oldest runs and visits. */
    public void ran(Run run) {
        database.write(() -> diaries.ran(run));
    }

    /** The newest runs, {@link Run#KEPT} at most, the oldest of them first. */
    public List<Run> runs() {
        return database.read(diaries::runs);
    }

    /** Each feed's visits by the day, the oldest of {@link VisitDay#KEPT} days first. */
    public Map<FeedKey, List<VisitDay>> visits() {
        return database.read(diaries::visits);
    }

    /** A number that grows whenever something is stored that a page may show: while it stays, no page needs looking at. */
    public long stamp() {
        return database.read(() -> facts.get(Facts.STAMP));
    }

    /** What the site was last made from, as {@link #publishedFrom(long)} was told; 0 when that is not known. */
    public long publishedFrom() {
        return database.read(() -> facts.get(Facts.PUBLISHED_FROM));
    }

    /** Keeps a number that stands for all that the site is made from. To be 0 while files are on their way to their places. */
    public void publishedFrom(long basis) {
        database.write(() -> facts.get(Facts.PUBLISHED_FROM) == basis || facts.set(Facts.PUBLISHED_FROM, basis));
    }

    /** Whether not one post was ever recorded. */
    public boolean isEmpty() {
        return database.read(posts::none);
    }

    /** Every post without its text, withdrawn ones too, of members past and present: newest first, then member, slug. */
    public List<Post> posts() {
        return listing(member -> true);
    }

    /** The same of the planet's members only: what those left behind who are no longer on the list takes up no memory. */
    public List<Post> postsOf(Planet planet) {
        Set<String> members = planet.members().stream().map(Member::id).collect(Collectors.toSet());
        return listing(members::contains);
    }

    private List<Post> listing(Predicate<String> members) {
        return database.read(() -> posts.listing(members)).stream()
                .sorted(ORDER)
                .toList();
    }

    /** Which posts of different members are one writing, as far as ever found; in order of their keys. */
    public List<Kinship> kinships() {
        return database.read(kin::all);
    }

    /** A post's raw entry; empty when there is no such post. */
    public Optional<Manuscript> manuscript(long post) {
        return database.read(() -> posts.manuscript(post));
    }

    /**
     * A post's cleaned text; empty when it is not kept.
     *
     * @param policy under which it must have been cleaned
     */
    public Optional<KeptHtml> html(long post, int policy) {
        return database.read(() -> posts.html(post, policy));
    }

    /** What lists show of a post's text; empty when it has no words, or there is no such post. */
    public String excerpt(long post) {
        return database.read(() -> posts.excerpt(post));
    }

    /** A post's cleaned text without markup, for search; empty when there is no such post. */
    public String plainText(long post) {
        return database.read(() -> posts.words(post));
    }

    /** When the post was last seen in a feed; empty when there is no such post. */
    Optional<Instant> lastListed(long post) {
        return database.read(() -> feeds.lastListed(post));
    }

    /** What SQLite finds wrong with the file, in its words; empty when it is sound. Reads all of it: not for every run. */
    public List<String> check() {
        return Soundness.problems(database, "integrity_check");
    }

    /** Whether its file is still the one that was opened, and not removed or replaced since. */
    public boolean isInPlace() {
        return database.isInPlace();
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            others.forEach(Closing::close);
        }
    }
}
