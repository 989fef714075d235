package community.orrery.cli;

import community.orrery.feed.Planet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list over a long time: read anew whenever it changes; while an edit is broken, the list as it last was is followed. */
final class FollowedList {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedList.class);

    private final Path file;
    private final Clock clock;
    private byte[] last;
    private Planet planet;
    private @Nullable String trouble;
    private String stamp;

    /** @throws Unmended when the list is broken at the start: there is none to follow then */
    FollowedList(Path file, Clock clock) throws Unmended {
        this.file = file;
        this.clock = clock;
        this.stamp = stamp();
        this.last = FeedList.bytes(file);
        this.planet = sound(last);
    }

    /** Whether the file looks changed since it was last read, without reading it. */
    boolean looksChanged() {
        return !stamp().equals(stamp);
    }

    /** Reads the file again, if it is another than before. */
    void read() {
        stamp = stamp();
        try {
            byte[] bytes = FeedList.bytes(file);
            if (trouble == null && Arrays.equals(bytes, last)) {
                return;
            }
            planet = sound(bytes);
            last = bytes;
            trouble = null;
            LOG.info(
                    "list={} outcome=read members={}",
                    file.getFileName(),
                    planet.members().size());
        } catch (Unmended e) {
            String words = String.valueOf(e.getMessage());
            if (!published(words).equals(trouble)) {
                LOG.warn(
                        "list={} outcome=broken: {} The list as it was before is followed.",
                        file.getFileName(),
                        words.lines().findFirst().orElse(""));
            }
            trouble = published(words);
        }
    }

    /** As the list last was when it was sound. */
    Planet planet() {
        return planet;
    }

    /** What is wrong with the file as it lies there now, for the status page; null when nothing. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private Planet sound(byte[] bytes) throws Unmended {
        return FeedList.sound(bytes, file, clock.instant());
    }

    /** A page need not tell in which folder of whose machine the list lies. */
    private String published(String words) {
        return words.lines()
                .filter(line -> line.startsWith(file.toString()))
                .map(line -> line.replace(file.toString(), String.valueOf(file.getFileName())))
                .collect(Collectors.joining("\n"));
    }

    private String stamp() {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            return "unreadable";
        }
    }
}
