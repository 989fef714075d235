package community.orrery.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A feed ready to be sent, plain and compressed. The two codings have different entity tags, as strong tags must (RFC 9110
 * section 8.8.3.3).
 */
final class Served {

    /** IMF-fixdate (RFC 9110 section 5.6.7): always two digits for the day, which RFC_1123_DATE_TIME does not give. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String mediaType;
    private final String lastModified;
    private final String digest;
    private final byte[] plain;
    private final byte[] gzip;

    Served(byte[] body, String mediaType, Instant lastModified) {
        this.mediaType = mediaType;
        this.lastModified = HTTP_DATE.format(lastModified);
        this.plain = body;
        this.gzip = compress(body);
        this.digest = digest(body);
    }

    String mediaType() {
        return mediaType;
    }

    String lastModified() {
        return lastModified;
    }

    /** The bytes to send, not copied: read-only. */
    byte[] body(boolean compressed) {
        return compressed ? gzip : plain;
    }

    String etag(boolean compressed) {
        return '"' + digest + (compressed ? "-gzip" : "") + '"';
    }

    /**
     * Whether the client already holds this (RFC 9110 section 13.2.2: a tag outranks a date).
     *
     * @param ifNoneMatch the field's value, or empty when it was not sent
     * @param ifModifiedSince likewise; compared as a string, as our own dates come back to the letter
     */
    boolean heldBy(String ifNoneMatch, String ifModifiedSince) {
        if (ifNoneMatch.isEmpty()) {
            return ifModifiedSince.equals(lastModified);
        }
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag(false)) || tag.equals(etag(true)));
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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
