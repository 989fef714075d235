package community.orrery.archive;

import java.sql.SQLException;
import java.util.List;

/** The archive's facts about itself, each a number. */
final class Facts {

    static final String STAMP = "stamp";
    static final String PUBLISHED_FROM = "published_from";
    /** When all of the file was last found sound. */
    static final String CHECKED = "checked";

    /** When the last backup was made. */
    static final String MAINTAINED = "maintained";

    /** When the last digest was made. */
    static final String DIGEST = "digest";

    static final String FIRST_RUN_DONE = "first_run_done";

    /** The cleaner's policy that feeds are read under, and since when. */
    static final String POLICY = "policy";

    static final String POLICY_SINCE = "policy_since";

    /**
     * The key of a post up to which the cleaned text of each is kept; that of all, and of those to come, when it is the greatest
     * number there is. Stays out of exports, as those texts do.
     */
    static final String KEPT_TO = "kept_to";

    private final Database database;

    Facts(Database database) {
        this.database = database;
    }

    long get(String name) throws SQLException {
        List<Long> value = database.query("select value from fact where name = ?", row -> row.getLong(1), name);
        return value.isEmpty() ? 0 : value.get(0);
    }

    boolean holds(String name) throws SQLException {
        return get(name) != 0;
    }

    boolean set(String name, long value) throws SQLException {
        return database.update(
                        "insert into fact (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                        name,
                        value)
                > 0;
    }

    void bumpStamp() throws SQLException {
        database.update("update fact set value = value + 1 where name = ?", STAMP);
    }
}
