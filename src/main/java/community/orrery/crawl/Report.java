package community.orrery.crawl;

import community.orrery.crawl.FeedReport.Ending;
import community.orrery.health.Run;
import community.orrery.publish.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param feeds one for each feed asked, as its visit ended
 * @param heldBack feeds that were due and not asked, since their server asked for rest during the run
 * @param notDue active feeds that were left alone this time
 * @param gone active feeds that were left alone since their servers said that they are gone
 * @param settled posts withdrawn since their feeds have been without them for a week
 * @param published null when nothing was to be written
 * @param announced null when there is no hub or nothing to tell it
 * @param elapsed of the whole run
 */
public record Report(
        List<FeedReport> feeds,
        int heldBack,
        int notDue,
        int gone,
        int settled,
        @Nullable Published published,
        @Nullable Announced announced,
        Duration elapsed) {

    public Report {
        feeds = List.copyOf(feeds);
    }

    /**
     * True when feeds were asked and not one of them answered as a feed does. Not when one server's wish kept us from others:
     * what they would have answered is not known.
     */
    public boolean reachedNone() {
        return heldBack == 0 && !feeds.isEmpty() && feeds.stream().noneMatch(FeedReport::reached);
    }

    /** Whether it asked a feed or changed the site; a run that found nothing due tells nothing. */
    boolean isWorthKeeping() {
        return !feeds.isEmpty() || settled > 0 || written() > 0;
    }

    /** What the archive keeps of it. */
    Run from(Instant begun) {
        return new Run(
                begun,
                elapsed,
                feeds.size(),
                (int) feeds.stream().filter(feed -> !feed.reached()).count(),
                total(FeedReport::added),
                total(FeedReport::updated),
                total(FeedReport::withdrawn) + settled,
                written());
    }

    private int written() {
        return published == null ? 0 : published.written().size();
    }

    public long count(Ending ending) {
        return feeds.stream().filter(feed -> feed.ending() == ending).count();
    }

    /** The sum of one of the reports' numbers: {@code total(FeedReport::added)}. */
    public int total(ToIntFunction<FeedReport> number) {
        return feeds.stream().mapToInt(number).sum();
    }
}
