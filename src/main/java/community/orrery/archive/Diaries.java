package community.orrery.archive;

import community.orrery.feed.FeedState;
import community.orrery.health.Run;
import community.orrery.health.VisitDay;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of what runs and visits came to, which are bounded: old rows leave as new ones come. */
final class Diaries {

    /** A visit whose state is saved twice is one visit. To be run before the feed's state is saved. */
    static final String VISITED =
            """
            insert into visit_day (day, feed, visits, failures, took, slowest)
            select ?, key, 1, ?, ?, ? from feed where key = ? and last_asked is not ?
            on conflict (day, feed) do update set visits = visits + 1, failures = failures + excluded.failures,
                took = took + excluded.took, slowest = max(slowest, excluded.slowest)""";

    static final String FORGET_DAYS = "delete from visit_day where day < ?";
    static final String VISITS =
            """
            select f.member, f.xml_url, v.day, v.visits, v.failures, v.took, v.slowest
            from visit_day v join feed f on f.key = v.feed order by v.day, v.feed""";

    private static final String RAN =
            "insert into run (begun, took, asked, failed, added, updated, withdrawn, written) values (?, ?, ?, ?, ?, ?, ?, ?)";
    static final String FORGET_RUNS = "delete from run where key <= (select max(key) from run) - ?";
    private static final String RUNS = "select * from run order by key";

    private final Database database;

    Diaries(Database database) {
        this.database = database;
    }

    void visited(long feed, FeedState.Course course) throws SQLException {
        Instant asked = course.lastAsked();
        if (asked != null) {
            Duration took = Objects.requireNonNullElse(course.lastResponse(), Duration.ZERO);
            database.update(VISITED, dayOf(asked), course.isFailing(), took, took, feed, asked);
        }
    }

    int ran(Run run) throws SQLException {
        database.update(FORGET_DAYS, dayOf(run.begun()) - VisitDay.KEPT + 1);
        int stored = database.update(
                RAN,
                run.begun(),
                run.took(),
                run.asked(),
                run.failed(),
                run.added(),
                run.updated(),
                run.withdrawn(),
                run.written());
        database.update(FORGET_RUNS, Run.KEPT);
        return stored;
    }

    List<Run> runs() throws SQLException {
        return database.query(RUNS, Diaries::run);
    }

    Map<FeedKey, List<VisitDay>> visits() throws SQLException {
        Map<FeedKey, List<VisitDay>> visits = new LinkedHashMap<>();
        database.query(VISITS, row -> visits.computeIfAbsent(
                        new FeedKey(row.getString("member"), URI.create(row.getString("xml_url"))),
                        feed -> new ArrayList<>())
                .add(day(row)));
        return visits;
    }

    private static long dayOf(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private static VisitDay day(ResultSet row) throws SQLException {
        return new VisitDay(
                LocalDate.ofEpochDay(row.getLong("day")),
                row.getInt("visits"),
                row.getInt("failures"),
                Duration.ofMillis(row.getLong("took")),
                Duration.ofMillis(row.getLong("slowest")));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                Instant.ofEpochMilli(row.getLong("begun")),
                Duration.ofMillis(row.getLong("took")),
                row.getInt("asked"),
                row.getInt("failed"),
                row.getInt("added"),
                row.getInt("updated"),
                row.getInt("withdrawn"),
                row.getInt("written"));
    }
}
