package community.orrery.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Measures whole runs of the packaged program, as its script starts it: cold, nothing changed, one new post; beside the floors,
 * by turns, so that a busy machine is busy for all of them. Prints medians, column by column.
 *
 * <pre>
 * mvn -q -Pbench -DskipTests package exec:java -Dexec.classpathScope=test -Dmain.class=community.orrery.bench.WholeRuns -Dexec.args="100x20"
 * </pre>
 *
 * Arguments, in any order: {@code 100x20} (members x posts of made-up text) or {@code feeds=DIR} (each file a member's feed);
 * two sizes are measured by turns; where their members differ, what one more member costs follows. {@code rounds=5} of quiet runs and of runs with news;
 * {@code cold=1} of cold ones, 0 to have none in the table; {@code floors=0} to leave the floors out;
 * {@code news=0} to leave out the runs with a new post;
 * {@code delay=50} (milliseconds before each answer); {@code jvm=-Xmx512m,-XX:+UseSerialGC} (flags of every Java it starts,
 * besides the script's own); {@code jar=target/orrery.jar} (more than one: compared; each with the script beside it, if any).
 */
public final class WholeRuns {

    /** As the script's own, so that the floors run under the same. */
    private static final List<String> FLAGS =
            List.of("-Xms48m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:MaxNewSize=96m", "-XX:TieredStopAtLevel=1");

    private final Corpus corpus;
    private final Servers servers;
    private final Path folder;
    private final Plan plan;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    /** What is measured, and how often. */
    private record Plan(
            int rounds, int cold, boolean withFloors, boolean withNews, int delay, List<String> jvm, List<Path> jars) {}

    private record Row(Measured measured, int requests, long written) {}

    private WholeRuns(Corpus corpus, Plan plan) throws IOException {
        this.corpus = corpus;
        this.servers = new Servers(corpus, plan.delay());
        this.folder = Files.createTempDirectory("orrery-bench");
        this.plan = plan;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Corpus> corpora = new ArrayList<>();
        int rounds = 5;
        int cold = 1;
        boolean withFloors = true;
        boolean withNews = true;
        int delay = 0;
        List<String> jvm = new ArrayList<>();
        List<Path> jars = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String value = argument.substring(equals + 1);
            switch (equals < 0 ? "" : argument.substring(0, equals)) {
                case "" -> corpora.add(SeededCorpus.parse(value));
                case "feeds" -> corpora.add(FolderCorpus.of(Path.of(value)));
                case "rounds" -> rounds = Integer.parseInt(value);
                case "cold" -> cold = Integer.parseInt(value);
                case "floors" -> withFloors = Integer.parseInt(value) > 0;
                case "news" -> withNews = Integer.parseInt(value) > 0;
                case "delay" -> delay = Integer.parseInt(value);
                case "jvm" -> jvm.addAll(List.of(value.split(",")));
                case "jar" -> jars.add(Path.of(value));
                default -> throw new IllegalArgumentException(argument);
            }
        }
        if (jars.isEmpty()) {
            jars.add(Path.of("target", "orrery.jar"));
        }
        measure(corpora, new Plan(rounds, cold, withFloors, withNews, delay, jvm, jars));
    }

    private static void measure(List<Corpus> corpora, Plan plan) throws IOException, InterruptedException {
        List<WholeRuns> all = new ArrayList<>();
        try {
            for (Corpus corpus : corpora) {
                WholeRuns runs = new WholeRuns(corpus, plan);
                all.add(runs);
                runs.begin();
            }
            for (int round = 0; round < plan.rounds(); round++) {
                for (WholeRuns runs : all) {
                    runs.goOn(round);
                }
            }
            all.forEach(WholeRuns::print);
            if (all.size() > 1) {
                printSlope(all.get(0), all.get(all.size() - 1));
            }
        } finally {
            for (WholeRuns runs : all) {
                runs.servers.close();
                remove(runs.folder);
            }
        }
    }

    /** Cold runs, the last of which leaves each planet as the others find it. */
    private void begin() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("feeds.opml"), opml());
        for (Path jar : plan.jars()) {
            layOut(jar);
            if (plan.cold() == 0) {
                planet("before", jar);
            }
        }
        rows.clear();
        servers.takeRequests();
        for (int round = 0; round < plan.cold(); round++) {
            floor("floor: bare pipeline, cold", member -> false, true);
            for (Path jar : plan.jars()) {
                remove(home(jar));
                planet("cold", jar);
            }
        }
    }

    /** The script's first run leaves a file that the later ones start from. */
    private void layOut(Path jar) throws IOException, InterruptedException {
        List<String> demo = started(jar);
        demo.addAll(List.of("demo", "--output", folder.resolve("demo").toString()));
        Measured.run(demo, Map.of());
    }

    private void goOn(int round) throws IOException, InterruptedException {
        floor("floor: conditional requests", member -> true, false);
        for (Path jar : plan.jars()) {
            planet("nothing changed", jar);
        }
        if (plan.withNews()) {
            int writer = round % corpus.members();
            servers.publish(writer, 1 + round / corpus.members()); // one more than it had
            floor("floor: conditional requests, one feed read", member -> member != writer, true);
            for (Path jar : plan.jars()) {
                planet("one new post", jar);
            }
        }
    }

    private Path home(Path jar) {
        return folder.resolve(jar.toString().replaceAll("[^A-Za-z0-9]", "_"));
    }

    private void planet(String what, Path jar) throws IOException, InterruptedException {
        Path home = Files.createDirectories(home(jar));
        Path output = home.resolve("output");
        Map<Path, Object> before = files(output);
        List<String> command = started(jar);
        command.addAll(List.of(
                "update",
                "--feeds=" + folder.resolve("feeds.opml"),
                "--archive=" + home.resolve("archive.db"),
                "--output=" + output,
                "--allow-private-addresses",
                "--force",
                "--quiet"));
        Measured measured = Measured.run(command, Map.of("ORRERY_JAVA_FLAGS", String.join(" ", plan.jvm())));
        Map<Path, Object> after = files(output);
        long written = after.entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .count();
        keep(what + " (" + jar + ")", measured, written);
    }

    /** @param held members whose feeds are asked conditionally; the others answer whole */
    private void floor(String what, IntPredicate held, boolean reading) throws IOException, InterruptedException {
        if (!plan.withFloors()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (int member = 0; member < corpus.members(); member++) {
            lines.append(servers.url(member))
                    .append(' ')
                    .append(held.test(member) ? servers.tag(member) : "-")
                    .append('\n');
        }
        Path addresses = Files.writeString(folder.resolve("addresses"), lines);
        Path written = Files.createDirectories(folder.resolve("floor"));
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                String.join(
                        File.pathSeparator,
                        Path.of("target", "test-classes").toString(),
                        plan.jars().get(0).resolveSibling("lib") + "/*"),
                Floor.class.getName(),
                addresses.toString()));
        if (reading) {
            command.add(written.toString());
        }
        command.addAll(0, java());
        Measured measured = Measured.run(command, Map.of());
        keep(what, measured, files(written).size());
        remove(written);
    }

    /** The script beside the jar, if there is one. */
    private List<String> started(Path jar) {
        Path script = jar.resolveSibling("orrery");
        List<String> command = new ArrayList<>();
        if (Files.exists(script)) {
            command.addAll(List.of("sh", script.toString()));
        } else {
            command.addAll(java());
            command.addAll(List.of("-jar", jar.toString()));
        }
        return command;
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(plan.jvm());
        return command;
    }

    private void keep(String what, Measured measured, long written) {
        rows.computeIfAbsent(what, any -> new ArrayList<>()).add(new Row(measured, servers.takeRequests(), written));
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%n%s, rounds: %d, Java %s %s%n| run | wall s | CPU s | peak MiB | requests | files |%n|---|---|---|---|---|---|%n",
                corpus,
                plan.rounds(),
                System.getProperty("java.version"),
                plan.jvm());
        rows.forEach((what, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.0f | %.0f | %.0f |%n",
                what,
                median(all, row -> row.measured().wall()),
                median(all, row -> row.measured().cpu()),
                median(all, row -> row.measured().memory()),
                median(all, Row::requests),
                median(all, Row::written)));
    }

    private static void printSlope(WholeRuns few, WholeRuns many) {
        int more = many.corpus.members() - few.corpus.members();
        if (more == 0) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%nFrom %s to %s%n| run | CPU ms for one more member |%n|---|---|%n",
                few.corpus,
                many.corpus);
        many.rows.forEach((what, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f |%n",
                what,
                1000
                        * (median(all, row -> row.measured().cpu())
                                - median(few.rows.getOrDefault(what, all), row -> row.measured()
                                        .cpu()))
                        / more));
    }

    private static double median(List<Row> rows, ToDoubleFunction<Row> column) {
        double[] values = rows.stream().mapToDouble(column).sorted().toArray();
        return values[values.length / 2];
    }

    private String opml() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">"
                + "<head><title>Bench</title></head><body>\n");
        for (int member = 0; member < corpus.members(); member++) {
            out.append("<outline text=\"Blog ")
                    .append(member)
                    .append("\" xmlUrl=\"")
                    .append(servers.url(member))
                    .append("\"/>\n");
        }
        return out.append("</body></opml>\n").toString();
    }

    /** Every file and what tells whether it was written since: its number on the disk and its time. */
    private static Map<Path, Object> files(Path folder) throws IOException {
        Map<Path, Object> files = new HashMap<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) tree::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    files.put(file, List.of(String.valueOf(attributes.fileKey()), attributes.lastModifiedTime()));
                }
            }
        }
        return files;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
