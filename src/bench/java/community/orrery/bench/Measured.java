package community.orrery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a process took.
 *
 * @param wall seconds
 * @param cpu seconds of all its threads, in its own code and in the system's
 * @param memory most of it that was resident at once, in MiB
 */
record Measured(double wall, double cpu, long memory) {

    /** Of the clock in which the system counts: USER_HZ, 100 on every Linux. */
    private static final double TICKS = 100;

    /** @throws IllegalStateException when the process says that it failed, with its words */
    static Measured run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path words = Files.createTempFile("orrery-bench", ".txt");
        double before = childrensCpu();
        long start = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        long memory = 0;
        while (process.isAlive()) {
            memory = Math.max(memory, resident(process.pid()));
            Thread.sleep(4);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    command + " ended with " + process.exitValue() + ":\n" + Files.readString(words));
        }
        Files.delete(words);
        return new Measured(wall, childrensCpu() - before, memory);
    }

    /** Of all processes that this one started and that have ended. */
    private static double childrensCpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }

    /** The high-water mark so far; 0 when the process has just ended. */
    private static long resident(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
