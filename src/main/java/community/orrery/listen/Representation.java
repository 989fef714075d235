package community.orrery.listen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * What a path stands for, ready to be sent whole or in part.
 *
 * @param type as in Content-Type
 * @param etag strong, with its quotes
 * @param size in bytes
 */
public record Representation(String type, String etag, Instant modified, long size, Source source) {

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * To be closed by the caller.
         *
         * @param position of the first byte wanted
         */
        InputStream from(long position) throws IOException;
    }

    /**
     * Bytes in memory, which are not copied.
     *
     * @param tag without quotes
     */
    public static Representation of(byte[] bytes, String type, String tag, Instant modified) {
        return new Representation(
                type,
                '"' + tag + '"',
                modified,
                bytes.length,
                position -> new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position));
    }
}
