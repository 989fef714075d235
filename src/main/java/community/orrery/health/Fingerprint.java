package community.orrery.health;

import community.orrery.likeness.Address;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Stands for an address on the status page, so that who knows the address can ask for it and nobody reads it there. Two
 * rounds of FNV-1a with 32 bits: a script can do the same anywhere, also where a browser offers no cryptography.
 */
public final class Fingerprint {

    private static final int PRIME = 0x01000193;
    private static final int FIRST = 0x811c9dc5;
    private static final int SECOND = 0x050c5d1f;

    private Fingerprint() {}

    /** The same for every spelling of an address that {@link Address#key} takes for one. */
    static String of(URI address) {
        return ofText(Address.key(address));
    }

    public static String ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return String.format(Locale.ROOT, "%08x%08x", fnv(FIRST, bytes), fnv(SECOND, bytes));
    }

    private static int fnv(int hash, byte[] bytes) {
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xff)) * PRIME;
        }
        return hash;
    }
}
