package community.orrery.cli;

import community.orrery.site.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The planet's theme as a folder beside the list. */
final class ThemeFolder {

    private static final long MOST_BYTES = 32L << 20;

    /** What to do about a theme that is not there, a sentence. */
    static final String REMEDY = "Make it, or take planet:theme out of the list.";

    private ThemeFolder() {}

    /**
     * Reads every file of the theme; links are not followed, hidden files are left out.
     *
     * @param beside the folder of the list
     * @param name as the list gives it; null for the design as it comes
     * @throws Unmended when there is no such folder below the list's, or it is unreasonably large
     */
    static Theme read(Path beside, @Nullable String name) throws Unmended {
        if (name == null) {
            return Theme.NONE;
        }
        if (!isThere(beside, name)) {
            throw new Unmended(missing(name) + " " + REMEDY);
        }
        Path folder = folder(beside, name);
        SortedMap<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        for (Path file : files(folder)) {
            byte[] content = bytes(file);
            bytes += content.length;
            if (bytes > MOST_BYTES) {
                throw new Unmended(folder + ": holds over " + (MOST_BYTES >> 20)
                        + " MiB, too much for a theme. Keep large files elsewhere.");
            }
            files.put(folder.relativize(file).toString().replace('\\', '/'), content);
        }
        return new Theme(files);
    }

    /** Whether there is such a folder below the list's. */
    static boolean isThere(Path beside, String name) {
        Path root = root(beside);
        Path folder = folder(beside, name);
        return folder.startsWith(root) && !folder.equals(root) && isFolder(root, folder);
    }

    /** What is wrong where it is not there, a sentence. */
    static String missing(String name) {
        return "planet:theme \"" + name + "\" is not a folder below the list's.";
    }

    private static Path root(Path beside) {
        return beside.toAbsolutePath().normalize();
    }

    private static Path folder(Path beside, String name) {
        return root(beside).resolve(name).normalize();
    }

    /** Whether every step from the root is a folder of its own: a link may lead out of it. */
    private static boolean isFolder(Path root, Path folder) {
        Path step = root;
        for (Path name : root.relativize(folder)) {
            step = step.resolve(name);
            if (!Files.isDirectory(step, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    private static List<Path> files(Path folder) throws Unmended {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> Stream.iterate(file, Path::getParent)
                            .takeWhile(part -> !part.equals(folder))
                            .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static byte[] bytes(Path file) throws Unmended {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Unmended unreadable(Path file, IOException e) {
        return new Unmended(file + ": cannot be read (" + Unmended.why(e) + "). Check its permissions.");
    }
}
