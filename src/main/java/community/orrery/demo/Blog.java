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
