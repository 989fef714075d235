package community.orrery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Archives of earlier programs, kept as they left them in {@code archive/v*.sql}, one for each schema, are brought to this one's schema with all that they
 * hold.
 */
class MigrationTest {

    @TempDir
    private Path folder = Path.of("");

    static IntStream versions() {
        return IntStream.rangeClosed(1, Schema.NEWEST);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyEarlierArchiveComesAlongWhole(int version) throws Exception {
        Path file = folder.resolve("archive.db");
        begin(file, version);
        Map<String, String> kept = columns(file, Restoring.FORMER);
        List<String> before = rows(file, kept);

        try (Archive archive = Archive.open(file)) {
            assertThat(archive.check()).isEmpty();
            assertThat(archive.posts())
                    .extracting(Post::path)
                    .containsExactly(
                            "posts/grace/on-compilers.html", "posts/ada/night-shift.html", "posts/ada/day-shift.html");
            assertThat(archive.states()).hasSize(2);
            assertThat(archive.plainText(3)).isEqualTo("Compilers are patient readers.");
            assertThat(archive.visits()).hasSize(version == 1 ? 0 : 2);
        }

        assertThat(rows(file, kept)).isEqualTo(before).hasSizeGreaterThan(20);
        assertThat(version(file)).isEqualTo(Schema.NEWEST);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anArchiveThatCameAlongHasTheShapeOfANewOne(int version) throws Exception {
        Path old = folder.resolve("old.db");
        Path fresh = folder.resolve("new.db");
        begin(old, version);
        Archive.open(old).close();
        Archive.open(fresh).close();

        assertThat(shape(old)).isEqualTo(shape(fresh)).isNotEmpty();
    }

    static void begin(Path file, int version) throws IOException, SQLException {
        Path script = Path.of(Objects.requireNonNull(MigrationTest.class.getResource("/archive/v" + version + ".sql"))
                .getPath());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(Files.readString(script, StandardCharsets.UTF_8));
            statement.execute("pragma user_version = " + version);
        }
    }

    private static int version(Path file) throws SQLException {
        return Integer.parseInt(asked(file, "pragma user_version").get(0));
    }

    private static List<String> shape(Path file) throws SQLException {
        return asked(
                file,
                "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema"
                        + " where tbl_name not like 'flyway%' order by type, name");
    }

    /** Each table's columns but for some. */
    private static Map<String, String> columns(Path file, Set<String> without) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        for (String table : asked(
                file,
                "select name from sqlite_schema where type = 'table' and name not like 'flyway%' order by name")) {
            List<String> names = asked(file, "select name from pragma_table_info('" + table + "')");
            names.removeAll(without);
            columns.put(table, String.join(", ", names));
        }
        return columns;
    }

    private static List<String> rows(Path file, Map<String, String> columns) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, String> table : columns.entrySet()) {
            rows.add(table.getKey());
            rows.addAll(asked(
                    file, "select " + table.getValue() + " from " + table.getKey() + " order by " + table.getValue()));
        }
        return rows;
    }

    private static List<String> asked(Path file, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
