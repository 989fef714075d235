package community.orrery.feed;

import java.net.URI;

/**
 * One outline of the list: a feed that a member publishes.
 *
 * @param xmlUrl the feed's address as the list gives it: absolute http(s), or a relative path below the list's folder. It
 *     may hold credentials, which are for that host alone: show {@link #label()} to people
 * @param line of the outline in the list, from 1
 */
public record Subscription(URI xmlUrl, int line) {

    /** True when the feed is a file below the list's folder. */
    public boolean isFile() {
        return !xmlUrl.isAbsolute();
    }

    /** The address without credentials, for logs and messages. */
    public String label() {
        // Not getRawUserInfo: a host with an underscore has none for java.net.URI, and would be shown password and all.
        String authority = xmlUrl.getRawAuthority();
        int at = authority == null ? -1 : authority.lastIndexOf('@');
        return at < 0 ? xmlUrl.toString() : xmlUrl.toString().replace(authority, authority.substring(at + 1));
    }

    @Override
    public String toString() {
        return label() + " (line " + line + ")";
    }
}
