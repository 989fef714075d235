package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.feed.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A planet in a folder of its own, run by the packaged program as real processes. */
record Planetarium(Path folder) {

    /** What the folder holds of processes' words. */
    Path log() {
        return folder.resolve("log.txt");
    }

    Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** @param around a command that runs the program's own, as a shell that sets limits does */
    Process start(List<String> around, String... arguments) throws IOException {
        Path jar = Path.of("target/orrery.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn -DskipTests package makes it");
        }
        List<String> command = new ArrayList<>(around);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        command.add("--allow-private-addresses");
        Files.deleteIfExists(log());
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    /** Runs one command to its end, which must be this one, and gives what it said. */
    String run(int exit, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        int code = process.waitFor();
        String said = Files.readString(log());
        if (code != exit) {
            throw new AssertionError("ended with " + code + ": " + said);
        }
        return said;
    }

    /** Every file of the site but the status page, which tells how long answers took. */
    SortedMap<String, String> site() {
        SortedMap<String, String> site = new TreeMap<>(Folder.texts(folder.resolve("output")));
        site.keySet().removeIf(path -> path.startsWith("status.") || path.startsWith(".orrery"));
        return site;
    }

    /** Each post's own id and the page that stands for it. */
    SortedMap<String, String> pages() {
        try (Archive archive = Archive.open(folder.resolve(".orrery/archive.db"))) {
            if (!archive.check().isEmpty()) {
                throw new AssertionError("the archive is damaged: " + archive.check());
            }
            SortedMap<String, String> pages = new TreeMap<>();
            for (Post post : archive.posts()) {
                pages.put(post.member() + " " + post.id(), post.path() + " " + post.ordered());
            }
            return pages;
        }
    }
}
