package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        list("https://blog.example/feed");

        // Where not even root may write.
        assertSound(orrery("-Djava.io.tmpdir=/sys", "update", "--offline"));

        assertThat(folder.resolve(".orrery/archive.db")).exists();
    }

    /** Also while it lays out classes: who stops the script would else leave a program that holds the archive. */
    @Test
    void endsTheProgramWhenItIsToldToStop() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            list("http://127.0.0.1:" + silent.getLocalPort() + "/feed");
            Process script = started("", Map.of(), "update", "--allow-private-addresses");
            silent.accept(); // the program is at work, and waits for an answer
            List<ProcessHandle> program = script.descendants().toList();
            assertThat(program).isNotEmpty();

            script.destroy();

            assertThat(script.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(program).noneMatch(ProcessHandle::isAlive);
            try (Stream<Path> left = Files.list(home)) {
                assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("orrery.jsa"));
            }
        }
    }

    @Test
    void readsWhatIsTypedAsUtf8WhereThereIsNoLocale() throws Exception {
        list("https://blog.example/feed");
        ProcessBuilder cron = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec sh \"$1\" rename \"A blog\" \"$(printf 'Bl\\303\\266g')\"",
                        "sh",
                        home.resolve("orrery").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        cron.environment().keySet().removeAll(Set.of("LC_ALL", "LC_CTYPE", "LANG"));

        assertThat(cron.start().waitFor()).isZero();

        assertThat(folder.resolve("feeds.opml")).content().contains("\"Blög\"");
    }

    @Test
    void usesTheTemporaryFolderThatTheSystemNamesWhileItIsThere() throws Exception {
        Path ours = Files.createDirectory(folder.resolve("a temporary folder"));
        String told = "-XshowSettings:properties";

        assertThat(orrery(told, Map.of("TMPDIR", ours.toString()), "--version").err())
                .contains("java.io.tmpdir = " + ours);
        assertThat(orrery(told, Map.of("TMPDIR", folder.resolve("gone").toString()), "--version")
                        .err())
                .contains("java.io.tmpdir = ")
                .doesNotContain("gone");
    }

    private void list(String feed) throws IOException {
        Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>P</title></head><body>"
                        + "<outline text=\"A blog\" xmlUrl=\"" + feed + "\"/></body></opml>");
    }

    private static void assertSound(Ended ended) {
        assertThat(ended).as(ended.out() + ended.err()).returns(0, Ended::code).returns("", Ended::err);
        assertThat(ended.out()).doesNotContain("[cds]", "warning");
    }

    private Ended orrery(String flags, String... arguments) throws IOException, InterruptedException {
        return orrery(flags, Map.of(), arguments);
    }

    private Ended orrery(String flags, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Process process = started(flags, environment, arguments);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("stdout")),
                Files.readString(folder.resolve("stderr")));
    }

    private Process started(String flags, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("orrery").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("ORRERY_JAVA_FLAGS", flags);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
