package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.publish.Manifest.Held;
import community.orrery.site.Sum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is noted of a site reads as it was written, sorted, whoever had a hand in it. */
class ManifestTest {

    private static final Sum DIGEST = new Sum(0x0123_4567_89ab_cdefL, 0xf00d_0042);

    @TempDir
    Path output = Path.of("");

    private Manifest read(String text) throws IOException {
        Files.writeString(output.resolve(Manifest.NAME), text);
        return Manifest.read(output);
    }

    private static String next(Manifest manifest, Map<String, Held> noted, int... dropped) {
        BitSet lines = new BitSet();
        for (int line : dropped) {
            lines.set(line);
        }
        return new String(manifest.next(noted, lines), StandardCharsets.UTF_8);
    }

    private static String unchanged(Manifest manifest) {
        return next(manifest, Map.of());
    }

    @Test
    void findsEachFileAndWritesWhatItRead() throws IOException {
        String text = "orrery 1\nab12\t7\tabout.html\n-\t-1\tposts/a/one.html\ncd34\t0\tposts/ä/zwei.html\n";

        Manifest manifest = read(text);

        assertThat(unchanged(manifest)).isEqualTo(text);
        assertThat(manifest.isFound()).isTrue();
        assertThat(manifest.lines()).isEqualTo(3);
        assertThat(manifest.line("about.html")).isZero();
        assertThat(manifest.line("posts/ä/zwei.html")).isEqualTo(2);
        assertThat(manifest.path(2)).isEqualTo("posts/ä/zwei.html");
        assertThat(manifest.line("posts/a/on.html")).isNegative();
        assertThat(manifest.count("posts/")).isEqualTo(2);
        assertThat(Manifest.count(output)).isEqualTo(3);
    }

    @Test
    void saysWhatAFileWasMadeFromAndHowLongItIs() throws IOException {
        Manifest manifest = read("orrery 1\n" + DIGEST + "\t70\ta.html\n-\t-1\tb.html\n");

        assertThat(manifest.says(0, DIGEST, 70)).isTrue();
        assertThat(manifest.says(0, DIGEST, 7)).isFalse();
        assertThat(manifest.says(0, DIGEST, 71)).isFalse();
        assertThat(manifest.says(0, new Sum(DIGEST.high(), DIGEST.low() ^ 1), 70))
                .isFalse();
        assertThat(manifest.says(0, new Sum(DIGEST.high() ^ 1L << 63, DIGEST.low()), 70))
                .isFalse();
        assertThat(manifest.says(1, DIGEST, 70)).isFalse();
    }

    @Test
    void saysNothingOfAFileThatMayBeHalfDone() throws IOException {
        Manifest manifest = read("orrery 1\n" + new String(Manifest.UNKNOWN.line("a"), StandardCharsets.UTF_8));

        assertThat(manifest.says(manifest.line("a"), DIGEST, -1)).isFalse();
    }

    @Test
    void putsNewFilesInTheirPlacesAndLeavesDroppedOnesOut() throws IOException {
        Manifest before = read("orrery 1\na\t1\tb.html\na\t1\td.html\na\t1\tf.html\n");
        Map<String, Held> noted = new HashMap<>();
        for (String path : new String[] {"g.html", "f.html", "e.html", "c.html", "a.html"}) {
            noted.put(path, new Held("z", 2));
        }

        assertThat(next(before, noted, before.line("d.html")))
                .isEqualTo("orrery 1\nz\t2\ta.html\na\t1\tb.html\nz\t2\tc.html\nz\t2\te.html\n"
                        + "z\t2\tf.html\nz\t2\tg.html\n");
    }

    @Test
    void startsFromNothing() throws IOException {
        Manifest none = Manifest.read(output);

        assertThat(none.isFound()).isFalse();
        assertThat(none.line("a")).isNegative();
        assertThat(next(none, Map.of("b", new Held("x", 1), "a", new Held("y", 2))))
                .isEqualTo("orrery 1\ny\t2\ta\nx\t1\tb\n");
    }

    @Test
    void sortsLinesThatSomebodyMovedAndKeepsOneOfTwo() throws IOException {
        Manifest manifest = read("orrery 1\nz\t1\tc\ny\t1\ta\nx\t1\tb\nw\t1\tb\n");

        assertThat(unchanged(manifest)).isEqualTo("orrery 1\ny\t1\ta\nw\t1\tb\nz\t1\tc\n");
        assertThat(manifest.line("c")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\t-", "\t/;", "\t18446744073709551617", "1", "\t1\t1", "\t 1"})
    void believesNoLineThatIsNotWholeOrNotOurs(String rest) throws IOException {
        Manifest manifest = read("orrery 1\n" + DIGEST + "\t1\ta\n" + DIGEST + rest + "\tb\n" + DIGEST + "\t1\tz\n");

        assertThat(manifest.says(manifest.line("a"), DIGEST, 1)).isTrue();
        int broken = manifest.line("b");
        assertThat(broken < 0 || !manifest.says(broken, DIGEST, 1) && !manifest.says(broken, DIGEST, 0))
                .isTrue();
        assertThat(manifest.says(manifest.line("z"), DIGEST, 1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\t1",
                "a\t1\t",
                "a 1 x",
                "",
                "a\t\tx",
                "a\t-\tx",
                "a\t-2\tx",
                "a\t1-\tx",
                "a\t+1\tx",
                "a\t1234567890123456789\tx",
                "a\tx"
            })
    void namesNoFileForALineThatIsNotWhole(String line) throws IOException {
        Manifest manifest = read("orrery 1\n" + line + "\nq\t1\ta\nq\t1\tz\n");

        assertThat(manifest.path(0)).isEmpty();
        assertThat(manifest.line("a")).isEqualTo(1);
        assertThat(manifest.line("z")).isEqualTo(2);
    }

    @Test
    void readsALastLineThatWasNotEnded() throws IOException {
        Manifest manifest = read("orrery 1\nq\t1\ta\n" + DIGEST + "\t2\tb");

        assertThat(manifest.says(manifest.line("b"), DIGEST, 2)).isTrue();
        assertThat(unchanged(manifest)).isEqualTo("orrery 1\nq\t1\ta\n" + DIGEST + "\t2\tb\n");
    }

    /** Against a sorted map. Letters beyond the first 65,536 come later by their bytes, and earlier by Java's own order. */
    @Test
    void isAMapThatIsKeptAsText() throws IOException {
        Random random = new Random(20261121);
        TreeMap<String, Held> expected = new TreeMap<>(
                Comparator.comparing(path -> path.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        List<String> folders = List.of("a", "ä", "\uE000", "\uD83C\uDF0D", "z");
        Manifest manifest = Manifest.read(output);
        for (int publish = 0; publish < 20; publish++) {
            Map<String, Held> noted = new HashMap<>();
            for (int i = 0; i < 200; i++) {
                noted.put(
                        "posts/" + folders.get(random.nextInt(5)) + random.nextInt(6) + "/" + random.nextInt(60)
                                + ".html",
                        new Held("d" + random.nextInt(), random.nextInt(1000)));
            }
            BitSet dropped = new BitSet();
            for (int line = 0; line < manifest.lines(); line++) {
                if (random.nextInt(4) == 0 && !noted.containsKey(manifest.path(line))) {
                    dropped.set(line);
                    expected.remove(manifest.path(line));
                }
            }
            expected.putAll(noted);
            String text = new String(manifest.next(noted, dropped), StandardCharsets.UTF_8);

            StringBuilder lines = new StringBuilder("orrery 1\n");
            expected.forEach((path, held) -> lines.append(held.digest() + '\t' + held.size() + '\t' + path + '\n'));
            assertThat(text).isEqualTo(lines.toString());
            manifest = read(text);
            for (String path : expected.keySet()) {
                assertThat(manifest.path(manifest.line(path))).isEqualTo(path);
            }
        }
    }
}
