package community.orrery.demo;

import java.time.Instant;
import java.util.List;

/**
 * One of the sample blogs, as its server presents it.
 *
 * @param name its folder on the server, and its feed's file name among the resources
 * @param mediaType what its server calls the feed: every platform has its own opinion
 * @param lastModified when the feed last changed; fixed, so that every run sees the same
 */
record Blog(String name, String mediaType, Instant lastModified) {

    private static final String ATOM = "application/atom+xml; charset=UTF-8";
    private static final String RSS = "application/rss+xml; charset=UTF-8";

    /** The community, in the list's order. */
    static final List<Blog> ALL = List.of(
            blog("rankzero", "application/atom+xml", "2026-10-12T08:30:05Z"),
            blog("nightqueue", ATOM, "2026-10-18T23:41:17Z"),
            blog("bytesonstrike", RSS, "2026-10-24T17:02:44Z"),
            blog("coldaisle", ATOM, "2026-10-06T06:15:00Z"),
            blog("halflit", "application/xml", "2026-09-30T20:00:31Z"),
            blog("wednesday", RSS, "2026-10-21T07:00:00Z"),
            blog("waitforeveryone", "text/xml", "2026-10-15T05:00:12Z"),
            blog("nodezero", "application/rss+xml", "2026-10-14T12:00:00Z"),
            blog("sluice", "application/xml", "2026-10-20T09:44:58Z"),
            blog("larder", "application/rss+xml", "2026-10-09T14:21:36Z"));

    private static Blog blog(String name, String mediaType, String lastModified) {
        return new Blog(name, mediaType, Instant.parse(lastModified));
    }

    /** Where the feed's bytes are kept. */
    String resource() {
        return "/demo/feeds/" + name + ".xml";
    }

    /** Where the feed is served. */
    String path() {
        return "/" + name + "/feed.xml";
    }
}
