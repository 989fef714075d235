package community.orrery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run asks the archive, explained by SQLite itself: nothing that is asked per feed or per post reads a whole table. */
class QueryPlanTest {

    private static final Map<String, String> HOT = Map.ofEntries(
            Map.entry("a feed by name", Feeds.FIND),
            Map.entry("a member's feeds", Feeds.OF_MEMBER),
            Map.entry("a feed's memory", Feeds.MEMORY),
            Map.entry("a member's ids", Feeds.IDS),
            Map.entry("reduced feeds", Feeds.REDUCED),
            Map.entry("a post's excerpt", Posts.EXCERPT),
            Map.entry("a member's posts", Posts.OF_MEMBER),
            Map.entry("a post", Posts.ONE),
            Map.entry("a post's raw entry", Posts.CONTENT),
            Map.entry("a post's cleaned text", Posts.CLEANED),
            Map.entry("a post's text", Posts.WORDS),
            Map.entry("stale derivations", Posts.STALE),
            Map.entry("texts that are not kept", Posts.UNKEPT),
            Map.entry("derivations on an outdated word", Posts.MISREAD),
            Map.entry("whether a feed shows maths", Posts.SHOWS_MATHS),
            Map.entry("posts that may be kin", Kin.CANDIDATES),
            Map.entry("a post's traces", Kin.FORGET_TRACES),
            Map.entry("a post's kin", Kin.FORGET_KIN),
            Map.entry("a changed post's kin", Kin.OF_POST),
            Map.entry("a visit", Diaries.VISITED),
            Map.entry("days long past", Diaries.FORGET_DAYS),
            Map.entry("runs long past", Diaries.FORGET_RUNS));

    @Test
    void hotQueriesUseIndexes(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("archive.db");
        Planting.begin(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (Map.Entry<String, String> hot : HOT.entrySet()) {
                // A scan of a subquery's own few rows is none of a table.
                assertThat(plan(connection, hot.getValue()))
                        .as(hot.getKey())
                        .isNotEmpty()
                        .noneMatch(step -> step.matches(
                                        "SCAN (post|p|feed|f|sighting|s|reading|r|content|c|cleaned|k|trace|kinship|visit_day|run)\\b.*")
                                && !step.contains("USING INDEX reading_reduced"));
            }
        }
    }

    @Test
    void listingReadsNoBodies(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("archive.db");
        Planting.begin(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(plan(connection, Posts.LISTING)).containsExactly("SCAN post");
            assertThat(plan(connection, Feeds.STATES)).noneMatch(step -> step.contains("reading"));
        }
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("explain query plan " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
