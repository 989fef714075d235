package community.orrery.fetch;

import community.orrery.feed.Representation;
import community.orrery.feed.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/**
 * A feed that is a file below the list's folder: never outside it, never through a symbolic link. Its validator is the
 * digest of its bytes, so that a copy or a fresh checkout with the same content counts as unchanged.
 */
final class FeedFile {

    private final Path folder;
    private final long maxBytes;

    FeedFile(Path folder, long maxBytes) {
        this.folder = folder.toAbsolutePath().normalize();
        this.maxBytes = maxBytes;
    }

    FetchOutcome read(FeedRequest request) {
        long began = System.nanoTime();
        URI address = request.feed().xmlUrl();
        try {
            byte[] body = bytes(address);
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            if (body.length == 0) {
                return new FetchOutcome.Failed(FailureReason.NOT_A_FEED, "is an empty file", elapsed);
            }
            String digest = Body.digest(body);
            if (digest.equals(request.validatorsOf(address).etag())) {
                return new FetchOutcome.NotModified(null, null, null, elapsed, null);
            }
            return new FetchOutcome.Fetched(
                    new Representation(address, null, null, body),
                    new Validators(digest, null),
                    digest,
                    null,
                    null,
                    null,
                    elapsed,
                    null);
        } catch (Refusal e) {
            return new FetchOutcome.Failed(e.reason(), e.happened(), Duration.ofNanos(System.nanoTime() - began));
        } catch (NoSuchFileException e) {
            return failed("is a file that is not there", began);
        } catch (IOException e) {
            return failed("is a file that cannot be read (" + e.getClass().getSimpleName() + ")", began);
        }
    }

    private static FetchOutcome failed(String happened, long began) {
        return new FetchOutcome.Failed(FailureReason.FILE, happened, Duration.ofNanos(System.nanoTime() - began));
    }

    private byte[] bytes(URI address) throws IOException {
        Path file = inside(address);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refusal(FailureReason.FILE, "is not a file");
            }
            throw new NoSuchFileException(file.toString());
        }
        try (InputStream in = Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
            try (Body body = Body.read(in, maxBytes)) {
                return body.whole();
            }
        }
    }

    private Path inside(URI address) throws Refusal {
        String path = address.getPath();
        if (path == null || path.isEmpty() || address.getRawAuthority() != null) {
            throw new Refusal(FailureReason.FILE, "names no file");
        }
        Path file;
        try {
            file = folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new Refusal(FailureReason.FILE, "names no file");
        }
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new Refusal(FailureReason.FILE, "is a file outside the list's folder, which is never read");
        }
        Path step = folder;
        for (Path name : folder.relativize(file)) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new Refusal(FailureReason.FILE, "leads through a symbolic link, which is never followed");
            }
        }
        return file;
    }
}
