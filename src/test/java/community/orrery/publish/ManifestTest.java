package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.publish.Manifest.Held;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is noted of a site reads as it was written, sorted, whoever had a hand in it. */
class ManifestTest {

    @TempDir
    Path output = Path.of("");

    private Manifest read(String text) throws IOException {
        Files.writeString(output.resolve(Manifest.NAME), text);
        return Manifest.read(output);
    }

    private static String written(Manifest manifest) {
        return new String(manifest.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesWhatItRead() throws IOException {
        String text = "orrery 1\nab12\t7\tabout.html\n-\t-1\tposts/a/one.html\ncd34\t0\tposts/a/two.html\n";

        Manifest manifest = read(text);

        assertThat(written(manifest)).isEqualTo(text);
        assertThat(manifest.held("about.html")).isEqualTo(new Held("ab12", 7));
        assertThat(manifest.held("posts/a/one.html")).isEqualTo(Manifest.UNKNOWN);
        assertThat(manifest.isFound()).isTrue();
    }

    @Test
    void putsNewFilesInTheirPlacesAndLeavesRemovedOnesOut() throws IOException {
        Manifest before = read("orrery 1\na\t1\tb.html\na\t1\td.html\na\t1\tf.html\n");
        Map<String, Held> after = new LinkedHashMap<>();
        for (String path : new String[] {"g.html", "f.html", "e.html", "b.html", "c.html", "a.html"}) {
            after.put(path, new Held("z", 2));
        }

        assertThat(before.next(after).files().keySet())
                .containsExactly("a.html", "b.html", "c.html", "e.html", "f.html", "g.html");
        assertThat(before.next(after).held("b.html")).isEqualTo(new Held("z", 2));
    }

    @Test
    void startsFromNothing() throws IOException {
        Manifest none = Manifest.read(output);

        assertThat(none.isFound()).isFalse();
        assertThat(written(none.next(Map.of("b", new Held("x", 1), "a", new Held("y", 2)))))
                .isEqualTo("orrery 1\ny\t2\ta\nx\t1\tb\n");
    }

    @Test
    void sortsLinesThatSomebodyMoved() throws IOException {
        assertThat(written(read("orrery 1\nz\t1\tc\ny\t1\ta\nx\t1\tb\n")))
                .isEqualTo("orrery 1\ny\t1\ta\nx\t1\tb\nz\t1\tc\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\t\tx",
                "a\t-\tx",
                "a\t1-\tx",
                "a\t+1\tx",
                "a\t1234567890123456789\tx",
                "a\t1",
                "a\t1\t",
                "a 1 x",
                "",
                "a\t1\t/x",
                "a\t1\tx/",
                "a\t1\tx//y",
                "a\t1\tx/../y",
                "a\t1\t.x",
                "a\t1\tx\ty",
                "a\t1\tx:y",
                "a\t1\tx\\y",
                "a\t1\tx\r"
            })
    void passesOverALineThatNamesNoFileOfASite(String line) throws IOException {
        Manifest manifest = read("orrery 1\nq\t1\ta\n" + line + "\nq\t1\tz\n");

        assertThat(manifest.files().keySet()).containsExactly("a", "z");
    }

    @Test
    void readsALastLineThatWasNotEnded() throws IOException {
        assertThat(read("orrery 1\nq\t1\ta\nq\t2\tb").held("b")).isEqualTo(new Held("q", 2));
    }
}
