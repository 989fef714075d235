package community.orrery.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a server sent, read to its end and never longer than a bound. Its beginning is at hand; the rest of a long one waits
 * on disk until there is room for it, so that many hostile servers at once, each sending all that is allowed, do not fill
 * the memory.
 */
final class Body implements AutoCloseable {

    /** At hand at once; few feeds are longer. */
    static final int HELD = 1 << 20;

    static final Body NONE = new Body(new byte[0], null, 0);

    private static final int CHUNK = 16 * 1024;

    private final byte[] beginning;
    private final @Nullable FileChannel rest;
    private final int length;

    private Body(byte[] beginning, @Nullable FileChannel rest, int length) {
        this.beginning = beginning;
        this.rest = rest;
        this.length = length;
    }

    /** One that is short, and here already. */
    static Body of(byte[] bytes) {
        return new Body(bytes, null, bytes.length);
    }

    /**
     * All bytes up to the end.
     *
     * @throws Refusal when there are more than {@code maxBytes}
     * @throws UncheckedIOException when the temporary folder cannot be written to, which is the operator's affair
     */
    static Body read(InputStream in, long maxBytes) throws IOException {
        byte[] beginning = in.readNBytes((int) Math.min(HELD, maxBytes + 1));
        if (beginning.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return beginning.length < HELD ? of(beginning) : readOn(beginning, in, maxBytes);
    }

    private static Body readOn(byte[] beginning, InputStream in, long maxBytes) throws IOException {
        FileChannel rest = temporary();
        boolean whole = false;
        try {
            byte[] chunk = new byte[CHUNK];
            long length = beginning.length;
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                length += n;
                if (length > maxBytes) {
                    throw tooLarge(maxBytes);
                }
                put(ByteBuffer.wrap(chunk, 0, n), rest);
            }
            Body body = new Body(beginning, rest, Math.toIntExact(length));
            whole = true;
            return body;
        } finally {
            if (!whole) {
                rest.close();
            }
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

    private static void put(ByteBuffer bytes, FileChannel rest) {
        try {
            while (bytes.hasRemaining()) {
                rest.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder is full or cannot be written to", e);
        }
    }

    /** Its first bytes, at least so many as tell a page from a feed; all of it when it is not long. */
    byte[] beginning() {
        return beginning;
    }

    /** How many bytes have yet to be brought into memory; 0 when all are at hand. */
    int waiting() {
        return rest == null ? 0 : length;
    }

    /** All of it, in memory. */
    byte[] whole() {
        return rest == null ? beginning : joined(rest);
    }

    private byte[] joined(FileChannel waiting) {
        byte[] whole = Arrays.copyOf(beginning, length);
        ByteBuffer bytes = ByteBuffer.wrap(whole, beginning.length, length - beginning.length);
        try {
            waiting.position(0);
            while (bytes.hasRemaining() && waiting.read(bytes) >= 0) {
                // until it is full
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder cannot be read", e);
        }
        return whole;
    }

    @Override
    public void close() {
        if (rest != null) {
            try {
                rest.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The temporary folder cannot be tidied", e);
            }
        }
    }

    static Refusal tooLarge(long maxBytes) {
        return new Refusal(FailureReason.TOO_LARGE, "is longer than the " + maxBytes + " bytes allowed");
    }

    /**
     * What tells a body from the one before it: two checksums and its length. Only on purpose could two bodies come to the
     * same, and whoever did it would only hide his own news. The quick compiler has the processor's instructions for both
     * checksums, and none for a cryptographic digest.
     */
    static String digest(byte[] body) {
        CRC32 one = new CRC32();
        one.update(body);
        CRC32C other = new CRC32C();
        other.update(body, 0, body.length);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(one.getValue(), 8) + hex.toHexDigits(other.getValue(), 8) + "-" + body.length;
    }
}
