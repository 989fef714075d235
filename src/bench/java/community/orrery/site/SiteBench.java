package community.orrery.site;

import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Writing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Planning a site, which every run with news does for all of it, and printing one page of each of the kinds that a new post
 * rewrites. Texts are cleaned beforehand: that has a bench of its own.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.classpathScope=test -Dmain.class=org.openjdk.jmh.Main -Dexec.args="SiteBench -f 0"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class SiteBench {

    private static final int POSTS_EACH = 20;

    @Param({"2000", "20000"})
    public int posts;

    private Planet planet = SamplePlanet.planet();
    private List<Writing> writings = List.of();
    private final Map<String, PlannedFile> files = new HashMap<>();
    private Press press = new Press(SamplePlanet.plan(planet, writings), SamplePlanet.TEXTS);
    private String newest = "";

    @Setup
    public void write() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < posts / POSTS_EACH; i++) {
            members.add(SamplePlanet.member("blog-" + i, "Blog number " + i));
        }
        planet = SamplePlanet.planet(members);
        writings = SamplePlanet.writings(members, posts, 1);
        SitePlan plan = SamplePlanet.plan(planet, writings);
        plan.files().forEach(file -> files.put(file.path(), file));
        newest = plan.catalogue().shown().get(0).path();
        press = new Press(plan, SameTexts.of(SamplePlanet.TEXTS, writings.get(0).original()));
    }

    @Benchmark
    public SitePlan plan() {
        return SamplePlanet.plan(planet, writings);
    }

    @Benchmark
    public byte[] postPage() {
        return print(newest);
    }

    @Benchmark
    public byte[] frontPage() {
        return print("index.html");
    }

    @Benchmark
    public byte[] rss() {
        return print("feed.xml");
    }

    @Benchmark
    public byte[] searchShard() {
        return print("search/1.js");
    }

    private byte[] print(String path) {
        PlannedFile file = files.get(path);
        if (file == null) {
            throw new IllegalStateException("no " + path);
        }
        return press.print(file);
    }
}
