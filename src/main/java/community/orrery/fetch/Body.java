package community.orrery.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes read whole, never more than a bound. */
final class Body {

    private Body() {}

    /** All bytes up to the end. @throws Refusal when there are more than {@code maxBytes} */
    static byte[] read(InputStream in, long maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[16 * 1024];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (out.size() + (long) n > maxBytes) {
                throw tooLarge(maxBytes);
            }
            out.write(chunk, 0, n);
        }
        return out.toByteArray();
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
