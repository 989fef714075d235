package community.orrery.health;

import community.orrery.likeness.Address;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Stands for an address on the status page, so that who knows the address can ask for it and nobody reads it there. Two
 * rounds of FNV-1a with 32 bits: a script can do the same anywhere, also where a browser offers no cryptography.
 */
public final class Fingerprint {

    private static final int PRIME = 0x01000193;
    private static final int FIRST = 0x811c9dc5;
    private static final int SECOND = 0x050c5d1f;

    private Fingerprint() {}

    /** The same for every spelling of an address that {@link Address#key} takes for one, however its bytes are escaped. */
    static String of(URI address) {
        return ofText(Address.key(address));
    }

    public static String ofText(String text) {
        byte[] bytes = unescaped(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((long) fnv(FIRST, bytes) << 32 | fnv(SECOND, bytes) & 0xffff_ffffL);
    }

    /** Feeds escape in lower case, browsers in capitals, and people paste what they read. */
    private static byte[] unescaped(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            int high = text[i] == '%' && i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text[i + 2], 16);
            bytes.write(low < 0 ? text[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return bytes.toByteArray();
    }

    private static int fnv(int hash, byte[] bytes) {
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xff)) * PRIME;
        }
        return hash;
    }
}
