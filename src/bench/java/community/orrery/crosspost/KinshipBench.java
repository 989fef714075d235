package community.orrery.crosspost;

import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import community.orrery.likeness.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * Finding crossposts among all of a planet's posts: the time should grow with their number, not with its square. Ten years
 * of posts by two hundred members, every fiftieth of them also a team's.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.classpathScope=test -Dmain.class=org.openjdk.jmh.Main -Dexec.args="KinshipBench -f 0"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class KinshipBench {

    private static final long TEN_YEARS = 315_000_000;
    private static final int EVERY = 50;

    @Param({"1000", "10000", "100000"})
    public int posts;

    private List<Print> prints = List.of();
    private List<Wording> wordings = List.of();

    @Setup
    public void write() {
        Random random = new Random(7);
        prints = new ArrayList<>();
        wordings = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            if (i > 0 && i % EVERY == 0) {
                int original = i - 1 - random.nextInt(EVERY - 1);
                Print copied = prints.get(original);
                String title = random.nextBoolean() ? copied.metadata().title() : title(random);
                add("team", title, copied.metadata().published(), wordings.get(original));
            } else {
                Instant published = Instant.ofEpochSecond(1_400_000_000 + (long) (random.nextDouble() * TEN_YEARS));
                add("member" + random.nextInt(200), title(random), published, Wording.of(text(random)));
            }
        }
    }

    private void add(String member, String title, @Nullable Instant published, Wording wording) {
        int key = prints.size();
        prints.add(new Print(
                key,
                member,
                new EntryId("tag:example.org,2025:" + key, EntryId.Kind.GUID),
                new Metadata(
                        null, title, published, null, List.of(), List.of(), null, null, null, List.of(), null, null,
                        null, null),
                wording.simHash(),
                wording.words()));
        wordings.add(wording);
    }

    @Benchmark
    public List<Kinship> find() {
        return KinshipSearch.among(prints, key -> wordings.get((int) key));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 120; word++) {
            // A few words are frequent and most are rare, as in any language.
            text.append(Integer.toString((int) Math.pow(20_000, random.nextDouble()), 36))
                    .append(' ');
        }
        return text.toString();
    }

    private static String title(Random random) {
        return "Notes on " + Integer.toString(random.nextInt(3_000), 36) + " and "
                + Integer.toString(random.nextInt(30), 36);
    }
}
