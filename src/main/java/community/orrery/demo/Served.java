package community.orrery.demo;

import community.orrery.likeness.Digest;
import community.orrery.listen.Representation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A feed ready to be sent, plain and compressed. The two codings have different entity tags, as strong tags must (RFC 9110
 * section 8.8.3.3).
 */
final class Served {

    private final Representation plain;
    private final Representation gzip;

    Served(byte[] body, String mediaType, Instant modified) {
        String digest = digest(body);
        plain = Representation.of(body, mediaType, digest, modified);
        gzip = Representation.of(compress(body), mediaType, digest + "-gzip", modified);
    }

    /**
     * @param compressed whether the client understands that
     * @param held entity tags that it has: whoever has the compressed feed need not be sent the plain one
     */
    Representation representation(boolean compressed, String held) {
        return compressed || held.contains(gzip.etag()) ? gzip : plain;
    }

    private static byte[] compress(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Compressing in memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Digest.sha256(body), 0, 8);
    }
}
