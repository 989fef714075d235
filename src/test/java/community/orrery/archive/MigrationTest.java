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
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of earlier programs, kept as they left them, are brought to this one's schema with all that they hold. */
class MigrationTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(ints = 1)
    void everyEarlierArchiveComesAlongWhole(int version) throws Exception {
        Path file = folder.resolve("archive.db");
        begin(file, version);
        List<String> before = rows(file, "post", "feed", "content", "sighting", "trace", "reading");

        try (Archive archive = Archive.open(file)) {
            assertThat(archive.check()).isEmpty();
            assertThat(archive.posts())
                    .extracting(Post::path)
                    .containsExactly(
                            "posts/grace/on-compilers.html", "posts/ada/night-shift.html", "posts/ada/day-shift.html");
            assertThat(archive.states()).hasSize(2);
            assertThat(archive.text(3)).isEqualTo("Compilers are patient readers.");
            assertThat(archive.runs()).isEmpty();
        }

        assertThat(rows(file, "post", "feed", "content", "sighting", "trace", "reading"))
                .isEqualTo(before);
        assertThat(version(file)).isEqualTo(Schema.NEWEST);
    }

    @Test
    void anArchiveThatCameAlongHasTheShapeOfANewOne() throws Exception {
        Path old = folder.resolve("old.db");
        Path fresh = folder.resolve("new.db");
        begin(old, 1);
        Archive.open(old).close();
        Archive.open(fresh).close();

        assertThat(shape(old)).isEqualTo(shape(fresh)).isNotEmpty();
    }

    /** As many earlier archives are kept as there were schemas. */
    @Test
    void everyEarlierSchemaHasItsArchive() {
        for (int version = 1; version < Schema.NEWEST; version++) {
            assertThat(MigrationTest.class.getResource("/archive/v" + version + ".sql"))
                    .as("archive/v%s.sql", version)
                    .isNotNull();
        }
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
        return Integer.parseInt(rows(file, "pragma_user_version").get(0));
    }

    private static List<String> shape(Path file) throws SQLException {
        return asked(
                file,
                "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_schema"
                        + " where tbl_name not like 'flyway%' order by type, name");
    }

    private static List<String> rows(Path file, String... tables) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables) {
            rows.addAll(asked(file, "select * from " + table));
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
