package community.orrery.feed;

import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes a server sent for a feed, content coding already undone, with what is needed to read them.
 *
 * @param uri where the bytes came from, after redirects
 * @param contentType the Content-Type field's value as sent
 * @param contentLocation the Content-Location field, resolved against {@code uri}
 * @param body not copied: treat it as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // the body is passed on once, never compared as part of a value
public record Representation(URI uri, @Nullable String contentType, @Nullable URI contentLocation, byte[] body) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Representation that
                && uri.equals(that.uri)
                && java.util.Objects.equals(contentType, that.contentType)
                && java.util.Objects.equals(contentLocation, that.contentLocation)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return 31 * uri.hashCode() + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return uri + " (" + body.length + " bytes, " + contentType + ")";
    }
}
