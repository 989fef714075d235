package community.orrery.likeness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Short names for values, by which equal ones are known again. */
public final class Digest {

    /** Length of a digest by {@link #of}; those by {@link #checksums} are shorter, so that the two can be told apart. */
    public static final int DIGITS = 32;

    private static final int BYTES = DIGITS / 2;

    private Digest() {}

    /**
     * Digests the parts in their order: different ones have different digests for all practical purposes. An absent part differs
     * from an empty one, and parts never run into each other.
     *
     * @param parts bytes as they are, anything else as its {@code toString} tells it
     * @return {@link #DIGITS} hexadecimal digits: the first half of a SHA-256
     */
    public static String of(@Nullable Object... parts) {
        return HexFormat.of().formatHex(sha256(parts), 0, BYTES);
    }

    /** The first eight bytes of the same digest, for an index. */
    public static long number(@Nullable Object... parts) {
        byte[] bytes = sha256(parts);
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }

    private static byte[] sha256(@Nullable Object... parts) {
        MessageDigest digest = newSha256();
        for (Object part : parts) {
            if (part == null) {
                digest.update((byte) 0);
            } else {
                byte[] bytes = bytes(part);
                digest.update((byte) 1);
                digest.update(size(bytes.length));
                digest.update(bytes);
            }
        }
        return digest.digest();
    }

    /**
     * A name that takes less time: CRC-32, CRC-32C and the length. Whoever wants two values of one name can make them, so it only
     * tells what one writer changes from what it was before. Java computes both by the processor's own instructions at once,
     * and a SHA-256 only when the thorough compiler has come to it.
     *
     * @param parts as for {@link #of}
     * @return 16 hexadecimal digits, a hyphen, the number of bytes
     */
    public static String checksums(@Nullable Object... parts) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        long length = 0;
        for (Object part : parts) {
            byte[] bytes = part == null ? new byte[0] : bytes(part);
            byte[] size = size(part == null ? -1 : bytes.length);
            one.update(size);
            other.update(size, 0, size.length);
            one.update(bytes);
            other.update(bytes, 0, bytes.length);
            length += bytes.length;
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(one.getValue(), 8) + hex.toHexDigits(other.getValue(), 8) + "-" + length;
    }

    private static byte[] bytes(Object part) {
        return part instanceof byte[] bytes ? bytes : part.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] size(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    /** The whole SHA-256 of bytes as they are: 32 of them. */
    public static byte[] sha256(byte[] bytes) {
        return newSha256().digest(bytes);
    }

    /** A SHA-256 to be fed by and by. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
