package community.orrery.feed;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave us to ask again with (RFC 9110 section 8.8), kept to the letter: a weak entity tag stays weak, a date
 * stays the server's own string.
 *
 * @param etag the ETag field's value, quotes included
 * @param lastModified the Last-Modified field's value
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    public static final Validators NONE = new Validators(null, null);
}
