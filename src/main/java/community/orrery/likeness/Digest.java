package community.orrery.likeness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A short name for a value: equal values have equal digests, and different ones differ for all practical purposes. */
public final class Digest {

    private static final int BYTES = 16;

    private Digest() {}

    /**
     * Digests the parts in their order. An absent part differs from an empty one, and parts never run into each other.
     *
     * @return 32 hexadecimal digits: the first half of a SHA-256
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
            byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((byte) 1);
            for (int shift = 24; shift >= 0; shift -= 8) {
                digest.update((byte) (bytes.length >>> shift));
            }
            digest.update(bytes);
        }
        return digest.digest();
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
