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
import java.util.stream.Stream;

/**
 * Measures whole runs: cold, nothing changed, one new post; beside the floors, by turns, so that a busy machine is busy for all
 * of them.
 *
 * <pre>
 * mvn -q -Pbench -DskipTests package exec:java -Dexec.classpathScope=test -Dmain.class=community.orrery.bench.WholeRuns -Dexec.args="100x20"
 * </pre>
 *
 * Arguments: members x posts; then, in any order, {@code rounds=5}, {@code delay=50} (milliseconds before each answer),
 * {@code jvm=-Xmx512m,-XX:+UseSerialGC}, {@code jar=target/orrery.jar} (more than one: compared).
 */
public final class WholeRuns {

    private final Corpus corpus;
    private final Servers servers;
    private final Path folder;
    private final List<String> jvm;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private int news;

    private record Row(Measured measured, int requests, long written) {}

    private WholeRuns(Corpus corpus, Servers servers, Path folder, List<String> jvm) {
        this.corpus = corpus;
        this.servers = servers;
        this.folder = folder;
        this.jvm = jvm;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Corpus corpus = Corpus.parse(arguments[0]);
        int rounds = 3;
        int delay = 0;
        List<String> jvm = new ArrayList<>();
        List<Path> jars = new ArrayList<>();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.substring(0, argument.indexOf('='))) {
                case "rounds" -> rounds = Integer.parseInt(value);
                case "delay" -> delay = Integer.parseInt(value);
                case "jvm" -> jvm.addAll(List.of(value.split(",")));
                case "jar" -> jars.add(Path.of(value));
                default -> throw new IllegalArgumentException(argument);
            }
        }
        if (jars.isEmpty()) {
            jars.add(Path.of("target", "orrery.jar"));
        }
        Path folder = Files.createTempDirectory("orrery-bench");
        try (Servers servers = new Servers(corpus, delay)) {
            new WholeRuns(corpus, servers, folder, jvm).measure(jars, rounds);
        } finally {
            remove(folder);
        }
    }

    private void measure(List<Path> jars, int rounds) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("feeds.opml"), opml());
        floor("floor: bare pipeline, cold", jars.get(0), false, true);
        for (Path jar : jars) {
            planet("cold", jar);
        }
        for (int round = 0; round < rounds; round++) {
            floor("floor: conditional requests", jars.get(0), true, false);
            for (Path jar : jars) {
                planet("nothing changed", jar);
            }
            servers.publish(round % corpus.members(), ++news);
            for (Path jar : jars) {
                planet("one new post", jar);
            }
        }
        print();
    }

    private void planet(String what, Path jar) throws IOException, InterruptedException {
        String name = jar.toString().replaceAll("[^A-Za-z0-9]", "_");
        Path home = Files.createDirectories(folder.resolve(name));
        Path output = home.resolve("output");
        Map<Path, Object> before = files(output);
        Measured measured = java(
                "-jar",
                jar.toString(),
                "update",
                "--feeds=" + folder.resolve("feeds.opml"),
                "--archive=" + home.resolve("archive.db"),
                "--output=" + output,
                "--allow-private-addresses",
                "--force",
                "--quiet");
        Map<Path, Object> after = files(output);
        long written = after.entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .count();
        keep(what + " (" + jar + ")", measured, written);
    }

    private void floor(String what, Path jar, boolean conditional, boolean reading)
            throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        for (int member = 0; member < corpus.members(); member++) {
            lines.append(servers.url(member))
                    .append(' ')
                    .append(conditional ? servers.tag(member) : "-")
                    .append('\n');
        }
        Path addresses = Files.writeString(folder.resolve("addresses"), lines);
        Path written = Files.createDirectories(folder.resolve("floor"));
        List<String> command = new ArrayList<>(List.of(
                "-cp",
                Path.of("target", "test-classes") + File.pathSeparator + jar.resolveSibling("lib") + "/*",
                Floor.class.getName(),
                addresses.toString()));
        if (reading) {
            command.add(written.toString());
        }
        Measured measured = java(command.toArray(String[]::new));
        keep(what, measured, files(written).size());
        remove(written);
    }

    private Measured java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(arguments));
        return Measured.run(command);
    }

    private void keep(String what, Measured measured, long written) {
        rows.computeIfAbsent(what, any -> new ArrayList<>()).add(new Row(measured, servers.takeRequests(), written));
    }

    /** Medians. */
    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%d members x %d posts %s%n| run | wall s | CPU s | peak MiB | requests | files |%n|---|---|---|---|---|---|%n",
                corpus.members(),
                corpus.posts(),
                jvm);
        rows.forEach((what, all) -> {
            all.sort(Comparator.comparingDouble(row -> row.measured().cpu()));
            Row middle = all.get(all.size() / 2);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %d | %d | %d |%n",
                    what,
                    middle.measured().wall(),
                    middle.measured().cpu(),
                    middle.measured().memory(),
                    middle.requests(),
                    middle.written());
        });
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
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
