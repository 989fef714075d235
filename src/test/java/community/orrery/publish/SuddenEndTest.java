package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Writing;
import community.orrery.site.PlannedFile;
import community.orrery.site.Press;
import community.orrery.site.SamplePlanet;
import community.orrery.site.SitePlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a run ends without having been asked: killed, or out of room. */
class SuddenEndTest {

    /** Run in a process of its own: publishes more and more posts, members and tags, and takes some back, until it is killed. */
    public static final class Endless {

        private Endless() {}

        public static void main(String[] arguments) {
            Path output = Path.of(arguments[0]);
            int step = Integer.parseInt(arguments[1]);
            for (int posts = step; posts < 10_000; posts += step) {
                publish(output, posts);
                System.out.println(posts);
            }
        }
    }

    private static SitePlan plan(int posts) {
        List<Member> members = new ArrayList<>(SamplePlanet.members());
        for (int member = 0; member < posts / 6; member++) {
            members.add(SamplePlanet.member("new-" + member, "Newcomer " + member));
        }
        List<Writing> writings = new ArrayList<>();
        for (Writing writing : SamplePlanet.writings(members, posts, 1)) {
            Post post = SamplePlanet.tagged(
                    writing.original(), List.of("HPC", "of " + posts, "tag " + writings.size() / 2));
            boolean takenBack = post.key() % 7 == posts % 7;
            writings.add(new Writing(takenBack ? SamplePlanet.with(post, Standing.WITHDRAWN) : post, List.of()));
        }
        writings.removeIf(writing -> writing.original().key() % 5 == posts % 5);
        return SamplePlanet.plan(SamplePlanet.planet(members), writings);
    }

    private static Published publish(Path output, int posts) {
        SitePlan plan = plan(posts);
        return new Publisher(output).write(plan.files(), new Press(plan, SamplePlanet.SHORT_TEXTS)::print);
    }

    private static ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Endless.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    @Test
    void leavesACompleteSiteWheneverItIsKilled(@TempDir Path output) throws Exception {
        for (int delay : new int[] {20, 270, 520, 770}) {
            Process process = java(output.toString(), "3").start();
            assertThat(process.getInputStream().read()).as("published once").isPositive();
            process.waitFor(delay, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            assertThat(output.resolve("index.html")).exists();
            assertThat(new WholeSite("https://planet.example/blogs/").faults(output))
                    .as("killed %d ms after a site was there", delay)
                    .isEmpty();
        }
        publish(output, 20);

        assertThat(contents(output)).isEqualTo(fromNothing(plan(20)));
        assertThat(output.resolve(OutputFolder.STAGING)).doesNotExist();
    }

    /** A limit on file sizes stands in for a disk without room: both end a write half-way. */
    @Test
    void leavesTheSiteAsItWasWhenTheDiskIsFull(@TempDir Path output) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell that can set limits");
        publish(output, 6);
        Map<String, String> before = contents(output);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 24; exec \"$@\"", "sh"));
        command.addAll(java(output.toString(), "90").command());

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isNotZero();
        assertThat(said).contains("PublishException").contains("The site is as it was before");
        assertThat(contents(output)).isEqualTo(before);
    }

    private static Map<String, String> fromNothing(SitePlan plan) {
        Press press = new Press(plan, SamplePlanet.SHORT_TEXTS);
        Map<String, String> files = new TreeMap<>();
        for (PlannedFile file : plan.files()) {
            files.put(file.path(), new String(press.print(file), StandardCharsets.ISO_8859_1));
        }
        return files;
    }

    private static Map<String, String> contents(Path output) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = output.relativize(file).toString();
                if (!path.startsWith(".orrery")) {
                    contents.put(path, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }
}
