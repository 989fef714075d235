package community.orrery.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;

/**
 * What a path stands for, ready to be sent whole or in part.
 *
 * @param type as in Content-Type
 * @param etag strong, with its quotes
 * @param size in bytes
 */
record Representation(String type, String etag, Instant modified, long size, Source source) {

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Source {
        /** To be closed by the caller. @param position of the first byte wanted */
        InputStream from(long position) throws IOException;
    }

    static Representation of(SiteFolder.Found file, String type) {
        return new Representation(type, '"' + file.tag() + '"', file.modified(), file.size(), position -> {
            SeekableByteChannel channel = file.open();
            return Channels.newInputStream(channel.position(position));
        });
    }

    /** @param tag without quotes */
    static Representation of(byte[] bytes, String type, String tag, Instant modified) {
        return new Representation(
                type,
                '"' + tag + '"',
                modified,
                bytes.length,
                position -> new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position));
    }
}
