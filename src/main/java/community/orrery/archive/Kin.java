package community.orrery.archive;

import community.orrery.crosspost.Kinship;
import community.orrery.crosspost.Kinships;
import community.orrery.crosspost.Print;
import community.orrery.likeness.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables by which one writing in two members' feeds is found again: traces to look under, and the pairs found. */
final class Kin {

    private static final String LOOK =
            "select post from (select post from trace where hash = ? order by post desc limit "
                    + Kinships.MOST_PER_TRACE + ")";
    /** One question for all of a print's traces; unused places ask for 0, under which nothing lies. */
    static final String CANDIDATES = "select " + Row.PRINT + " from post where key in ("
            + String.join(" union ", Collections.nCopies(Print.MOST_TRACES, LOOK)) + ") and member <> ? order by key";

    static final String ALL = "select * from kinship order by one, other";
    static final String OF_POST = "select * from kinship where one = ? or other = ?";
    private static final String TRACE = "insert or ignore into trace (hash, post) values (?, ?)";
    static final String FORGET_TRACES = "delete from trace where post = ?";
    static final String FORGET_KIN = "delete from kinship where one = ? or other = ?";
    private static final String FOUND =
            "insert or ignore into kinship (one, other, reason, copy, likeness) values (?, ?, ?, ?, ?)";

    private final Database database;
    private final Posts posts;

    Kin(Database database, Posts posts) {
        this.database = database;
        this.posts = posts;
    }

    /** Looks for a new post's kin, and leaves its traces for later ones. */
    void seek(Print print, Wording wording) throws SQLException {
        Map<Long, Wording> wordings = new HashMap<>();
        wordings.put(print.key(), wording);
        for (Print candidate : candidates(print)) {
            Optional<Kinship> kinship =
                    Kinships.judge(candidate, print, post -> wordings.computeIfAbsent(post, this::wording));
            if (kinship.isPresent()) {
                store(kinship.get());
            }
        }
        trace(print);
    }

    /** The same for a post that changed, which may have moved away from where its kin know it. */
    void seekAgain(Print print, Wording wording) throws SQLException {
        List<Kinship> former = database.query(OF_POST, Kin::kinship, print.key(), print.key());
        database.update(FORGET_TRACES, print.key());
        database.update(FORGET_KIN, print.key(), print.key());
        seek(print, wording);
        for (Kinship kinship : former) {
            if (Kinships.outlastsChange(print.key(), kinship, post -> post == print.key() ? wording : wording(post))) {
                store(kinship);
            }
        }
    }

    /** Leaves a post's traces, by which later ones find it. */
    void trace(Print print) throws SQLException {
        for (long trace : print.traces()) {
            database.batch(TRACE, trace, print.key());
        }
        database.flush(TRACE);
    }

    List<Kinship> all() throws SQLException {
        return database.query(ALL, Kin::kinship);
    }

    private static Kinship kinship(ResultSet row) throws SQLException {
        long copy = row.getLong("copy");
        return new Kinship(
                row.getLong("one"),
                row.getLong("other"),
                Kinship.Reason.valueOf(row.getString("reason")),
                copy == 0 ? null : copy,
                row.getDouble("likeness"));
    }

    private List<Print> candidates(Print print) throws SQLException {
        Object[] arguments = new Object[Print.MOST_TRACES + 1];
        java.util.Arrays.fill(arguments, 0L);
        int place = 0;
        for (long trace : print.lookups()) {
            arguments[place++] = trace;
        }
        arguments[Print.MOST_TRACES] = print.member();
        return database.query(CANDIDATES, Row::readPrint, arguments);
    }

    private Wording wording(long post) {
        return Wording.of(database.read(() -> posts.words(post)));
    }

    private void store(Kinship kinship) throws SQLException {
        database.update(FOUND, kinship.one(), kinship.other(), kinship.reason(), kinship.copy(), kinship.likeness());
    }
}
