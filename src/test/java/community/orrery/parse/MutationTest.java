package community.orrery.parse;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.Representation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Feeds damaged at random, from a fixed seed: what can be read is read, nothing is invented, nothing is thrown, nothing hangs. */
class MutationTest {

    private static final long SEED = 20_240_615L;
    private static final int DOCUMENTS = 2_000;
    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");
    private static final URI FEED = URI.create("https://feeds.example.org/blog/feed.xml");
    /** Time spent, not time passed: a busy machine is no fault of the parser. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    @DisplayName("survives 2,000 damaged documents, seed " + SEED)
    void survivesDamage() throws IOException {
        Random random = new Random(SEED);
        List<Path> originals = FixtureTest.documents().toList();
        for (int i = 0; i < DOCUMENTS; i++) {
            Path original = originals.get(random.nextInt(originals.size()));
            byte[] damaged = Files.readAllBytes(original);
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                damaged = damage(damaged, random);
            }
            String name = i + " of seed " + SEED + ", from " + original.getFileName();
            long start = CPU.getCurrentThreadCpuTime();
            ParseOutcome outcome = FeedParser.parse(new Representation(FEED, null, null, damaged), NOW);
            assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start))
                    .as(name)
                    .isLessThan(Duration.ofSeconds(2));
            List<Entry> entries = outcome.fold(readable -> readable.feed().entries(), unreadable -> List.of());
            Said said = new Said(Decoder.decode(damaged, null).text());
            assertThat(entries).as(name).hasSizeLessThanOrEqualTo(said.items());
            assertThat(entries).as(name).allSatisfy(MutationTest::isWhole).allSatisfy(said::isSaid);
            assertThat(entries.stream().map(Entry::id).distinct()).as(name).hasSize(entries.size());
        }
    }

    private static void isWhole(Entry entry) {
        assertThat(entry.id().value()).isNotEmpty();
        assertThat(entry.metadata().title()).isNotBlank();
        if (entry.metadata().link() != null) {
            assertThat(entry.metadata().link().getScheme()).isIn("http", "https");
        }
        if (entry.metadata().published() != null) {
            assertThat(entry.metadata().published())
                    .isBetween(Instant.parse("1990-01-01T00:00:00Z"), NOW.plus(Duration.ofDays(1)));
        }
    }

    /** Bytes flipped, cut out, doubled, or moved to the end. */
    private static byte[] damage(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        return switch (random.nextInt(5)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[from] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, to), part, Arrays.copyOfRange(bytes, to, bytes.length));
            case 3 -> Arrays.copyOf(bytes, from);
            default -> joined(bytes, part);
        };
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void staysQuickOnWhatIsMadeToBeSlow() {
        List<String> attacks = List.of(
                "<rss><channel>" + "<item>".repeat(60_000),
                "<rss><channel><item><title>a &nope" + "<guid>1</guid>".repeat(150_000) + "</item></channel>",
                "<rss><channel><item><title>" + "<a>".repeat(40_000) + "</b>".repeat(40_000),
                "<rss " + "a='1' ".repeat(40_000) + "><channel><item/></channel>",
                "<rss><channel><item><title>" + "&".repeat(100_000) + "</title></item></channel></rss>",
                "<rss><channel><item><title>" + "&lt;".repeat(100_000) + "</title></item></channel></rss>",
                "<rss><channel><item><author>" + "a@".repeat(100_000) + "</author></item></channel></rss>",
                "<rss><channel><item><title>" + "<![CDATA[".repeat(40_000),
                "<rss><channel>" + "<item><link>http://x/".repeat(8_000),
                "<".repeat(100_000),
                "<!DOCTYPE rss [" + "<!ENTITY a 'b'>".repeat(50_000),
                "<!DOCTYPE " + "[".repeat(150_000),
                "{\"items\":[" + "{},".repeat(100_000),
                "<!--".repeat(60_000),
                "<rss><channel><item><pubDate>" + "1 ".repeat(60_000) + "</pubDate></item></channel></rss>",
                "<feed xmlns='http://www.w3.org/2005/Atom'>" + "<entry xml:base='a/'><id>1</id></entry>".repeat(8_000)
                        + "</feed>");
        for (String attack : attacks) {
            byte[] body = attack.getBytes(StandardCharsets.UTF_8);
            long start = CPU.getCurrentThreadCpuTime();
            FeedParser.parse(new Representation(FEED, null, null, body), NOW);
            assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start))
                    .as(attack.substring(0, 40))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }
}
