package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.archive.Confidential;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the archive in a form that any program can read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write all that the archive holds as JSON lines, one object a line: each feed's state, each post with the entry as"
                    + " its author published it, hidden and withdrawn ones too, and which posts are one writing.",
            "“orrery import” reads it back into an empty archive, and nothing is lost. Asks no feed and changes nothing; may"
                    + " be used while the planet runs.",
            "Nothing is lost: addresses of feeds that open with a password hold that password here, too. FILE is made for"
                    + " its owner's eyes alone; one that exists keeps its permissions."
        })
final class ExportCommand implements Callable<Integer> {

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "What the planet remembers; never changed (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Where to write; an earlier export is replaced, nothing else. Without it: standard output.")
    private @Nullable Path file;

    private final Surroundings around;

    ExportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try {
            try (Archive copy = ArchiveCopy.of(archive)) {
                if (file == null) {
                    copy.export(around.out());
                    around.out().flush();
                } else {
                    write(copy, file);
                }
            }
            if (around.out().checkError()) {
                throw new Unmended("The export could not be written whole: nobody reads standard output any more.");
            }
            return ExitCode.DONE;
        } catch (Unmended | ArchiveException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    private static boolean isEmpty(Path file) throws Unmended {
        try {
            return Files.size(file) == 0;
        } catch (IOException e) {
            throw new Unmended(file + ": cannot be looked at (" + Unmended.why(e) + "). Check its permissions.");
        }
    }

    /** Whole or not at all. */
    static void write(Archive held, Path file) throws Unmended {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Unmended(
                    file + ": is no file that could be replaced. Name another, or none for standard output.");
        }
        if (Files.exists(file) && !isEmpty(file) && !ArchiveImport.fits(file)) {
            throw new Unmended(
                    file + ": is no export of an archive and would be replaced by one. FILE is where to write;"
                            + " what is written out is named by --archive. Name a file that does not exist yet.");
        }
        try {
            replace(file, held);
        } catch (UncheckedIOException e) {
            throw unwritable(file, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Unmended unwritable(Path file, IOException e) {
        return new Unmended(file + ": cannot be written (" + Unmended.why(e)
                + "). Check the permissions of its folder and the room on its disk.");
    }

    private static void replace(Path file, Archive held) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try {
            Confidential.begin(beside, file);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                held.export(out);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside); // on a full disk, half an export would be in its own way
        }
    }
}
