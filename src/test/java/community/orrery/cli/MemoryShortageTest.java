package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planet that has grown past what Java may take says so, and how to mend it. */
class MemoryShortageTest {

    /** Stands for whatever asks for more memory than there is. */
    private static final InstantSource STARVED = () -> {
        throw new OutOfMemoryError("Java heap space");
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"update", "import"})
    void isToldWithWhatToDo(String command) throws IOException {
        Path list = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version='2.0'><head><title>T</title></head><body>"
                        + "<outline text='A' xmlUrl='https://a.example/f'/></body></opml>");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                STARVED.withZone(ZoneOffset.UTC),
                Map.of());

        int exit = Main.run(
                new String[] {
                    command,
                    "--feeds=" + list,
                    "--archive=" + folder.resolve("archive.db"),
                    command.equals("import") ? "--posts=" + folder : "--output=" + folder.resolve("output")
                },
                around);

        assertThat(exit).isEqualTo(ExitCode.MEND);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "Java heap space",
                        (Runtime.getRuntime().maxMemory() >> 20) + " MB",
                        "ORRERY_JAVA_FLAGS=-Xmx1g");
    }
}
