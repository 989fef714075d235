package community.orrery.archive;

import static community.orrery.archive.Planting.NOW;
import static community.orrery.archive.Planting.answered;
import static community.orrery.archive.Planting.entry;
import static community.orrery.archive.Planting.feed;
import static community.orrery.archive.Planting.member;
import static community.orrery.archive.Planting.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Post;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    private static final Member ADA = member("ada");

    private Path folder = Path.of("");
    private Path file = Path.of("archive.db");

    @BeforeEach
    void name(@TempDir Path home) {
        folder = home;
        file = folder.resolve("archive.db");
    }

    /** What is committed is on the disk, and who reads a copy meanwhile waits for nobody. */
    @Test
    void commitsAreForcedToTheDiskThroughALog() {
        try (Archive archive = Archive.open(file)) {
            Database database = archive.database();
            assertThat(database.read(() -> database.query("pragma synchronous", row -> row.getInt(1))))
                    .as("FULL")
                    .containsExactly(2);
            assertThat(database.read(() -> database.query("pragma journal_mode", row -> row.getString(1))))
                    .containsExactly("wal");
        }
    }

    /** Run in a process of its own: records one post after the other and says so, until it is killed. */
    public static final class Scribe {
        private Scribe() {}

        public static void main(String[] arguments) {
            try (Archive archive = Archive.open(Path.of(arguments[0]))) {
                for (int i = 1; ; i++) {
                    archive.record(
                            reading(ADA, NOW, List.of(entry("ada", i, "Text " + i))),
                            answered("\"" + i + "\"", NOW),
                            Planting::derive);
                    System.out.println(i);
                }
            }
        }
    }

    @Test
    void killedAtAnyMomentItHoldsWhatItSaidItStored() throws IOException {
        Planting.begin(file).close();
        Process scribe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Scribe.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int said = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(scribe.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                said = Integer.parseInt(line);
                if (said == 20) {
                    scribe.toHandle().destroyForcibly(); // the process's own would close our stream as well
                }
                line = out.readLine();
            }
        }
        assertThat(said).isGreaterThanOrEqualTo(20);
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.check()).isEmpty();
            List<Post> posts = archive.posts();
            assertThat(posts).hasSizeBetween(said, said + 1);
            FeedState state = Objects.requireNonNull(archive.states().get(new FeedKey("ada", feed("ada"))));
            // Validators are those of the newest posts kept, never of posts that were lost.
            assertThat(state.approach().validators().etag()).isEqualTo("\"" + posts.size() + "\"");
        }
    }

    @Test
    void aRecordingThatFailsHalfwayLeavesNothingOfItself() {
        try (Archive archive = Planting.begin(file)) {
            archive.record(reading(ADA, NOW, List.of(entry("ada", 1, "One."))), answered("a", NOW), Planting::derive);
        }
        sabotage("create trigger full before insert on content begin select raise(abort, 'no more'); end");
        try (Archive archive = Archive.open(file)) {
            assertThatExceptionOfType(ArchiveException.class)
                    .isThrownBy(() -> archive.record(
                            reading(ADA, NOW, List.of(entry("ada", 2, "Two."), entry("ada", 1, "One."))),
                            answered("b", NOW),
                            Planting::derive));
            assertThat(archive.posts()).hasSize(1);
            FeedState state = archive.states().values().iterator().next();
            assertThat(state.approach().validators().etag()).isEqualTo("a");
        }
    }

    @Test
    void bringsAnArchiveOfTheFirstSchemaUpToDateWithItsPosts() {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        sabotage(
                "insert into feed (key, member, xml_url, words) values (1, 'ada', 'https://ada.example/feed.xml', '')");
        sabotage(
                "insert into post values (1, 'ada', 'one', 'x', 'GUID', 1, '{\"title\":\"One\"}', 0, 0, null, 'One.', 1, 0,"
                        + " null, null, '', '', '', 0, 1, '')");
        sabotage("insert into content values (1, '<p>One.</p>', 'https://ada.example/', null, null, 'One.')");

        try (Archive archive = Archive.open(file)) {
            assertThat(archive.posts())
                    .extracting(post -> post.metadata().title())
                    .containsExactly("One");
            assertThat(archive.staleDerivations(2, 10))
                    .extracting(Manuscript::usesMaths)
                    .containsExactly(false);
        }
    }

    @Test
    void refusesAnArchiveFromANewerProgramInWords() {
        Planting.begin(file).close();
        sabotage("pragma user_version = 99");
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Archive.open(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("newer Orrery")
                .withMessageContaining("99");
    }

    @Test
    void refusesADamagedArchiveAndLeavesItAlone() throws IOException {
        Files.writeString(file, "this was never a database, however long one looks at it ".repeat(100));
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Archive.open(file))
                .withMessageContaining("damaged")
                .withMessageContaining("backup")
                .matches(ArchiveException::isDamage);
        assertThat(Files.readString(file)).startsWith("this was never");
    }

    @Test
    void secondProgramIsToldWhoHoldsTheArchive() {
        try (Archive archive = Planting.begin(file)) {
            assertThat(archive.posts()).isEmpty();
            assertThatExceptionOfType(ArchiveException.class)
                    .isThrownBy(() -> Archive.open(file))
                    .withMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
        }
        Archive.open(file).close();
    }

    /** SQLite itself would say only that "the disk" is full. */
    @Test
    void saysWhichFolderIsTooSmallForACopy(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.db");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(4L << 40); // of which the disk holds nothing
        } catch (IOException e) {
            assumeThat(e).as("a file system that knows no such files").isNull();
        }

        assertThatThrownBy(() -> Archive.rehearse(huge))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("takes 4194304 MB")
                .hasMessageContaining(System.getProperty("java.io.tmpdir"))
                .hasMessageContaining("TMPDIR=FOLDER");
    }

    @Test
    void rehearsalSeesTheArchiveAndLeavesItAlone(@TempDir Path elsewhere) throws IOException {
        try (Archive archive = Planting.begin(file)) {
            archive.record(reading(ADA, NOW, List.of(entry("ada", 1, "One."))), answered("a", NOW), Planting::derive);
        }
        Map<String, Long> before = files(folder);
        byte[] bytes = Files.readAllBytes(file);
        try (Archive rehearsal = Archive.rehearse(file)) {
            rehearsal.record(
                    reading(ADA, NOW, List.of(entry("ada", 2, "Two."), entry("ada", 1, "One."))),
                    answered("b", NOW),
                    Planting::derive);
            assertThat(rehearsal.posts()).hasSize(2);
        }
        assertThat(files(folder)).isEqualTo(before);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);

        Path none = elsewhere.resolve("none.db");
        try (Archive rehearsal = Archive.rehearse(none)) {
            assertThat(rehearsal.posts()).isEmpty();
        }
        assertThat(files(elsewhere)).isEmpty();
    }

    @Test
    void rehearsalOfAnArchiveThatIsBeingWrittenIsWhole() throws Exception {
        try (Archive archive = Planting.begin(file)) {
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(1);
            AtomicInteger written = new AtomicInteger();
            Thread writer = new Thread(() -> {
                for (int i = 1; !enough.get(); i++) {
                    archive.record(
                            reading(ADA, NOW, List.of(entry("ada", i, "Words ".repeat(2000) + i))),
                            answered("e" + i, NOW),
                            Planting::derive);
                    written.set(i);
                    begun.countDown();
                }
            });
            writer.start();
            begun.await();
            try {
                for (int i = 0; i < 40; i++) {
                    int before = written.get();
                    try (Archive rehearsal = Archive.rehearse(file)) {
                        assertThat(rehearsal.check()).isEmpty();
                        assertThat(rehearsal.posts()).hasSizeGreaterThanOrEqualTo(before);
                    }
                }
            } finally {
                enough.set(true);
                writer.join();
            }
        }
    }

    @Test
    void rehearsalOfAnArchiveFromTheFutureIsRefusedByItsName() {
        Planting.begin(file).close();
        sabotage("pragma user_version = 99");
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Archive.rehearse(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("newer Orrery");
    }

    private static Map<String, Long> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<Path> all = files.collect(Collectors.toSet());
            return all.stream()
                    .collect(Collectors.toMap(path -> path.getFileName().toString(), path -> path.toFile()
                            .length()));
        }
    }

    private void sabotage(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
