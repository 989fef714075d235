package community.orrery.publish;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The folder a site is published to, and the staging folder inside it where files wait until all of them are ready. */
final class OutputFolder {

    /** Inside the output folder, so that moving a file out of it is a rename within one file system. */
    static final String STAGING = ".orrery-staging";

    private final Path root;
    /** The folder, below the root, that was looked at last and is sound: files come folder by folder. */
    private String lastSound = "";

    private final Path staging;
    private final Set<Path> soundFolders = new HashSet<>();
    private final AtomicInteger staged = new AtomicInteger();
    private boolean isStaging;

    OutputFolder(Path root) {
        this.root = root;
        this.staging = root.resolve(STAGING);
    }

    /** What stands at the path itself: a link is a link. Null when nothing does. */
    @Nullable
    BasicFileAttributes attributes(String path) throws IOException {
        if (!hasSoundParents(path)) {
            return null;
        }
        try {
            return Files.readAttributes(root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** @param there what stands at the path, as {@link #attributes} found it */
    boolean holds(String path, @Nullable BasicFileAttributes there, byte[] bytes) throws IOException {
        if (there == null || !there.isRegularFile() || there.size() != bytes.length) {
            return false;
        }
        try {
            return Arrays.equals(Files.readAllBytes(root.resolve(path)), bytes);
        } catch (NoSuchFileException e) {
            return false; // removed meanwhile
        }
    }

    /** Writes a file beside the site. For several threads at once. */
    Path stage(byte[] bytes) throws IOException {
        return Files.write(makeStaging().resolve(String.valueOf(staged.getAndIncrement())), bytes);
    }

    private synchronized Path makeStaging() throws IOException {
        if (!isStaging) {
            Files.createDirectories(root);
            discardStaging();
            Files.createDirectory(staging);
            isStaging = true;
        }
        return staging;
    }

    /** Moves a staged file into its place, where it appears whole. A link that stands there is replaced, not followed. */
    void appear(Path stagedFile, String path) throws IOException {
        makeParents(path);
        Files.move(stagedFile, root.resolve(path), StandardCopyOption.ATOMIC_MOVE);
    }

    synchronized void discardStaging() throws IOException {
        isStaging = false;
        if (!Files.exists(staging, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                staging,
                new SimpleFileVisitor<>() { // does not follow links
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** Takes a file away, and the folders that are empty without it. Returns whether it was there. */
    boolean remove(String path) throws IOException {
        BasicFileAttributes attributes = attributes(path);
        if (attributes == null || attributes.isDirectory()) {
            return false;
        }
        Path file = root.resolve(path);
        Files.delete(file);
        for (Path folder = file.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            try {
                Files.delete(folder);
                soundFolders.remove(folder);
                lastSound = "";
            } catch (DirectoryNotEmptyException e) {
                break;
            }
        }
        return true;
    }

    /** Whether the folders above the path are folders of their own and not links to somewhere else. */
    private boolean hasSoundParents(String path) {
        int end = path.lastIndexOf('/');
        if (end == lastSound.length() && path.startsWith(lastSound)) {
            return true;
        }
        Path folder = root;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folder = root.resolve(path.substring(0, slash));
            if (!soundFolders.contains(folder)) {
                if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    return false;
                }
                soundFolders.add(folder);
            }
        }
        lastSound = end < 0 ? lastSound : path.substring(0, end);
        return true;
    }

    private void makeParents(String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            Path folder = root.resolve(path.substring(0, slash));
            if (soundFolders.contains(folder)) {
                continue;
            }
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    throw new PublishException(
                            folder + " is "
                                    + (Files.isSymbolicLink(folder) ? "a symbolic link" : "a file")
                                    + " where the site needs a folder of its own, and nothing is written through it. Move it"
                                    + " away and run again.",
                            null);
                }
                Files.createDirectory(folder);
            }
            soundFolders.add(folder);
        }
    }
}
