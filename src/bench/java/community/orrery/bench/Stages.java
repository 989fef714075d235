package community.orrery.bench;

import com.sun.management.ThreadMXBean;
import community.orrery.clean.HtmlCleaner;
import community.orrery.clean.Origin;
import community.orrery.feed.Entry;
import community.orrery.feed.Representation;
import community.orrery.feed.UntrustedHtml;
import community.orrery.parse.FeedParser;
import community.orrery.parse.ParseOutcome.Readable;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jsoup.parser.Parser;

/**
 * How fast a made-up community's feeds are read and their posts cleaned: MB for each second of CPU that the thread took (not
 * of a clock that others slow down), without compiling and collecting, which have threads of their own. The first pass is what
 * a short run gets; the settled one is the best of those after it. Beside it what jsoup's parser takes alone, and what was
 * allocated for each MB.
 *
 * <pre>
 * MAVEN_OPTS=-XX:TieredStopAtLevel=1 mvn -q -Pbench test-compile exec:java -Dexec.classpathScope=test -Dmain.class=community.orrery.bench.Stages -Dexec.args=12x20
 * </pre>
 */
public final class Stages {

    private static final double SETTLED = 6e9;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** An entry's text and what it is cleaned with. */
    private record Text(UntrustedHtml html, Origin origin) {}

    private Stages() {}

    public static void main(String[] arguments) {
        Corpus corpus = SeededCorpus.parse(arguments.length == 0 ? "12x20" : arguments[0]);
        List<Representation> feeds = new ArrayList<>();
        for (int member = 0; member < corpus.members(); member++) {
            URI uri = URI.create("https://blog" + member + ".example/feed.xml");
            feeds.add(new Representation(uri, null, null, corpus.feed(member, 0)));
        }
        System.out.println("| stage | first pass | settled, MB per CPU s | allocated per MB |\n|---|---|---|---|");
        long bytes = feeds.stream().mapToLong(feed -> feed.body().length).sum();
        measure("reading RSS", feeds, bytes, feed -> entries(feed).size());
        List<Text> texts = feeds.stream().flatMap(feed -> texts(feed).stream()).toList();
        long characters =
                texts.stream().mapToLong(text -> text.html().markup().length()).sum();
        measure("cleaning", texts, characters, text -> HtmlCleaner.clean(text.html(), text.origin())
                .words());
        measure("jsoup's parser alone", texts, characters, text -> Parser.parseBodyFragment(
                        text.html().markup(), "")
                .childNodeSize());
    }

    private static List<Entry> entries(Representation feed) {
        return FeedParser.parse(feed, Instant.parse("2026-06-01T00:00:00Z")) instanceof Readable readable
                ? readable.feed().entries()
                : List.of();
    }

    private static List<Text> texts(Representation feed) {
        List<Text> texts = new ArrayList<>();
        for (Entry entry : entries(feed)) {
            if (entry.content() != null) {
                texts.add(new Text(entry.content(), new Origin(entry.metadata().link(), feed.uri())));
            }
        }
        return texts;
    }

    private static <T> void measure(String stage, List<T> all, long size, ToIntFunction<T> work) {
        double first = 0;
        double best = 0;
        double allocated = 0;
        long sum = 0;
        for (double spent = 0; spent < SETTLED; ) {
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long begun = THREADS.getCurrentThreadCpuTime();
            for (T one : all) {
                sum += work.applyAsInt(one);
            }
            double took = THREADS.getCurrentThreadCpuTime() - begun;
            allocated = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / (double) size;
            spent += took;
            double rate = size * 1e3 / took;
            first = first == 0 ? rate : first;
            best = Math.max(best, rate);
        }
        if (sum == 0) {
            throw new IllegalStateException(stage + " found nothing to do");
        }
        System.out.printf("| %s | %.0f | %.0f | %.1f |%n", stage, first, best, allocated);
    }
}
