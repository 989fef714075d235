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
        String userInfo = xmlUrl.getRawUserInfo();
        return userInfo == null ? xmlUrl.toString() : xmlUrl.toString().replace(userInfo + "@", "");
    }

    @Override
    public String toString() {
        return label() + " (line " + line + ")";
    }
}
