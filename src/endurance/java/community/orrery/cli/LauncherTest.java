package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that the build leaves, in a folder of its own, with what it lays out for its next start. */
class LauncherTest {

    @TempDir
    private Path folder;

    private Path home;
    private Path classes;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        home = Files.createDirectory(folder.resolve("a planet's program"));
        classes = home.resolve("orrery.jsa");
        Path target = Path.of("target").toAbsolutePath();
        for (String file : List.of("orrery", "orrery.jar")) {
            Files.copy(target.resolve(file), home.resolve(file));
        }
        Files.createSymbolicLink(home.resolve("lib"), target.resolve("lib"));
    }

    @Test
    void firstRunLaysOutClassesForTheNextAndNobodySeesIt() throws Exception {
        assertThat(orrery("", "--version").out()).startsWith("Orrery 1");
        assertThat(orrery("", "update", "--help").code()).isZero();
        assertThat(orrery("", "update").err()).contains("feeds.opml");
        assertThat(classes).as("no more is known of what a run needs").doesNotExist();

        assertSound(orrery("", "demo", "--output", folder.resolve("one").toString()));
        assertThat(classes).exists();
        assertSound(
                orrery("-Xshare:on", "demo", "--output", folder.resolve("two").toString()));

        Instant old = Files.getLastModifiedTime(home.resolve("orrery.jar"))
                .toInstant()
                .minus(Duration.ofDays(1));
        Files.setLastModifiedTime(classes, FileTime.from(old));
        assertSound(orrery("", "demo", "--output", folder.resolve("one").toString()));
        assertThat(Files.getLastModifiedTime(classes).toInstant())
                .as("after the program was replaced")
                .isAfter(old);

        Files.delete(classes);
        Files.writeString(classes, "cut short");
        assertSound(orrery("", "demo", "--output", folder.resolve("three").toString()));
    }

    @Test
    void unpacksNothingIntoTheTemporaryFolder() throws Exception {
        Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\"><head><title>P</title></head><body>"
                        + "<outline text=\"A blog\" xmlUrl=\"https://blog.example/feed\"/></body></opml>");

        // Where not even root may write.
        assertSound(orrery("-Djava.io.tmpdir=/sys", "update", "--offline"));

        assertThat(folder.resolve(".orrery/archive.db")).exists();
    }

    private static void assertSound(Ended ended) {
        assertThat(ended).as(ended.out() + ended.err()).returns(0, Ended::code).returns("", Ended::err);
        assertThat(ended.out()).doesNotContain("[cds]", "warning");
    }

    private Ended orrery(String flags, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("orrery").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("ORRERY_JAVA_FLAGS", flags);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
