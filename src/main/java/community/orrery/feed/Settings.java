package community.orrery.feed;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A planet's own settings: elements of the namespace {@code urn:orrery:planet} in the head of feeds.opml. Every one has a
 * default, so {@link #DEFAULT} is what a list without any means.
 *
 * @param postsPerPage posts on one page of a list, 1 to 500
 * @param feedPosts posts in each output feed, 1 to 1000
 * @param newcomerPosts at most this many of a newcomer's older posts enter the front page and the feeds; 0 or more
 * @param schedule Quartz cron of the scheduled mode: when it looks which feeds are due
 * @param minInterval a feed is never asked more often than this
 * @param requests requests under way at once, over all hosts
 * @param requestsPerHost requests under way at once to one host
 * @param hostPause between two requests to one host
 * @param connectTimeout for one connection
 * @param callTimeout for one whole request with its redirects and body
 * @param maxBytes a longer body, after decompression, is refused
 * @param timezone in which dates are shown and the archive's months are cut
 * @param hub a WebSub hub to name in the feeds
 * @param caretaker who is told of feeds that fail and gets a weekly digest: {@code mailto:} or http(s); null: nobody
 * @param theme a folder beside the list, whose templates and files stand in for ours
 */
public record Settings(
        int postsPerPage,
        int feedPosts,
        int newcomerPosts,
        String schedule,
        Duration minInterval,
        int requests,
        int requestsPerHost,
        Duration hostPause,
        Duration connectTimeout,
        Duration callTimeout,
        long maxBytes,
        ZoneId timezone,
        @Nullable URI hub,
        @Nullable String theme,
        @Nullable URI caretaker) {

    public static final Settings DEFAULT = new Settings(
            20,
            50,
            10,
            "0 * * * * ?",
            Duration.ofMinutes(30),
            64,
            2,
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            16L << 20,
            ZoneId.of("UTC"),
            null,
            null,
            null);
}
