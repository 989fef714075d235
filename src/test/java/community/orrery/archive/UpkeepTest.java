package community.orrery.archive;

import static community.orrery.archive.Planting.NOW;
import static community.orrery.archive.Planting.answered;
import static community.orrery.archive.Planting.entry;
import static community.orrery.archive.Planting.member;
import static community.orrery.archive.Planting.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import community.orrery.feed.Post;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive over the years: copied each day, damaged one day, and back. */
class UpkeepTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final List<String> told = new ArrayList<>();
    private Path folder = Path.of("");
    private Path file = Path.of("archive.db");
    private Upkeep upkeep = new Upkeep(file, told::add);

    @BeforeEach
    void begin(@TempDir Path home) {
        folder = home;
        file = folder.resolve("archive.db");
        upkeep = new Upkeep(file, told::add);
        Planting.begin(file).close();
        upkeep.open(NOW).close();
    }

    /** What a disk, a copy cut short or a person in a hurry makes of a file. */
    enum Damage {
        CUT_SHORT {
            @Override
            void to(Path file) throws IOException {
                truncate(file, Files.size(file) / 2);
            }
        },
        EMPTIED {
            @Override
            void to(Path file) throws IOException {
                truncate(file, 0);
            }
        },
        OVERWRITTEN_BEGINNING {
            @Override
            void to(Path file) throws IOException {
                overwrite(file, 0, 200);
            }
        },
        NO_DATABASE {
            @Override
            void to(Path file) throws IOException {
                Files.writeString(file, "<html>504 Gateway Timeout</html>".repeat(500));
            }
        },
        OVERWRITTEN_SCHEMA {
            @Override
            void to(Path file) throws IOException {
                overwrite(file, 108, 3000);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @Test
    void whatKilledRunsLeftOfTheirBackupsGoesWithTheNext() throws IOException {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        for (String left : List.of("archive.db.2025-03-01.new", "archive.db.2025-03-04.new-journal", "other.db.new")) {
            Files.writeString(backups.resolve(left), "half");
        }

        try (Archive archive = upkeep.open(NOW.plus(A_DAY))) {
            upkeep.maintain(archive, NOW.plus(A_DAY));
        }

        try (Stream<Path> files = Files.list(backups)) {
            assertThat(files.map(copy -> copy.getFileName().toString()))
                    .containsExactlyInAnyOrder("archive.db.2025-03-11", "other.db.new");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedArchiveIsSetAsideAndTheNewestBackupTakesItsPlace(Damage damage) throws IOException {
        record(NOW, 1);
        maintain(NOW);
        record(NOW.plus(A_DAY), 2);
        maintain(NOW.plus(A_DAY));
        record(NOW.plus(A_DAY).plusSeconds(60), 3);
        damage.to(file);
        byte[] damaged = Files.readAllBytes(file);

        try (Archive archive = upkeep.open(NOW.plus(A_DAY).plusSeconds(120))) {
            assertThat(archive.posts()).hasSize(2);
            assertThat(archive.check()).isEmpty();
        }

        assertThat(told)
                .singleElement()
                .asString()
                .contains(file.toString(), "damaged", "archive.db.2025-03-11", "damaged-2025-03-11T080200")
                .doesNotContain("next update");
        assertThat(folder.resolve("archive.db.damaged-2025-03-11T080200")).hasBinaryContent(damaged);
        told.clear();
        upkeep.open(NOW.plus(A_DAY).plusSeconds(180)).close();
        assertThat(told).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLockThatCannotBeWrittenIsGivenBack() throws IOException {
        Path full = Path.of("/dev/full");
        Files.delete(folder.resolve("archive.db.lock"));
        Files.createSymbolicLink(folder.resolve("archive.db.lock"), full);

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Archive.open(file))
                .withMessageContaining("cannot be locked");

        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open.filter(Files::isSymbolicLink).map(UpkeepTest::target))
                    .doesNotContain(full.toString());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    @Test
    void whoOnlyReadsADamagedArchiveHearsWhatWillMendIt() throws IOException {
        record(NOW, 1);
        Damage.NO_DATABASE.to(file);

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Archive.rehearse(file))
                .withMessageContaining("damaged")
                .withMessageContaining("The next update puts the newest sound backup in its place");
    }

    @Test
    void aDamagedBackupIsPassedOverForTheOneBefore() throws IOException {
        record(NOW, 1);
        maintain(NOW);
        record(NOW.plus(A_DAY), 2);
        maintain(NOW.plus(A_DAY));
        Damage.CUT_SHORT.to(folder.resolve("backups/archive.db.2025-03-11"));
        Damage.NO_DATABASE.to(file);

        try (Archive archive = upkeep.open(NOW.plus(A_DAY).plusSeconds(1))) {
            assertThat(archive.posts()).hasSize(1);
        }
        assertThat(told).singleElement().asString().contains("archive.db.2025-03-10");
    }

    @Test
    void aMissingArchiveIsNotBegunAnewBesideABackupButRestored() throws IOException {
        record(NOW, 1);
        maintain(NOW);
        Files.delete(file);

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Archive.open(file))
                .withMessageContaining("is missing, while backups of it lie in " + folder.resolve("backups"))
                .withMessageContaining("To begin anew")
                .satisfies(e -> assertThat(e.getMessage()).containsOnlyOnce("The next update puts the newest sound"));
        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> Archive.rehearse(file))
                .satisfies(e -> assertThat(e.getMessage()).containsOnlyOnce("The next update puts the newest sound"));
        assertThat(file).doesNotExist();
        try (Archive archive = upkeep.open(NOW.plusSeconds(120))) {
            assertThat(archive.posts()).hasSize(1);
        }
        assertThat(told)
                .singleElement()
                .asString()
                .contains(
                        "is missing",
                        "The backup ",
                        "archive.db.2025-03-10 was put in its place",
                        "move that folder away")
                .doesNotContain("set aside");
        assertThat(names(folder)).containsExactlyInAnyOrder("archive.db", "archive.db.lock", "backups");
    }

    @Test
    void aMissingArchiveWithoutASoundBackupIsNotBegunAnewEither() throws IOException {
        record(NOW, 1);
        maintain(NOW);
        Files.delete(file);
        Damage.CUT_SHORT.to(folder.resolve("backups/archive.db.2025-03-10"));

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> upkeep.open(NOW.plusSeconds(120)))
                .withMessageContaining("There is no sound backup");
        assertThat(file).doesNotExist();
    }

    @Test
    void whoMovesTheBackupsAwayBeginsAnew() throws IOException {
        maintain(NOW);
        Files.delete(file);
        Files.move(folder.resolve("backups"), folder.resolve("backups.old"));

        try (Archive archive = upkeep.open(NOW)) {
            assertThat(archive.posts()).isEmpty();
        }
        assertThat(told).isEmpty();
    }

    /** What it holds cannot be read without the archive, and SQLite would remove it beside an empty one. */
    @Test
    void aWriteAheadLogWithoutItsArchiveIsNotThrownAway() throws IOException {
        Files.move(file, folder.resolve("elsewhere.db"));
        Files.writeString(folder.resolve("archive.db-wal"), "the newest posts");

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> upkeep.open(NOW))
                .withMessageContaining("archive.db-wal")
                .withMessageContaining("Put the archive back beside it");
        assertThat(folder.resolve("archive.db-wal")).content().isEqualTo("the newest posts");
        assertThat(file).doesNotExist();
    }

    @Test
    void aLinkThatLeadsNowhereIsNoReasonToBeginAnew() throws IOException {
        maintain(NOW);
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("not-mounted/archive.db"));

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> upkeep.open(NOW))
                .withMessageContaining("a link that leads nowhere");
        assertThat(file).isSymbolicLink();
    }

    /** As kill -9 leaves it after each step of a restoring: the damage is in the middle, where only reading all of it shows it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aRestoringThatWasCutShortEndsWithASoundArchiveInTheNextRun(int steps) throws IOException {
        record(NOW, 1);
        maintain(NOW);
        for (int post = 2; post <= 40; post++) {
            record(NOW, post);
        }
        holes(file);
        Files.write(folder.resolve("archive.db-wal"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("archive.db-shm"), new byte[] {4});
        Files.copy(folder.resolve("backups/archive.db.2025-03-10"), folder.resolve("archive.db.new"));
        Path aside = folder.resolve("archive.db.damaged-then");
        List<Backups.Step> all = new Backups(file).replacing(aside);
        assertThat(all).hasSize(5);
        for (Backups.Step step : all.subList(0, steps)) {
            step.take();
        }

        try (Archive archive = upkeep.open(NOW.plusSeconds(120))) {
            assertThat(archive.check()).isEmpty();
            assertThat(archive.posts()).hasSize(1);
        }
        assertThat(told).hasSize(steps == all.size() ? 0 : 1);
        assertThat(names(folder)).doesNotContain("archive.db.new", "archive.db-wal", "archive.db-shm");
    }

    @Test
    void whatIsLeftOfARestoringThatWasCutShortIsRemovedFromBesideASoundArchive() throws IOException {
        record(NOW, 1);
        Files.writeString(folder.resolve("archive.db.new"), "half a co");

        upkeep.open(NOW).close();

        assertThat(names(folder)).containsExactlyInAnyOrder("archive.db", "archive.db.lock");
        assertThat(told).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadAnArchiveAndWhatIsMadeFromIt() throws IOException {
        Path own = folder.resolve("own/archive.db");
        Upkeep ours = new Upkeep(own, told::add);
        try (Archive archive = ours.open(NOW)) {
            archive.record(
                    reading(member("ada"), NOW, List.of(entry("ada", 1, "One."))),
                    answered("a", NOW),
                    Planting::derive);
            Path copy = ours.maintain(archive, NOW);

            for (Path each :
                    List.of(own, copy, own.resolveSibling("archive.db-wal"), own.resolveSibling("archive.db-shm"))) {
                assertThat(permissions(each)).as(each.toString()).isEqualTo("rw-------");
            }
        }
        Files.delete(own);
        ours.open(NOW).close();
        assertThat(permissions(own)).isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoeverAnOperatorLetsReadTheArchiveMayReadItsCopiesToo() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        maintain(NOW);
        assertThat(permissions(folder.resolve("backups/archive.db.2025-03-10"))).isEqualTo("rw-r-----");
        Damage.CUT_SHORT.to(file);

        upkeep.open(NOW).close();

        assertThat(told).hasSize(1);
        assertThat(permissions(file)).isEqualTo("rw-r-----");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void withoutASoundBackupNothingIsTouchedAndTheRemedyTold() throws IOException {
        record(NOW, 1);
        Damage.CUT_SHORT.to(file);
        byte[] damaged = Files.readAllBytes(file);

        assertThatExceptionOfType(ArchiveException.class)
                .isThrownBy(() -> upkeep.open(NOW.plusSeconds(1)))
                .withMessageContaining("cut short")
                .withMessageContaining("no sound backup")
                .withMessageContaining("Put a copy of yours in its place");

        assertThat(file).hasBinaryContent(damaged);
        assertThat(names(folder)).containsExactlyInAnyOrder("archive.db", "archive.db.lock");
    }

    /** Only reading all of the file finds this: so it is found within a day, or at once when a run was killed. */
    @Test
    void damageInTheMiddleIsFoundOnceADay() throws IOException {
        record(NOW, 1);
        maintain(NOW);
        for (int post = 2; post <= 40; post++) {
            record(NOW, post);
        }
        holes(file);
        upkeep.open(NOW.plus(Duration.ofHours(2))).close();
        assertThat(told).isEmpty();

        try (Archive archive = upkeep.open(NOW.plus(A_DAY))) {
            assertThat(archive.posts()).hasSize(1);
            assertThat(archive.check()).isEmpty();
        }
        assertThat(told).hasSize(1);
    }

    /** A migration rewrites whole tables, and would come upon it half-way. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void damageInAnEarlierProgramsArchiveIsFoundBeforeItsSchemaIsChanged(int version) throws Exception {
        Path old = Files.createDirectories(folder.resolve("old")).resolve("archive.db");
        MigrationTest.begin(old, version);
        Files.copy(old, Files.createDirectories(folder.resolve("old/backups")).resolve("archive.db.2025-03-09"));
        holes(old);

        try (Archive archive = new Upkeep(old, told::add).open(NOW)) {
            assertThat(archive.posts()).hasSize(3);
            assertThat(archive.check()).isEmpty();
        }
        assertThat(told).singleElement().asString().contains("damaged", "archive.db.2025-03-09 was put in its place");
    }

    @Test
    void damageThatARunCameUponIsMended() throws IOException {
        record(NOW, 1);
        maintain(NOW);
        Damage.OVERWRITTEN_SCHEMA.to(file);

        upkeep.mend(NOW.plusSeconds(9));

        assertThat(told).hasSize(1);
        try (Archive archive = upkeep.open(NOW.plusSeconds(10))) {
            assertThat(archive.posts()).hasSize(1);
        }
    }

    @Test
    void mendingASoundArchiveChangesNothing() {
        record(NOW, 1);

        upkeep.mend(NOW.plusSeconds(9));

        assertThat(told).isEmpty();
        try (Archive archive = upkeep.open(NOW.plusSeconds(10))) {
            assertThat(archive.posts()).hasSize(1);
        }
    }

    @Test
    void keepsTheNewestSevenCopiesAndNothingElse() throws IOException {
        for (int day = 0; day < 10; day++) {
            maintain(NOW.plus(A_DAY.multipliedBy(day)));
            maintain(NOW.plus(A_DAY.multipliedBy(day)).plusSeconds(60));
        }

        assertThat(names(folder.resolve("backups")))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(13, 19)
                        .mapToObj(day -> "archive.db.2025-03-" + day)
                        .toList());
    }

    @Test
    void countsCopiesOfDaysToComeAsTheOldest() throws IOException {
        for (int day = 0; day < 7; day++) {
            maintain(NOW.plus(A_DAY.multipliedBy(1000 + day)));
        }

        maintain(NOW);

        assertThat(names(folder.resolve("backups"))).hasSize(7).contains("archive.db.2025-03-10");
    }

    /** As a person does who takes it for a leftover: the copy is of what is held, not of what now bears the name. */
    @Test
    void whatIsHeldIsSavedAlsoWhenItsFileIsRemovedOrReplacedMeanwhile() throws IOException {
        record(NOW, 1);
        Path copy;
        try (Archive archive = upkeep.open(NOW)) {
            assertThat(archive.isInPlace()).isTrue();
            Files.move(file, folder.resolve("elsewhere.db"));
            assertThat(archive.isInPlace()).isFalse();
            Planting.begin(folder.resolve("other.db")).close();
            Files.move(folder.resolve("other.db"), file);
            assertThat(archive.isInPlace()).isFalse();
            Files.delete(file);

            copy = upkeep.maintain(archive, NOW);
        }
        Files.deleteIfExists(file);

        try (Archive archive = upkeep.open(NOW)) {
            assertThat(archive.posts()).hasSize(1);
            assertThat(archive.check()).isEmpty();
        }
        assertThat(told).singleElement().asString().contains(copy.toString());
    }

    @Test
    void givesBackToTheDiskWhatIsEmptyAndLosesNothing() throws IOException, SQLException {
        record(NOW, 1);
        try (Archive archive = Archive.open(file)) {
            archive.record(
                    reading(member("ada"), NOW, List.of(entry("ada", 1, "One, edited."))),
                    answered("b", NOW),
                    Planting::derive);
            Database database = archive.database();
            database.write(() -> database.update("insert into message (id, subject, body, made, tries, next_try)"
                    + " values ('long', 's', hex(zeroblob(2000000)), 0, 0, 0)"));
            database.write(() -> database.update("delete from message"));
            database.query("pragma wal_checkpoint(truncate)", row -> row.getInt(1));
            assertThat(Files.size(file)).isGreaterThan(4_000_000);

            upkeep.maintain(archive, NOW);
        }

        assertThat(Files.size(file)).isLessThan(400_000);
        try (Archive archive = Archive.open(file)) {
            assertThat(archive.posts()).hasSize(1);
            assertThat(archive.check()).isEmpty();
        }
    }

    @Test
    void isDueOnceADayAndNotAtOnceAndWhenTheClockWasSetBack() {
        try (Archive archive = upkeep.open(NOW)) {
            assertThat(upkeep.isDue(archive, NOW.plus(Duration.ofHours(22)))).isFalse();
            assertThat(upkeep.isDue(archive, NOW.plus(A_DAY).minusSeconds(60)))
                    .as("each night at about the same time")
                    .isTrue();
            upkeep.maintain(archive, NOW.plus(A_DAY));
            assertThat(upkeep.isDue(archive, NOW.plus(A_DAY).plusSeconds(1))).isFalse();
            assertThat(upkeep.isDue(archive, NOW.minus(A_DAY))).isTrue();
        }
    }

    @Test
    void makesNoCopyOfADamagedArchive() throws IOException {
        for (int post = 1; post <= 40; post++) {
            record(NOW, post);
        }
        holes(file);
        try (Archive archive = Archive.open(file)) {
            assertThatExceptionOfType(ArchiveException.class)
                    .isThrownBy(() -> upkeep.maintain(archive, NOW.plus(A_DAY)))
                    .matches(ArchiveException::isDamage);
        }
        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    void aRehearsalOfAnArchiveThatIsBeingWrittenIsWhole() {
        try (Archive archive = Archive.open(file)) {
            archive.record(
                    reading(member("ada"), NOW, List.of(entry("ada", 1, "One."))),
                    answered("a", NOW),
                    Planting::derive);
            try (Archive copy = Archive.rehearse(file)) {
                assertThat(copy.posts()).isEqualTo(archive.posts()).hasSize(1);
            }
            assertThatExceptionOfType(ArchiveException.class).isThrownBy(() -> Archive.open(file));
        }
    }

    private void record(Instant now, int post) {
        try (Archive archive = Archive.open(file)) {
            String text = "Text " + post + " of the night in the machine room. ".repeat(60);
            archive.record(
                    reading(member("ada"), now, List.of(entry("ada", post, text))),
                    answered("\"" + post + "\"", now),
                    Planting::derive);
            assertThat(archive.posts()).extracting(Post::member).containsOnly("ada");
        }
    }

    private void maintain(Instant now) {
        try (Archive archive = Archive.open(file)) {
            upkeep.maintain(archive, now);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(length);
        }
    }

    /** In every page of the second half of the file. */
    private static void holes(Path file) throws IOException {
        for (long page = Files.size(file) / 4096 / 2; page < Files.size(file) / 4096; page++) {
            overwrite(file, page * 4096, 64);
        }
    }

    private static void overwrite(Path file, long from, int length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(from);
            bytes.write(new byte[length]);
        }
    }
}
