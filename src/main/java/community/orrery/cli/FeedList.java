package community.orrery.cli;

import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import community.orrery.opml.ListOutcome;
import community.orrery.opml.Mistake;
import community.orrery.opml.OpmlReader;
import community.orrery.schedule.Timetable;
import community.orrery.schedule.Timetable.BadSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * The list as a program follows it that goes on: also whether its schedule has a next time and its theme is there, which its
     * text alone does not tell. A single update heeds no schedule, and says itself what its theme lacks.
     *
     * @throws Unmended when it cannot be read, or holds mistakes
     */
    static Planet sound(Path file, Instant now) throws Unmended {
        return sound(bytes(file), file, now);
    }

    /** @throws Unmended when the bytes, which are the file's, hold mistakes */
    static Planet sound(byte[] bytes, Path file, Instant now) throws Unmended {
        Planet planet = parse(bytes, file);
        Settings settings = planet.settings();
        List<Mistake> mistakes = new ArrayList<>();
        try {
            Timetable.check(settings.schedule(), settings.timezone(), now);
        } catch (BadSchedule e) {
            mistakes.add(mistake(bytes, file, "schedule", e.what(), BadSchedule.REMEDY));
        }
        String theme = settings.theme();
        if (theme != null && !ThemeFolder.isThere(folder(file), theme)) {
            mistakes.add(mistake(bytes, file, "theme", ThemeFolder.missing(theme), ThemeFolder.REMEDY));
        }
        if (!mistakes.isEmpty()) {
            throw new Unmended(told(mistakes));
        }
        return planet;
    }

    private static Mistake mistake(byte[] list, Path file, String setting, String what, String remedy) {
        return new Mistake(file.toString(), OpmlReader.lineOf(list, setting).orElse(1), what, remedy);
    }

    /** Where the list lies: what it names by a relative path is below. */
    static Path folder(Path file) {
        Path whole = file.toAbsolutePath();
        Path parent = whole.getParent();
        return parent == null ? whole : parent;
    }

    /** @throws Unmended when the bytes hold mistakes */
    private static Planet parse(byte[] bytes, Path file) throws Unmended {
        ListOutcome outcome = OpmlReader.read(bytes, file.toString());
        Optional<Planet> sound = outcome.fold(Optional::of, mistakes -> Optional.empty());
        return sound.orElseThrow(() -> new Unmended(outcome.fold(planet -> "", FeedList::told)));
    }

    private static String told(List<Mistake> mistakes) {
        StringBuilder all = new StringBuilder();
        mistakes.forEach(mistake -> all.append(mistake).append(System.lineSeparator()));
        return all + (mistakes.size() == 1 ? "Mend this" : "Mend these")
                + " and run again. Nothing was asked and nothing was written.";
    }

    /** @throws Unmended when there is no such file, or it cannot be read or be a list */
    static byte[] bytes(Path file) throws Unmended {
        return bytes(file, "Run this in the folder that holds your feeds.opml, or name it with --feeds FILE.");
    }

    /** @param ifMissing what to do then, a sentence */
    static byte[] bytes(Path file, String ifMissing) throws Unmended {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Unmended(file + ": is over " + (MOST_BYTES >> 20) + " MiB, too large for a list. Is it the"
                        + " right file?");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Unmended(file + ": there is no such file. " + ifMissing);
        } catch (IOException e) {
            throw new Unmended(file + ": cannot be read (" + Unmended.why(e) + "). Check its path and permissions.");
        }
    }
}
