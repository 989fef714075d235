package community.orrery.clean;

import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * How fast posts are cleaned, in batches of 1 million characters a second, so the score is MB/s: ours (which also yields the
 * words, the excerpt and the lead image), jsoup's own Cleaner with its relaxed list and made to write compactly, and bare
 * parsing, which both begin with.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.classpathScope=test -Dmain.class=org.openjdk.jmh.Main -Dexec.args="CleanBench -f 0"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CleanBench {

    private static final int CHARACTERS = 1_000_000;
    private static final URI POST = URI.create("https://bench.example.org/2024/post/");
    private static final Origin ORIGIN = new Origin(POST, URI.create("https://bench.example.org/feed.xml"));
    private static final String[] WORDS = {
        "scheduler", "node", "fabric", "the", "a", "of", "checkpoint", "naïve", "queue", "we", "ran", "GPU", "and", "it"
    };

    private List<String> posts = List.of();

    @Setup
    public void write() {
        Random random = new Random(7);
        posts = new ArrayList<>();
        for (int written = 0; written < CHARACTERS; ) {
            String post = post(random);
            posts.add(post.substring(0, Math.min(post.length(), CHARACTERS - written)));
            written += post.length();
        }
    }

    @Benchmark
    public void ours(Blackhole hole) {
        for (String post : posts) {
            hole.consume(HtmlCleaner.clean(new UntrustedHtml(post, POST), ORIGIN));
        }
    }

    @Benchmark
    public void jsoupsOwnCleaner(Blackhole hole) {
        Safelist relaxed = Safelist.relaxed();
        Document.OutputSettings compact = new Document.OutputSettings().prettyPrint(false);
        for (String post : posts) {
            hole.consume(Jsoup.clean(post, POST.toString(), relaxed, compact));
        }
    }

    @Benchmark
    public void bareParsing(Blackhole hole) {
        for (String post : posts) {
            hole.consume(Parser.parseBodyFragment(post, ""));
        }
    }

    /** Paragraphs with links and emphasis, and now and then a heading, a list, code with colours, a figure or a table. */
    private static String post(Random random) {
        StringBuilder post = new StringBuilder();
        int parts = 8 + random.nextInt(40);
        for (int part = 0; part < parts; part++) {
            switch (random.nextInt(12)) {
                case 0 -> post.append("<h2 id=\"part-%d\">%s</h2>\n".formatted(part, text(random, 4)));
                case 1 ->
                    post.append("<ul>\n<li>%s</li>\n<li>%s</li>\n</ul>\n".formatted(text(random, 9), text(random, 7)));
                case 2 -> post.append(code(random));
                case 3 ->
                    post.append(
                            "<figure class=\"wp-block-image\"><img src=\"/img/%d.png\" width=\"800\" height=\"450\" srcset=\"/img/%1$d-2x.png 2x\" alt=\"%s\"><figcaption>%s</figcaption></figure>\n"
                                    .formatted(part, text(random, 5), text(random, 8)));
                case 4 ->
                    post.append(
                            "<table><thead><tr><th>Nodes</th><th style=\"text-align:right\">Seconds</th></tr></thead><tbody><tr><td>%d</td><td>%d</td></tr></tbody></table>\n"
                                    .formatted(random.nextInt(512), random.nextInt(900)));
                default ->
                    post.append(
                            "<p>%s <a href=\"https://elsewhere.example/%d?utm_source=rss\">%s</a> %s <em>%s</em> &amp; <code>x = %2$d;</code> %s.</p>\n"
                                    .formatted(
                                            text(random, 18),
                                            part,
                                            text(random, 3),
                                            text(random, 15),
                                            text(random, 2),
                                            text(random, 20)));
            }
        }
        return post.toString();
    }

    private static String code(Random random) {
        StringBuilder code = new StringBuilder("<div class=\"highlight\"><pre><code class=\"language-c\">");
        for (int line = 3 + random.nextInt(10); line > 0; line--) {
            code.append(
                    "<span class=\"kt\">int</span> <span class=\"n\">%s</span> <span class=\"o\">=</span> a &lt; b;\n"
                            .formatted(text(random, 1)));
        }
        return code.append("</code></pre></div>\n").toString();
    }

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < words; word++) {
            text.append(word == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
