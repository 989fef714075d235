package community.orrery.site;

import community.orrery.likeness.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a file is made from into one digest: equal digests, equal bytes. Every value is written with its length, so
 * that "ab" and "c" are not "a" and "bc".
 */
final class Inputs {

    /** Of 32; a collision would leave one page stale until its next change. */
    private static final int KEPT_BYTES = 12;

    private final MessageDigest digest = Digest.newSha256();
    private final byte[] length = new byte[4];

    private Inputs() {}

    /** Starts a digest; the kind keeps apart files that are made differently from the same values. */
    static Inputs of(String kind) {
        return new Inputs().with(kind);
    }

    Inputs with(@Nullable Object value) {
        if (value == null) {
            return raw(-1, new byte[0]);
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        return raw(bytes.length, bytes);
    }

    Inputs with(byte[] bytes) {
        return raw(bytes.length, bytes);
    }

    Inputs withAll(Iterable<?> values) {
        int count = 0;
        for (Object value : values) {
            with(value);
            count++;
        }
        return with(count);
    }

    private Inputs raw(int size, byte[] bytes) {
        length[0] = (byte) (size >>> 24);
        length[1] = (byte) (size >>> 16);
        length[2] = (byte) (size >>> 8);
        length[3] = (byte) size;
        digest.update(length);
        digest.update(bytes);
        return this;
    }

    /** Lower-case hexadecimal; ends this digest. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest(), 0, KEPT_BYTES);
    }
}
