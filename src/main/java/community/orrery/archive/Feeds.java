package community.orrery.archive;

import community.orrery.feed.FeedMetadata;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Subscription;
import community.orrery.feed.Validators;
import community.orrery.history.FeedMemory;
import community.orrery.history.History;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of feeds: their states, what history remembers of them, and the ids they have used. */
final class Feeds {

    static final String STATES = "select * from feed order by member, xml_url";
    static final String FIND = "select key from feed where member = ? and xml_url = ?";
    static final String OF_MEMBER = "select key, xml_url from feed where member = ?";
    private static final String INSERT = "insert into feed (member, xml_url, words) values (?, ?, '')";
    private static final String SAVE =
            """
            update feed set etag = ?, last_modified = ?, validators_for = ?, moved_to = ?, body_digest = ?, next_due = ?,
                not_before = ?, interval = ?, last_asked = ?, last_success = ?, last_response = ?, failures = ?,
                failing_since = ?, gone = ?, words = ?, warning = ?, wished_interval = ?, skip_hours = ?, skip_days = ?,
                newest = ?, certificate_ends = ?
            where key = ?""";
    private static final String DESCRIBE = "update feed set metadata = ? where key = ? and metadata <> ?";
    static final String MEMORY = "select * from reading where feed = ?";
    static final String REDUCED = "select r.feed, f.member from reading r join feed f on f.key = r.feed"
            + " where r.reduced_since is not null and r.reduced_since <= ? and f.last_success - r.reduced_since >= ?"
            + " order by r.feed";
    private static final String LAST_LISTED =
            """
            select p.last_listed, r.last_read,
                ' ' || r.listing || ' ' like '% ' || p.key || ' %' as listed
            from post p left join feed f on f.member = p.member left join reading r on r.feed = f.key
            where p.key = ?""";
    private static final String REMEMBER =
            """
            insert into reading (feed, last_read, listing, longest, reduced_since, missing, restamps)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (feed) do update set last_read = excluded.last_read, listing = excluded.listing,
                longest = excluded.longest, reduced_since = excluded.reduced_since, missing = excluded.missing,
                restamps = excluded.restamps""";
    static final String IDS =
            "select s.feed, s.id, s.post from feed f join sighting s on s.feed = f.key where f.member = ?";
    private static final String SIGHT =
            "insert into sighting (feed, id, post) values (?, ?, ?) on conflict (feed, id) do update set post = excluded.post";

    private final Database database;
    private final Diaries diaries;
    /** Of rows that were read: none is ever removed, or given another number. */
    private final Map<FeedKey, Long> known = new ConcurrentHashMap<>();

    Feeds(Database database) {
        this.database = database;
        this.diaries = new Diaries(database);
    }

    Map<FeedKey, FeedState> states() throws SQLException {
        Map<FeedKey, FeedState> states = new LinkedHashMap<>();
        database.query(STATES, row -> {
            FeedKey feed = new FeedKey(row.getString("member"), URI.create(row.getString("xml_url")));
            known.put(feed, row.getLong("key"));
            return states.put(feed, state(row));
        });
        return states;
    }

    /** The feed's number; empty before anything was stored of it. */
    Optional<Long> find(FeedKey feed) throws SQLException {
        Long key = known.get(feed);
        return key != null ? Optional.of(key) : found(feed);
    }

    private Optional<Long> found(FeedKey feed) throws SQLException {
        return database.query(FIND, row -> row.getLong(1), feed.member(), feed.xmlUrl()).stream()
                .findFirst();
    }

    /** The feed's number, given when it is first asked for. */
    long key(FeedKey feed) throws SQLException {
        Optional<Long> key = find(feed);
        if (key.isEmpty()) {
            database.update(INSERT, feed.member(), feed.xmlUrl());
            key = find(feed);
        }
        return key.orElseThrow();
    }

    /** The numbers of a member's feeds that were ever asked, those included that the list no longer names. */
    Map<URI, Long> ofMember(String member) throws SQLException {
        Map<URI, Long> feeds = new LinkedHashMap<>();
        database.query(OF_MEMBER, row -> feeds.put(URI.create(row.getString("xml_url")), row.getLong("key")), member);
        return feeds;
    }

    /** What each other feed that the list now names for the member held when it was last read. */
    Map<Long, Set<Long>> listedElsewhere(Member member, long feed) throws SQLException {
        Map<URI, Long> ofMember = ofMember(member.id());
        Map<Long, Set<Long>> listed = new HashMap<>();
        for (Subscription subscription : member.subscriptions()) {
            Long other = ofMember.get(subscription.xmlUrl());
            if (other != null && other != feed) {
                listed.put(other, Set.copyOf(memory(other).listing()));
            }
        }
        return listed;
    }

    void save(long key, FeedState state) throws SQLException {
        FeedState.Approach approach = state.approach();
        FeedState.Turn turn = state.turn();
        FeedState.Course course = state.course();
        diaries.visited(key, course);
        database.update(
                SAVE,
                approach.validators().etag(),
                approach.validators().lastModified(),
                approach.validatorsFor(),
                approach.movedTo(),
                approach.bodyDigest(),
                turn.nextDue(),
                turn.notBefore(),
                turn.interval(),
                course.lastAsked(),
                course.lastSuccess(),
                course.lastResponse(),
                course.failures(),
                course.failingSince(),
                turn.gone(),
                course.words(),
                course.warning(),
                turn.rhythm().interval(),
                joined(turn.rhythm().skipHours()),
                joined(turn.rhythm().skipDays()),
                turn.newest(),
                course.certificateEnds(),
                key);
    }

    /** So that each is read once more: what would tell that there is nothing new in it is gone. Returns whether there are any. */
    boolean forgetAnswers() throws SQLException {
        return database.update(
                        "update feed set etag = null, last_modified = null, validators_for = null, body_digest = null")
                > 0;
    }

    /** @return whether it says something else of itself than it did */
    boolean describe(long key, FeedMetadata metadata) throws SQLException {
        return database.update(DESCRIBE, MetadataJson.write(metadata), key, MetadataJson.write(metadata)) > 0;
    }

    FeedMemory memory(long key) throws SQLException {
        List<FeedMemory> found = database.query(MEMORY, Feeds::memory, key);
        return found.isEmpty() ? FeedMemory.NONE : found.get(0);
    }

    /** A feed that has answered for a week with less than it should hold. */
    record Reduced(long feed, String member) {}

    List<Reduced> reducedSince(Instant moment) throws SQLException {
        return database.query(
                REDUCED,
                row -> new Reduced(row.getLong("feed"), row.getString("member")),
                moment,
                History.BELIEVED_AFTER);
    }

    Optional<Instant> lastListed(long post) throws SQLException {
        return database
                .query(
                        LAST_LISTED,
                        row -> Optional.ofNullable(
                                Database.instant(row, row.getInt("listed") != 0 ? "last_read" : "last_listed")),
                        post)
                .stream()
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    void left(long post, @Nullable Instant lastListed) throws SQLException {
        database.update("update post set last_listed = ? where key = ?", lastListed, post);
    }

    void remember(long key, FeedMemory memory) throws SQLException {
        database.update(
                REMEMBER,
                key,
                memory.lastRead(),
                joined(memory.listing()),
                memory.longest(),
                memory.reducedSince(),
                joined(memory.missing()),
                memory.restamps());
    }

    /** The ids that each of a member's feeds has used, and the posts they stand for. */
    Map<Long, Map<String, Long>> ids(String member) throws SQLException {
        Map<Long, Map<String, Long>> ids = new LinkedHashMap<>();
        database.query(
                IDS,
                row -> ids.computeIfAbsent(row.getLong("feed"), feed -> new LinkedHashMap<>())
                        .put(row.getString("id"), row.getLong("post")),
                member);
        return ids;
    }

    void sight(long feed, String id, long post) throws SQLException {
        database.update(SIGHT, feed, id, post);
    }

    void forgetId(long feed, String id) throws SQLException {
        database.update("delete from sighting where feed = ? and id = ?", feed, id);
    }

    static FeedMemory memory(ResultSet row) throws SQLException {
        return new FeedMemory(
                Database.instant(row, "last_read"),
                numbers(row.getString("listing")),
                row.getInt("longest"),
                Database.instant(row, "reduced_since"),
                numbers(row.getString("missing")),
                row.getInt("restamps") != 0);
    }

    private static FeedState state(ResultSet row) throws SQLException {
        return new FeedState(
                new FeedState.Approach(
                        new Validators(row.getString("etag"), row.getString("last_modified")),
                        uri(row.getString("validators_for")),
                        uri(row.getString("moved_to")),
                        row.getString("body_digest")),
                new FeedState.Turn(
                        Database.instant(row, "next_due"),
                        Database.instant(row, "not_before"),
                        Database.duration(row, "interval"),
                        new Rhythm(
                                Database.duration(row, "wished_interval"),
                                parts(row.getString("skip_hours"), Integer::valueOf),
                                parts(row.getString("skip_days"), DayOfWeek::valueOf)),
                        Database.instant(row, "newest"),
                        row.getInt("gone") != 0),
                new FeedState.Course(
                        Database.instant(row, "last_asked"),
                        Database.instant(row, "last_success"),
                        Database.duration(row, "last_response"),
                        row.getInt("failures"),
                        Database.instant(row, "failing_since"),
                        row.getString("words"),
                        row.getString("warning"),
                        Database.instant(row, "certificate_ends")));
    }

    private static @Nullable URI uri(@Nullable String address) {
        return address == null ? null : URI.create(address);
    }

    private static String joined(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String joined(Set<? extends Comparable<?>> wishes) {
        return wishes.stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static <T> Set<T> parts(String joined, Function<String, T> part) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(" ")).map(part).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Long> numbers(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(" ")).map(Long::valueOf).toList();
    }
}
