package community.orrery.serve;

import community.orrery.listen.Representation;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The files of the site, and none besides: regular files that lie in the folder itself, without a link on the way. */
final class SiteFolder {

    private static final String INDEX = "index.html";

    private final Path root;

    SiteFolder(Path root) {
        this.root = root;
    }

    /**
     * A file as it lay there when it was found.
     *
     * @param tag changes whenever the file is replaced, which is how a site's files change
     */
    record Found(Path file, long size, Instant modified, String tag) {

        String name() {
            return file.getFileName().toString();
        }

        Representation representation(String type) {
            return new Representation(type, '"' + tag + '"', modified, size, position -> {
                SeekableByteChannel channel =
                        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                return Channels.newInputStream(channel.position(position));
            });
        }
    }

    /** The file, or a folder's index. */
    Optional<Found> find(RequestPath path) {
        Path file = resolve(path.names());
        return found(path.folder() || path.names().isEmpty() ? file.resolve(INDEX) : file);
    }

    /** Whether the path names a folder that has an index, and lacks its slash. */
    boolean isFolder(RequestPath path) {
        return !path.folder()
                && !path.names().isEmpty()
                && found(resolve(path.names()).resolve(INDEX)).isPresent();
    }

    private Path resolve(List<String> names) {
        Path path = root;
        for (String name : names) {
            path = path.resolve(name);
        }
        return path;
    }

    /** The file's real path tells of links, of other spellings on systems that ignore case, and of devices. */
    private Optional<Found> found(Path file) {
        try {
            Path real = file.toRealPath();
            if (!real.equals(root.toRealPath().resolve(root.relativize(file)))) {
                return Optional.empty();
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Optional.of(found(real, attributes)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // also a name too long for this file system: in either case, nothing is there
        }
    }

    private static Found found(Path file, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        HexFormat hex = HexFormat.of();
        String tag = hex.toHexDigits(attributes.size(), 10)
                + hex.toHexDigits(modified.getEpochSecond() * 1_000_000_000 + modified.getNano())
                + hex.toHexDigits(Objects.hashCode(attributes.fileKey()));
        return new Found(file, attributes.size(), modified, tag);
    }
}
