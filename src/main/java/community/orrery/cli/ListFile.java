package community.orrery.cli;

import community.orrery.archive.Confidential;
import community.orrery.opml.ListOutcome;
import community.orrery.opml.ListText;
import community.orrery.opml.Mistake;
import community.orrery.opml.OpmlReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** The list on the disk, to be edited: what it holds now, and a safe way to put an edited text in its place. */
final class ListFile {

    /** What a list holds that is not there yet. */
    private static final byte[] NOTHING = {};

    private final Path named;
    private final Path file;
    private final byte[] bytes;
    private final ListText text;

    private ListFile(Path named, Path file, byte[] bytes, ListText text) {
        this.named = named;
        this.file = file;
        this.bytes = bytes;
        this.text = text;
    }

    /** @throws Unmended when there is no such file, or what it holds is no text */
    static ListFile read(Path named) throws Unmended {
        byte[] bytes = FeedList.bytes(named);
        ListText text = ListText.of(bytes).orElse(null);
        if (text == null) {
            throw new Unmended(inWords(mistakes(bytes, named)) + "Nothing was changed.");
        }
        try {
            // Where the list is a link, the file it leads to is replaced, and the link stays.
            return new ListFile(named, named.toRealPath(), bytes, text);
        } catch (IOException e) {
            throw unreadable(named, e);
        }
    }

    /** A list that is yet to be written; its text is empty. */
    static ListFile begin(Path named) {
        ListText text = new ListText("", StandardCharsets.UTF_8, false);
        return new ListFile(named, named.toAbsolutePath(), NOTHING, text);
    }

    String text() {
        return text.text();
    }

    /**
     * Puts an edited text in place of the list: beside it first, then moved, so that whoever reads it, and whenever the
     * machine stops, finds the old list or the new one whole. Permissions stay.
     *
     * @throws Unmended when that cannot be done, or the file has changed since it was read; the list is then as it was
     */
    void replace(String edited) throws Unmended {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            write(beside, text.with(edited).bytes());
            if (!Arrays.equals(bytes, Files.exists(file) ? Files.readAllBytes(file) : NOTHING)) {
                Files.delete(beside);
                throw new Unmended(named + ": somebody else changed it meanwhile. Nothing was written; run again.");
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(beside, e);
            throw new Unmended(named + ": cannot be written (" + Unmended.why(e)
                    + "). Check the permissions of the file and of its"
                    + " folder, and the room on its disk. Nothing was changed.");
        }
    }

    private void write(Path beside, byte[] content) throws IOException {
        // An edit of our own that was cut short may have left one.
        Files.deleteIfExists(beside);
        // A list that its operator made read-only is not to be replaced through its folder.
        boolean begun = !Files.exists(file);
        if (!begun && !Files.isWritable(file)) {
            throw new java.nio.file.AccessDeniedException(file.toString());
        }
        if (begun) {
            Files.createFile(beside);
        } else {
            Confidential.begin(beside, file); // first: some addresses open with a password
        }
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void discard(Path beside, IOException because) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** What an edited text would still have, or newly have, to be mended. */
    List<Mistake> mistakes(String edited) {
        return mistakes(text.with(edited).bytes(), named);
    }

    private static List<Mistake> mistakes(byte[] list, Path name) {
        return OpmlReader.read(list, name.toString()).fold(planet -> List.of(), mistakes -> List.copyOf(mistakes));
    }

    /** One line each. */
    static String inWords(List<Mistake> mistakes) {
        StringBuilder all = new StringBuilder();
        mistakes.forEach(mistake -> all.append(mistake).append(System.lineSeparator()));
        return all.toString();
    }

    /** The list as a planet, when its text is sound. */
    static ListOutcome outcome(String text) {
        return OpmlReader.read(text, "the list");
    }

    private static Unmended unreadable(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? new Unmended(file + ": there is no such file.")
                : new Unmended(file + ": cannot be read (" + Unmended.why(e) + "). Check its path and permissions.");
    }
}
