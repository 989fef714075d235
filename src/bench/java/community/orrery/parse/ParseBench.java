package community.orrery.parse;

import community.orrery.feed.Representation;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast feeds are read, in documents of 1 MB a second, so the score is MB/s: well-formed RSS and Atom, RSS that must be
 * repaired, and a bare StAX pass over the same bytes to measure them by.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.classpathScope=test -Dmain.class=org.openjdk.jmh.Main -Dexec.args="ParseBench -f 0"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParseBench {

    private static final int BYTES = 1_000_000;
    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");
    private static final XMLInputFactory STAX = XMLInputFactory.newDefaultFactory();

    private byte[] rss = new byte[0];
    private byte[] atom = new byte[0];
    private byte[] broken = new byte[0];

    @Setup
    public void feeds() {
        rss = feed(
                "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Bench</title>",
                "<item><title>Post %d</title><link>https://bench.example.org/%1$d</link><guid isPermaLink=\"false\">%1$d</guid>"
                        + "<pubDate>Tue, 02 Apr 2024 08:30:00 +0000</pubDate><category>hpc</category>"
                        + "<content:encoded><![CDATA[%s]]></content:encoded></item>",
                "</channel></rss>");
        atom = feed(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Bench</title><id>b</id>",
                "<entry><title>Post %d</title><link href=\"https://bench.example.org/%1$d\"/><id>tag:b,%1$d</id>"
                        + "<updated>2024-04-02T08:30:00Z</updated><category term=\"hpc\"/>"
                        + "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">%s</div></content></entry>",
                "</feed>");
        broken = (new String(rss, StandardCharsets.UTF_8).replaceFirst("Bench", "Bench & Co &nbsp;"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Object wellFormedRss() {
        return parse(rss);
    }

    @Benchmark
    public Object wellFormedAtom() {
        return parse(atom);
    }

    @Benchmark
    public Object repairedRss() {
        return parse(broken);
    }

    @Benchmark
    public int bareStaxOverRss() throws XMLStreamException {
        return events(rss);
    }

    @Benchmark
    public int bareStaxOverAtom() throws XMLStreamException {
        return events(atom);
    }

    private static ParseOutcome parse(byte[] body) {
        return FeedParser.parse(
                new Representation(URI.create("https://bench.example.org/feed"), null, null, body), NOW);
    }

    private static int events(byte[] body) throws XMLStreamException {
        XMLStreamReader reader = STAX.createXMLStreamReader(new ByteArrayInputStream(body));
        int events = 0;
        while (reader.hasNext()) {
            events += reader.next();
        }
        return events;
    }

    /** About 1 MB of posts, most of them short, some long, from a fixed seed. */
    private static byte[] feed(String head, String item, String tail) {
        Random random = new Random(7);
        StringBuilder feed = new StringBuilder(head);
        for (int post = 0; feed.length() < BYTES; post++) {
            feed.append(item.formatted(post, text(random, 20 + random.nextInt(80))));
        }
        return feed.append(tail).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Random random, int sentences) {
        String[] words = {
            "scheduler", "node", "fabric", "the", "a", "of", "checkpoint", "naïve", "queue", "we", "ran", "GPU", "and"
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            text.append("<p>");
            for (int word = 0; word < 12; word++) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            text.append(i % 5 == 0 ? "<a href=\"/notes\">more</a> &amp; <code>x = 1;</code>" : "")
                    .append("</p>\n");
        }
        return text.toString();
    }
}
