package community.orrery.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a run leaves beside the archive while it is at work, so that a preview can show how far it is. It is there for show: a
 * note that cannot be written is left unwritten, and one that a killed run left behind is soon too old to be believed.
 */
public final class RunNote implements AutoCloseable {

    /** No visit takes as long: {@code planet:callTimeout} is ten minutes at most. */
    private static final Duration BELIEVED_FOR = Duration.ofMinutes(15);

    private static final long LARGEST = 4096;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int LONGEST_NAME = 200;

    private final @Nullable Path file;
    private final Instant begun;
    private final int active;
    private int asked;
    private long written;

    private RunNote(@Nullable Path file, int active, Instant begun) {
        this.file = file;
        this.active = active;
        this.begun = begun;
        write("");
    }

    /**
     * To be called by whoever holds the archive, and closed with the run.
     *
     * @param active how many feeds the run may ask
     */
    public static RunNote beside(Path archive, int active, Clock clock) {
        return new RunNote(fileBeside(archive), active, clock.instant());
    }

    /** Of a run that is to leave no trace. */
    public static RunNote none() {
        return new RunNote(null, 0, Instant.EPOCH);
    }

    /** One more feed's visit has ended. The file is written at most four times a second. */
    public synchronized void asked(String member) {
        asked++;
        if (System.nanoTime() - written >= PAUSE_NANOS || asked == active) {
            write(member);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It grows too old by itself.
        }
    }

    /** The note of the run at work, as a JSON object; {@code null}, as JSON says it, when there is none. */
    static String read(Path archive, Instant now) {
        Path file = fileBeside(archive);
        try {
            Instant touched =
                    Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            boolean fresh = Duration.between(touched, now).compareTo(BELIEVED_FOR) < 0;
            return fresh && Files.size(file) <= LARGEST ? json(Files.readString(file)) : "null";
        } catch (IOException e) {
            return "null";
        }
    }

    private static Path fileBeside(Path archive) {
        return archive.resolveSibling(archive.getFileName() + ".run");
    }

    private void write(String last) {
        if (file == null) {
            return;
        }
        written = System.nanoTime();
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            // In plain lines: what writes JSON takes a quiet run longer to load than its feeds to be asked.
            Files.writeString(beside, begun + "\n" + asked + "\n" + active + "\n" + shortened(last) + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // A run that fetches and publishes is worth more than its note.
        }
    }

    private static String shortened(String last) {
        String line = last.replace('\n', ' ');
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) : line;
    }

    private static String json(String note) throws IOException {
        String[] lines = note.split("\n", -1);
        if (lines.length < 4) {
            return "null";
        }
        StringWriter out = new StringWriter(200);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("begun", lines[0]);
            json.writeNumberField("asked", Integer.parseInt(lines[1]));
            json.writeNumberField("active", Integer.parseInt(lines[2]));
            json.writeStringField("last", lines[3]);
            json.writeEndObject();
        } catch (NumberFormatException e) {
            return "null";
        }
        return out.toString();
    }
}
