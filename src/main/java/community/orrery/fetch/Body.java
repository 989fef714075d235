package community.orrery.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes read whole, never more than a bound. While a long body comes it waits on disk, so that many hostile servers at
 * once, each sending all that is allowed, do not fill the memory.
 */
final class Body {

    /** Held in memory while reading; few feeds are longer. */
    static final int HELD = 1 << 20;

    private static final int CHUNK = 16 * 1024;

    private Body() {}

    /**
     * All bytes up to the end.
     *
     * @throws Refusal when there are more than {@code maxBytes}
     * @throws UncheckedIOException when the temporary folder cannot be written to, which is the operator's affair
     */
    static byte[] read(InputStream in, long maxBytes) throws IOException {
        byte[] beginning = in.readNBytes((int) Math.min(HELD, maxBytes + 1));
        if (beginning.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return beginning.length < HELD ? beginning : readOn(beginning, in, maxBytes);
    }

    private static byte[] readOn(byte[] beginning, InputStream in, long maxBytes) throws IOException {
        try (FileChannel waiting = temporary()) {
            byte[] chunk = new byte[CHUNK];
            long length = beginning.length;
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                length += n;
                if (length > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                put(ByteBuffer.wrap(chunk, 0, n), waiting);
            }
            return joined(beginning, waiting, Math.toIntExact(length));
        }
    }

    private static FileChannel temporary() {
        try {
            Path file = Files.createTempFile("orrery-", ".body");
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder cannot be written to", e);
        }
    }

    private static void put(ByteBuffer bytes, FileChannel waiting) {
        try {
            while (bytes.hasRemaining()) {
                waiting.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder is full or cannot be written to", e);
        }
    }

    private static byte[] joined(byte[] beginning, FileChannel waiting, int length) {
        byte[] whole = Arrays.copyOf(beginning, length);
        ByteBuffer rest = ByteBuffer.wrap(whole, beginning.length, length - beginning.length);
        try {
            waiting.position(0);
            while (rest.hasRemaining() && waiting.read(rest) >= 0) {
                // until it is full
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder cannot be read", e);
        }
        return whole;
    }

    static Refusal tooLarge(long maxBytes) {
        return new Refusal(FailureReason.TOO_LARGE, "is longer than the " + maxBytes + " bytes allowed");
    }

    static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
