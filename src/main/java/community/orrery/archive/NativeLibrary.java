package community.orrery.archive;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library where the build has unpacked it, in a folder beside the driver's jar and named as that. The driver
 * would unpack it anew for every run, into the temporary folder, and start a program to find out which one suits. Where there
 * is none that surely suits, that is what it does.
 */
final class NativeLibrary {

    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String JAR = ".jar";

    private NativeLibrary() {}

    /** To be called before the driver is first used. */
    static void use() {
        if (System.getProperty(FOLDER) == null) {
            Path folder = folder();
            if (folder != null && Files.isRegularFile(folder.resolve(System.mapLibraryName("sqlitejdbc")))) {
                System.setProperty(FOLDER, folder.toString());
            }
        }
    }

    private static @Nullable Path folder() {
        CodeSource source = SQLiteJDBCLoader.class.getProtectionDomain().getCodeSource();
        String platform = platform();
        if (source == null || platform == null) {
            return null;
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            String name = jar.getFileName().toString();
            return name.endsWith(JAR)
                    ? jar.resolveSibling(name.substring(0, name.length() - JAR.length()))
                            .resolve("org/sqlite/native")
                            .resolve(platform)
                    : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** As the driver's jar calls it; null where this program has not been tried. */
    private static @Nullable String platform() {
        String processor =
                switch (System.getProperty("os.arch", "")) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "aarch64";
                    default -> null;
                };
        return processor == null || !System.getProperty("os.name", "").equals("Linux") ? null : library(processor);
    }

    /** Linux has several C libraries, and each program lists the one that it runs on among the files it has loaded. */
    private static @Nullable String library(String processor) {
        try {
            String loaded = Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1);
            return loaded.contains("/libc.so.6") || loaded.contains("/libc-2.")
                    ? "Linux/" + processor
                    : loaded.contains("/ld-musl-") ? "Linux-Musl/" + processor : null;
        } catch (IOException e) {
            return null;
        }
    }
}
