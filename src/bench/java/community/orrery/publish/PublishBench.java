package community.orrery.publish;

import com.sun.management.OperatingSystemMXBean;
import community.orrery.feed.Member;
import community.orrery.feed.Writing;
import community.orrery.site.PostTexts;
import community.orrery.site.Press;
import community.orrery.site.SameTexts;
import community.orrery.site.SamplePlanet;
import community.orrery.site.SitePlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What publishing costs from nothing, after none, after one new post, with 2,000 and with 20,000 posts: planning, printing and
 * writing. CPU of the whole process, Java's compilers and collector included.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.classpathScope=test -Dmain.class=community.orrery.publish.PublishBench
 * </pre>
 */
public final class PublishBench {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private PublishBench() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("posts\tcase\tCPU ms\twall ms\tfiles written");
        for (int posts : new int[] {2_000, 20_000}) {
            Path output = Files.createTempDirectory("publish-bench");
            List<Member> members = new ArrayList<>();
            for (int i = 0; i < posts / 20; i++) {
                members.add(SamplePlanet.member("blog-" + i, "Blog number " + i));
            }
            List<Writing> writings = new ArrayList<>(SamplePlanet.writings(members, posts, 1));
            measure("from nothing", output, members, writings);
            measure("nothing new", output, members, writings);
            Instant later = writings.get(posts - 1).original().ordered().plusSeconds(60);
            writings.add(new Writing(SamplePlanet.post(posts + 1, "blog-7", later, new Random(1)), List.of()));
            measure("one new post", output, members, writings);
        }
    }

    private static void measure(String name, Path output, List<Member> members, List<Writing> writings) {
        PostTexts texts = SameTexts.of(SamplePlanet.TEXTS, writings.get(0).original());
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(members), writings);
        Published published = new Publisher(output).write(plan.files(), new Press(plan, texts)::print);
        System.out.printf(
                "%d\t%s\t%d\t%d\t%d%n",
                writings.size(),
                name,
                (SYSTEM.getProcessCpuTime() - cpu) / 1_000_000,
                (System.nanoTime() - wall) / 1_000_000,
                published.written().size());
    }
}
