package community.orrery.publish;

import community.orrery.site.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a theme from its folder. Links inside it are not followed; files in folders it does not know are left out. */
public final class ThemeFolder {

    private static final List<String> KNOWN = List.of("templates", "messages", "assets");

    /** A theme is small; something else was named by mistake. */
    private static final long MOST_BYTES = 32L << 20;

    private ThemeFolder() {}

    /** @throws PublishException when there is no such folder, or it cannot be read */
    public static Theme read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PublishException(
                    folder
                            + ": there is no such theme folder. Correct planet:theme in the list of feeds, or remove it to use"
                            + " the design that comes with Orrery.",
                    null);
        }
        Map<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        for (String known : KNOWN) {
            for (Path file : filesIn(folder.resolve(known))) {
                byte[] content = content(file);
                bytes += content.length;
                if (bytes > MOST_BYTES) {
                    throw new PublishException(
                            folder
                                    + ": more than 32 MB of files. Check that planet:theme names the theme's own folder.",
                            null);
                }
                files.put(folder.relativize(file).toString().replace('\\', '/'), content);
            }
        }
        return new Theme(files);
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file ->
                            Paths.isSound(folder.relativize(file).toString().replace('\\', '/')))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw PublishException.of(folder, e, "Make the theme's folder readable and run again.");
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw PublishException.of(file, e, "Make this file readable and run again.");
        }
    }
}
