package community.orrery.cli;

import community.orrery.feed.Planet;
import community.orrery.opml.ListOutcome;
import community.orrery.opml.OpmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The list of members as a file. */
final class FeedList {

    /** A list of ten thousand members is a tenth of this. */
    private static final long MOST_BYTES = 32L << 20;

    private FeedList() {}

    /**
     * Reads the list.
     *
     * @throws Unmended when it cannot be read, or holds mistakes: with all of them, each with its line and remedy
     */
    static Planet read(Path file) throws Unmended {
        return parse(bytes(file), file);
    }

    /** @throws Unmended when the bytes hold mistakes */
    static Planet parse(byte[] bytes, Path file) throws Unmended {
        ListOutcome outcome = OpmlReader.read(bytes, file.toString());
        if (outcome instanceof ListOutcome.Mistaken mistaken) {
            StringBuilder all = new StringBuilder();
            mistaken.mistakes().forEach(mistake -> all.append(mistake).append(System.lineSeparator()));
            throw new Unmended(all + (mistaken.mistakes().size() == 1 ? "Mend this" : "Mend these")
                    + " and run again. Nothing was asked and nothing was written.");
        }
        return ((ListOutcome.Listed) outcome).planet();
    }

    /** @throws Unmended when there is no such file, or it cannot be read or be a list */
    static byte[] bytes(Path file) throws Unmended {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Unmended(file + ": is over " + (MOST_BYTES >> 20) + " MiB, too large for a list. Is it the"
                        + " right file?");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Unmended(
                    file + ": there is no such file. Run this in the folder that holds your feeds.opml, or name"
                            + " it with --feeds FILE.");
        } catch (IOException e) {
            throw new Unmended(file + ": cannot be read (" + e.getMessage() + "). Check its path and permissions.");
        }
    }
}
