package community.orrery.likeness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A short name for a value: equal values have equal digests, and different ones differ for all practical purposes. */
public final class Digest {

    /** Of {@link #of}. */
    public static final int DIGITS = 32;

    private static final int BYTES = DIGITS / 2;

    private Digest() {}

    /**
     * Digests the parts in their order. An absent part differs from an empty one, and parts never run into each other.
     *
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
                continue;
            }
            byte[] bytes = utf8(part);
            digest.update((byte) 1);
            for (int shift = 24; shift >= 0; shift -= 8) {
                digest.update((byte) (bytes.length >>> shift));
            }
            digest.update(bytes);
        }
        return digest.digest();
    }

    /**
     * A cheaper name for what one writer alone changes, to tell it from what it was before: two checksums and the length. Only
     * that writer could make two values of one name, and would gain nothing. Every Java computes these by the processor's own
     * instructions, where a SHA-256 waits for the thorough compiler.
     *
     * @param parts as for {@link #of}, or bytes as they are
     */
    public static String checksums(@Nullable Object... parts) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        long length = 0;
        for (Object part : parts) {
            byte[] bytes = part == null || part instanceof byte[] ? (byte[]) part : utf8(part);
            byte[] size = ByteBuffer.allocate(Integer.BYTES)
                    .putInt(bytes == null ? -1 : bytes.length)
                    .array();
            one.update(size);
            other.update(size, 0, size.length);
            if (bytes != null) {
                one.update(bytes);
                other.update(bytes, 0, bytes.length);
                length += bytes.length;
            }
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(one.getValue(), 8) + hex.toHexDigits(other.getValue(), 8) + "-" + length;
    }

    private static byte[] utf8(Object part) {
        return part.toString().getBytes(StandardCharsets.UTF_8);
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
