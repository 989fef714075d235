package community.orrery.publish;

import community.orrery.publish.Manifest.Held;
import community.orrery.site.PlannedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Brings an output folder to a plan. Files that differ are first all made and written beside the site, so that a mistake in a
 * template or a full disk leaves the site as it was; then each is moved into its place, new ones first, then what is no longer
 * part of the site is removed. Whenever it is killed, every file is whole, and whatever the front page leads to is there.
 */
public final class Publisher {

    private static final String AS_IT_WAS = "The site is as it was before; mend this and run again.";
    private static final String HALF_WAY =
            "The site is complete, some of its pages are still the earlier ones; mend this and run again.";

    private final Path output;

    public Publisher(Path output) {
        this.output = output;
    }

    /** A file that waits for its turn. @param known whether readers may come upon its address already */
    private record Waiting(PlannedFile file, Path staged, boolean known) {

        /**
         * What is new first, since nothing that is there leads to it yet; then what is to lead there, and of all these the front
         * page last where the site itself is new. Whatever a reader can reach is there at any moment.
         */
        static final Comparator<Waiting> ORDER = Comparator.comparing((Waiting each) -> each.known() || each.isDoor())
                .thenComparing(Waiting::isDoor)
                .thenComparing(each -> each.file().stage());

        private boolean isDoor() {
            return !known && file.path().equals("index.html");
        }
    }

    /** A file that is to be printed. @param ours whether an earlier run noted it. @param there what stands in its place */
    private record Due(PlannedFile file, boolean ours, @Nullable BasicFileAttributes there) {}

    /** What came of it. @param same as what is there. @param staged null: what is there stays */
    private record Printed(long size, boolean same, @Nullable Path staged) {}

    /** What one run knows. */
    private final class Run {

        final OutputFolder folder = new OutputFolder(output);
        final Manifest before;
        final BitSet planned = new BitSet(); // lines of the manifest
        final Map<String, Held> noted = new HashMap<>();
        final List<Waiting> waiting = new ArrayList<>();
        final List<String> kept = new ArrayList<>();
        final List<String> removed = new ArrayList<>();
        int unchanged;

        Run(Manifest before) {
            this.before = before;
        }
    }

    /**
     * @param files in the order in which they are to be printed; new ones and changed ones appear stage by stage
     * @param print makes a file's bytes; asked only for files whose digest differs from the last run's, where they are many by
     *     several threads at once
     * @throws PublishException when the folder cannot be written
     */
    public Published write(List<PlannedFile> files, Function<PlannedFile, byte[]> print) {
        Run run = new Run(manifest());
        try {
            stage(run, files, print);
            bring(run);
        } finally {
            discard(run);
        }
        return new Published(
                run.waiting.stream().map(each -> each.file().path()).toList(), run.unchanged, run.removed, run.kept);
    }

    private void stage(Run run, List<PlannedFile> files, Function<PlannedFile, byte[]> print) {
        try {
            List<Due> due = due(run, files);
            Printed[] printed = new Printed[due.size()];
            Printers.printAll(printed.length, index -> printed[index] = print(run, due.get(index), print));
            for (int index = 0; index < printed.length; index++) {
                take(run, due.get(index), printed[index]);
            }
            run.waiting.sort(Waiting.ORDER); // stable
            claim(run);
        } catch (IOException e) {
            throw PublishException.of(output, e, AS_IT_WAS);
        }
    }

    private void bring(Run run) {
        try {
            for (Waiting each : run.waiting) {
                run.folder.appear(each.staged(), each.file().path());
            }
            removeRest(run);
            finish(run);
        } catch (IOException e) {
            throw PublishException.of(output, e, HALF_WAY);
        }
    }

    /** How many post pages an earlier run left here; 0 when there is no site, or nothing known of it. */
    public int postsHeld() {
        return manifest().count("posts/");
    }

    /**
     * Tells the site that is there from any other, without looking at each of its files; empty when there is none, or no front
     * page.
     */
    public OptionalLong mark() {
        try {
            if (!Files.isRegularFile(output.resolve("index.html"), LinkOption.NOFOLLOW_LINKS)) {
                return OptionalLong.empty();
            }
            byte[] bytes = Manifest.bytes(output);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            return bytes.length == 0 ? OptionalLong.empty() : OptionalLong.of(crc.getValue());
        } catch (IOException e) {
            throw PublishException.of(output.resolve(Manifest.NAME), e, AS_IT_WAS);
        }
    }

    /** Tells one publish from the next, at so little cost that it may be asked every second; empty while one is under way. */
    public Optional<String> settled() {
        try {
            if (Files.exists(output.resolve(OutputFolder.STAGING), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            BasicFileAttributes manifest = Files.readAttributes(
                    output.resolve(Manifest.NAME), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            long modified = manifest.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return Optional.of(Long.toHexString(modified) + "-" + Long.toHexString(manifest.size()) + "-"
                    + Integer.toHexString(Objects.hashCode(manifest.fileKey())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What publishing comes to when nothing is to be done. */
    public Published untouched() {
        try {
            return new Published(List.of(), Manifest.count(output), List.of(), List.of());
        } catch (IOException e) {
            throw PublishException.of(output.resolve(Manifest.NAME), e, AS_IT_WAS);
        }
    }

    private Manifest manifest() {
        try {
            return Manifest.read(output);
        } catch (IOException e) {
            throw PublishException.of(output.resolve(Manifest.NAME), e, AS_IT_WAS);
        }
    }

    /** Files that may differ from what is there. */
    private static List<Due> due(Run run, List<PlannedFile> files) throws IOException {
        List<Due> due = new ArrayList<>();
        for (PlannedFile file : files) {
            String path = file.path();
            if (!Paths.isSound(path)) {
                throw new IllegalArgumentException("not a path below the output folder: " + path);
            }
            int line = run.before.line(path);
            BasicFileAttributes there = run.folder.attributes(path);
            if (line >= 0) {
                run.planned.set(line);
            }
            if (line >= 0 && isAsNoted(run.before, line, file, there)) {
                run.unchanged++;
            } else {
                due.add(new Due(file, line >= 0, there));
            }
        }
        return due;
    }

    /** By any of several threads; feeds, each of which holds fifty texts while it is made, one after another. */
    private static Printed print(Run run, Due due, Function<PlannedFile, byte[]> print) throws IOException {
        if (due.file().stage() != PlannedFile.Stage.FEED) {
            return printed(run, due, print);
        }
        synchronized (run) {
            return printed(run, due, print);
        }
    }

    private static Printed printed(Run run, Due due, Function<PlannedFile, byte[]> print) throws IOException {
        byte[] bytes = print.apply(due.file());
        boolean same = run.folder.holds(due.file().path(), due.there(), bytes);
        boolean theirs = !same && due.there() != null && !due.ours() && run.before.isFound();
        return new Printed(bytes.length, same, same || theirs ? null : run.folder.stage(bytes));
    }

    private static void take(Run run, Due due, Printed printed) {
        String path = due.file().path();
        if (printed.staged() != null) {
            run.waiting.add(new Waiting(due.file(), printed.staged(), due.there() != null));
        } else if (printed.same()) {
            run.unchanged++;
        } else {
            run.kept.add(path);
            return;
        }
        run.noted.put(path, new Held(due.file().digest().toString(), printed.size()));
    }

    private static boolean isAsNoted(
            Manifest manifest, int line, PlannedFile file, @Nullable BasicFileAttributes there) {
        return there != null && there.isRegularFile() && manifest.says(line, file.digest(), there.size());
    }

    /**
     * Notes the files about to appear as ours and as half done, so that a run killed half-way leaves none that nobody answers for,
     * and none that is taken for what it was before.
     */
    private static void claim(Run run) throws IOException {
        Map<String, Held> claimed = new HashMap<>();
        run.waiting.forEach(each -> claimed.put(each.file().path(), Manifest.UNKNOWN));
        if (!claimed.isEmpty()) {
            write(run, run.before.next(claimed, new BitSet()));
        }
    }

    private static void removeRest(Run run) throws IOException {
        for (int line = run.planned.nextClearBit(0);
                line < run.before.lines();
                line = run.planned.nextClearBit(line + 1)) {
            String path = run.before.path(line);
            if (Paths.isSound(path) && run.folder.remove(path)) {
                run.removed.add(path);
            }
        }
    }

    private static void finish(Run run) throws IOException {
        BitSet dropped = new BitSet();
        dropped.set(0, run.before.lines());
        dropped.andNot(run.planned);
        if (!run.before.isFound() || !run.noted.isEmpty() || !dropped.isEmpty()) {
            write(run, run.before.next(run.noted, dropped));
        }
    }

    private static void write(Run run, byte[] manifest) throws IOException {
        if (!run.folder.holds(Manifest.NAME, run.folder.attributes(Manifest.NAME), manifest)) {
            run.folder.appear(run.folder.stage(manifest), Manifest.NAME);
        }
    }

    private static void discard(Run run) {
        try {
            run.folder.discardStaging();
        } catch (IOException e) {
            // The next run tries again; what matters more is on its way to the caller.
        }
    }
}
