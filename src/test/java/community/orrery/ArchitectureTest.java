package community.orrery;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules that the README's architecture section tells, held against the compiled rooms. */
class ArchitectureTest {

    private static final String ROOT = "community.orrery.";
    private static final Set<String> RIMS =
            Set.of("fetch", "archive", "publish", "listen", "serve", "schedule", "metrics", "mail", "demo", "cli");

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("community.orrery");
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(house);
    }

    @ParameterizedTest(name = "{0} stops in {1}")
    @CsvSource({
        "com.rometools.., parse",
        "org.jdom2.., parse",
        "org.jsoup.., clean parse",
        "okhttp3.., fetch",
        "okio.., fetch",
        "org.quartz.., schedule",
        "java.sql.., archive",
        "org.flywaydb.., archive",
        "org.sqlite.., archive",
        "com.fasterxml.jackson.., archive check clean fetch parse serve site",
        "org.mozilla.universalchardet.., parse",
        "java.nio.file.., archive cli fetch publish serve",
        "io.pebbletemplates.., site",
        "org.tomlj.., migrate",
        "org.yaml.., migrate",
        "picocli.., cli",
        "ch.qos.logback.., cli",
        "jakarta.mail.., mail",
        "me.tongfei.., cli",
        "com.sun.net.httpserver.., listen"
    })
    void libraryStopsInItsRoom(String library, String rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(rooms.split(" ")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(house);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pureRooms")
    void pureRoomHasNoEffects(String room) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..", "okhttp3..", "org.quartz..")
                .check(house);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .accessTargetWhere(describe("asks the time of day", ArchitectureTest::asksTheTime))
                .check(house);
    }

    @Test
    void onlyCleanMakesSafeHtml() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "clean")
                .should()
                .callConstructorWhere(describe(
                        "makes a SafeHtml",
                        call -> call.getTargetOwner().getName().equals(ROOT + "clean.SafeHtml")))
                .check(house);
    }

    @Test
    void onlyCleaningAndTheArchiveMakeWhatIsShown() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("clean", "archive"))
                .should()
                .callConstructorWhere(describe(
                        "makes a KeptHtml",
                        call -> call.getTargetOwner().getName().equals(ROOT + "feed.KeptHtml")))
                .check(house);
    }

    @Test
    void everyRoomSaysWhatItIsForAndIsNullMarked() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/community/orrery"))) {
            for (Path room : rooms.filter(Files::isDirectory).toList()) {
                assertThat(room.resolve("package-info.java"))
                        .content()
                        .as("%s", room)
                        .contains("/**", "@NullMarked");
            }
        }
    }

    static List<String> pureRooms() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/community/orrery"))) {
            return rooms.filter(Files::isDirectory)
                    .map(room -> room.getFileName().toString())
                    .filter(room -> !RIMS.contains(room))
                    .sorted()
                    .toList();
        }
    }

    private static String[] packages(String... rooms) {
        return Stream.of(rooms).map(room -> ROOT + room + "..").toArray(String[]::new);
    }

    private static boolean asksTheTime(JavaAccess<?> access) {
        JavaMember target = access.getTarget().resolveMember().orElse(null);
        if (target == null) {
            return false;
        }
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean now = owner.startsWith("java.time.")
                && name.equals("now")
                && target.reflect() instanceof java.lang.reflect.Method method
                && Stream.of(method.getParameterTypes()).noneMatch(Clock.class::equals);
        return now
                || (owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || (owner.equals(Clock.class.getName()) && name.startsWith("system"));
    }
}
