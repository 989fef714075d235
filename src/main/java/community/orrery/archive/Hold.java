package community.orrery.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one program at a time writes an archive. The lock is the operating system's, so that it ends with the
 * process, however that ends; the file beside the archive only says whose it is.
 */
final class Hold implements AutoCloseable {

    /** Far behind the words in the file, so that others can read them where a lock forbids reading. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    /** Held by this very process: to open and close such a lock's file would give up the lock, where locks are POSIX's. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Hold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Hold on(Path archive) {
        Path file = lockOf(archive);
        if (!OURS.add(file)) {
            throw inUse(archive, us());
        }
        boolean held = false;
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (lock(channel) == null) {
                    throw inUse(archive, holder(file));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(us().getBytes(StandardCharsets.UTF_8)));
                held = true;
                return new Hold(file, channel);
            } finally {
                if (!held) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "The archive " + archive + " cannot be locked through " + file + ": " + e.getMessage()
                            + ". Look at the permissions of that folder and at the room on its disk.",
                    e);
        } finally {
            if (!held) {
                OURS.remove(file);
            }
        }
    }

    private static Path lockOf(Path archive) {
        return archive.toAbsolutePath().normalize().resolveSibling(archive.getFileName() + ".lock");
    }

    private static ArchiveException inUse(Path archive, String holder) {
        return new ArchiveException(
                "The archive " + archive + " is in use by " + holder + ". Wait until that run ends, or stop it.");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(PLACE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // this very process holds it
        }
    }

    private static String us() {
        ProcessHandle process = ProcessHandle.current();
        return "process " + process.pid()
                + process.info()
                        .startInstant()
                        .map(started -> ", which began at " + started.truncatedTo(ChronoUnit.SECONDS))
                        .orElse("");
    }

    private static String holder(Path file) throws IOException {
        String words = Files.readString(file, StandardCharsets.UTF_8).strip();
        return words.isEmpty() ? "another process" : words;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ArchiveException("The archive's lock could not be given back: " + e.getMessage(), e);
        } finally {
            OURS.remove(file);
        }
    }
}
