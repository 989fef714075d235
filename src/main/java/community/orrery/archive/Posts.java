package community.orrery.archive;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Metadata;
import community.orrery.feed.Post;
import community.orrery.feed.SourceFeed;
import community.orrery.feed.UntrustedHtml;
import community.orrery.history.Derivation;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables of posts and of their texts. */
final class Posts {

    static final String LISTING = "select key, member, slug, id, id_kind, feed, metadata, first_seen, ordered, revised,"
            + " words, held_back, withdrawn, version from post";
    static final String EXCERPT = "select excerpt from post where key = ?";
    static final String FEEDS = "select key, xml_url, metadata from feed";
    static final String OF_MEMBER = "select " + Row.COLUMNS + " from post where member = ?";
    static final String ONE = "select " + Row.COLUMNS + " from post where key = ?";
    static final String CONTENT =
            "select p.id, p.id_kind, p.metadata, f.xml_url, f.moved_to, c.markup, c.base, c.summary,"
                    + " c.summary_base,"
                    + " exists (select 1 from post q where q.maths = 2 and q.feed = p.feed) as uses_maths"
                    + " from post p join content c on c.post = p.key join feed f on f.key = p.feed where p.key = ?";
    static final String CLEANED = "select c.markup, c.lead_image from cleaned c join post p on p.key = c.post"
            + " where c.post = ? and p.policy = ?";
    static final String WORDS = "select words from content where post = ?";
    static final String STALE = "select p.key from post p join content c on c.post = p.key"
            + " where p.policy < ? order by p.policy limit ?";

    /** Those behind a post that are without their cleaned text. */
    static final String UNKEPT = "select p.key from post p where p.key > ?"
            + " and not exists (select 1 from cleaned k where k.post = p.key)"
            + " and exists (select 1 from content c where c.post = p.key) order by p.key limit ?";

    /** Read on nobody's word in a feed that by now shows formulas, or on the word of one that no longer does. */
    static final String MISREAD =
            "select key from post where maths = 0 and feed in (select feed from post where maths = 2)"
                    + " union all select key from post where maths = 1 and feed not in (select feed from post where maths = 2)"
                    + " limit ?";

    static final String SHOWS_MATHS = "select 1 from post where maths = 2 and feed = ? limit 1";

    private static final String INSERT = "insert into post (" + Row.COLUMNS + ") values (null"
            + String.join("", Collections.nCopies(Row.COLUMNS.split(",").length - 1, ", ?")) + ")";
    private static final String UPDATE =
            "update post set " + Row.COLUMNS.substring("key, ".length()).replace(",", " = ?,") + " = ? where key = ?";
    private static final String INSERT_CONTENT =
            "insert into content (post, markup, base, summary, summary_base, words) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (post) do update set markup = excluded.markup, base = excluded.base,"
                    + " summary = excluded.summary, summary_base = excluded.summary_base, words = excluded.words";

    private static final String KEEP_CLEANED = "insert into cleaned (post, markup, lead_image) values (?, ?, ?)"
            + " on conflict (post) do update set markup = excluded.markup, lead_image = excluded.lead_image";

    private final Database database;

    Posts(Database database) {
        this.database = database;
    }

    List<Post> listing(Predicate<String> wanted) throws SQLException {
        Map<Long, SourceFeed> feeds = feeds();
        Map<String, String> members = new HashMap<>();
        List<Post> posts = new ArrayList<>();
        database.each(LISTING, row -> {
            if (wanted.test(row.getString("member"))) {
                posts.add(post(row, feeds, members));
            }
        });
        return posts;
    }

    boolean none() throws SQLException {
        return database.query("select key from post limit 1", row -> row.getLong(1))
                .isEmpty();
    }

    List<Row> ofMember(String member) throws SQLException {
        return database.query(OF_MEMBER, Row::read, member);
    }

    Row row(long key) throws SQLException {
        return database.query(ONE, Row::read, key).get(0);
    }

    /** Returns the key it was given. */
    long insert(Row row) throws SQLException {
        database.update(INSERT, row.values());
        return database.query("select last_insert_rowid()", result -> result.getLong(1))
                .get(0);
    }

    void update(Row row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(row.values()));
        values.add(row.key());
        database.update(UPDATE, values.toArray());
    }

    /** The entry itself, and what cleaning made of it. */
    void content(long post, Entry entry, Derivation derivation) throws SQLException {
        UntrustedHtml content = entry.content();
        UntrustedHtml summary = entry.summary();
        database.update(
                INSERT_CONTENT,
                post,
                content == null ? null : content.markup(),
                content == null ? null : content.base(),
                summary == null ? null : summary.markup(),
                summary == null ? null : summary.base(),
                derivation.text());
        keep(post, derivation.html());
    }

    /** What cleaning it again made of it. */
    void derived(long post, Derivation derivation) throws SQLException {
        database.update("update content set words = ? where post = ?", derivation.text(), post);
        keep(post, derivation.html());
    }

    private void keep(long post, KeptHtml html) throws SQLException {
        database.update(KEEP_CLEANED, post, html.markup(), html.leadImage());
    }

    Optional<KeptHtml> html(long post, int policy) throws SQLException {
        return database.query(CLEANED, Posts::html, post, policy).stream().findFirst();
    }

    private static KeptHtml html(ResultSet row) throws SQLException {
        String lead = row.getString("lead_image");
        return new KeptHtml(row.getString("markup"), lead == null ? null : URI.create(lead));
    }

    String words(long post) throws SQLException {
        List<String> words = database.query(WORDS, row -> row.getString(1), post);
        return words.isEmpty() ? "" : words.get(0);
    }

    String excerpt(long post) throws SQLException {
        List<String> excerpt = database.query(EXCERPT, row -> row.getString(1), post);
        return excerpt.isEmpty() ? "" : excerpt.get(0);
    }

    Optional<Manuscript> manuscript(long post) throws SQLException {
        return database.query(CONTENT, row -> manuscript(post, row), post).stream()
                .findFirst();
    }

    List<Long> stale(int policy, int most) throws SQLException {
        List<Long> stale = database.query(STALE, row -> row.getLong(1), policy, most);
        return stale.isEmpty() ? database.query(MISREAD, row -> row.getLong(1), most) : stale;
    }

    List<Long> unkept(long after, int most) throws SQLException {
        return database.query(UNKEPT, row -> row.getLong(1), after, most);
    }

    /** Whether a post of the feed shows that its blog typesets TeX. */
    boolean showMaths(long feed) throws SQLException {
        return !database.query(SHOWS_MATHS, row -> row.getInt(1), feed).isEmpty();
    }

    private static Manuscript manuscript(long key, ResultSet row) throws SQLException {
        String moved = row.getString("moved_to");
        Entry entry = new Entry(
                Row.id(row),
                MetadataJson.read(row.getString("metadata")),
                html(row.getString("markup"), row.getString("base")),
                html(row.getString("summary"), row.getString("summary_base")));
        URI feed = URI.create(moved == null ? row.getString("xml_url") : moved);
        return new Manuscript(key, entry, feed, row.getBoolean("uses_maths"));
    }

    private static @Nullable UntrustedHtml html(@Nullable String markup, @Nullable String base) {
        return markup == null || base == null ? null : new UntrustedHtml(markup, URI.create(base));
    }

    /** Each read once: thousands of posts come from a few. */
    private Map<Long, SourceFeed> feeds() throws SQLException {
        Map<Long, SourceFeed> feeds = new HashMap<>();
        database.query(
                FEEDS,
                row -> feeds.put(
                        row.getLong("key"),
                        new SourceFeed(
                                URI.create(row.getString("xml_url")),
                                MetadataJson.readFeed(row.getString("metadata")))));
        return feeds;
    }

    /** A listing holds every post there is: what many of them, or two of its own values, have in common is held once. */
    private static Post post(ResultSet row, Map<Long, SourceFeed> feeds, Map<String, String> members)
            throws SQLException {
        String member = row.getString("member");
        Metadata metadata = MetadataJson.read(row.getString("metadata"));
        EntryId id = Row.id(row);
        String link = metadata.link() == null ? "" : metadata.link().toString();
        boolean withdrawn = Database.instant(row, "withdrawn") != null;
        boolean held = row.getInt("held_back") != 0;
        return new Post(
                row.getLong("key"),
                members.computeIfAbsent(member, name -> name),
                row.getString("slug"),
                id.value().equals(link) ? new EntryId(link, id.kind()) : id,
                metadata,
                Objects.requireNonNull(Database.instant(row, "first_seen")),
                Objects.requireNonNull(Database.instant(row, "ordered")),
                Database.instant(row, "revised"),
                row.getInt("words"),
                withdrawn ? Post.Standing.WITHDRAWN : held ? Post.Standing.HELD_BACK : Post.Standing.SHOWN,
                Objects.requireNonNull(feeds.get(row.getLong("feed"))),
                row.getString("version"));
    }
}
