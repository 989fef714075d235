package community.orrery.metrics;

import community.orrery.crawl.FeedReport;
import community.orrery.crawl.Report;
import community.orrery.health.Condition;
import community.orrery.health.Health;
import community.orrery.publish.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted while the program runs. Told by one thread, read by any. */
public final class Figures {

    /** A sweep that takes as long has met something that it cannot get past. */
    private static final Duration STUCK = Duration.ofHours(2);

    private @Nullable Instant begun;
    private @Nullable Instant ended;
    private @Nullable Instant published;
    private @Nullable Health health;
    private Duration took = Duration.ZERO;
    private boolean listBroken;
    private boolean failed;
    private boolean atWork;
    private long sweeps;
    private long failures;
    private long asked;
    private long without;
    private long added;
    private long updated;
    private long withdrawn;
    private long written;

    /** A sweep begins. */
    public synchronized void begins(Instant now) {
        begun = now;
        atWork = true;
        sweeps++;
    }

    /**
     * A sweep came to its end.
     *
     * @param feeds how each feed is doing
     * @param listTrouble null when the list is sound
     */
    public synchronized void ended(Report report, Health feeds, @Nullable String listTrouble, Instant now) {
        atWork = false;
        failed = false;
        ended = now;
        took = report.elapsed();
        health = feeds;
        listBroken = listTrouble != null;
        asked += report.feeds().size();
        without += report.feeds().stream().filter(feed -> !feed.reached()).count();
        added += report.total(FeedReport::added);
        updated += report.total(FeedReport::updated);
        withdrawn += report.total(FeedReport::withdrawn) + report.settled();
        Published site = report.published();
        if (site != null && !(site.written().isEmpty() && site.removed().isEmpty())) {
            written += site.written().size();
            published = now;
        }
    }

    /** A sweep ended with something that the operator must mend. */
    public synchronized void failed(Instant now) {
        atWork = false;
        failed = true;
        failures++;
        ended = now;
    }

    /** What is wrong, in words; null when all is well or just beginning. */
    synchronized @Nullable String trouble(Instant now) {
        Instant since = begun;
        if (atWork && since != null && Duration.between(since, now).compareTo(STUCK) > 0) {
            return "the sweep under way began at " + since;
        }
        return failed ? "the last sweep failed at " + ended + ": its log says what is to be mended" : null;
    }

    /** Prometheus' text format, version 0.0.4. */
    synchronized String text() {
        Exposition text = new Exposition();
        Health known = health;
        if (known != null) {
            text.begin("orrery_feeds", "gauge", "Feeds by how they are doing.");
            for (Condition condition : Condition.values()) {
                long feeds = known.members().stream()
                        .flatMap(member -> member.feeds().stream())
                        .filter(feed -> feed.condition() == condition)
                        .count();
                text.sample("orrery_feeds", "condition", condition.name().toLowerCase(Locale.ROOT), (double) feeds);
            }
            text.begin("orrery_feed_response_seconds", "gauge", "How long each feed's last answer took.");
            responses(known)
                    .forEach((feed, seconds) -> text.sample("orrery_feed_response_seconds", "feed", feed, seconds));
        }
        text.counter("orrery_sweeps_total", "Sweeps begun since the program started.", sweeps);
        text.counter("orrery_sweep_failures_total", "Sweeps that ended with something to be mended.", failures);
        text.counter("orrery_feed_visits_total", "Feeds asked.", asked);
        text.counter("orrery_feed_visit_failures_total", "Feeds asked that gave no feed.", without);
        text.counter("orrery_posts_added_total", "Posts met for the first time.", added);
        text.counter("orrery_posts_updated_total", "Posts that their authors edited.", updated);
        text.counter("orrery_posts_withdrawn_total", "Posts that their authors took back.", withdrawn);
        text.counter("orrery_files_written_total", "Files of the site written.", written);
        text.gauge("orrery_list_broken", "1 while the list is broken and the one before is followed.", listBroken);
        text.gauge("orrery_last_sweep_failed", "1 when the last sweep ended with something to be mended.", failed);
        text.gauge("orrery_last_sweep_seconds", "How long the last sweep took.", took);
        text.gauge("orrery_last_sweep_timestamp_seconds", "When the last sweep ended.", ended);
        text.gauge("orrery_last_publish_timestamp_seconds", "When the site last changed.", published);
        return text.toString();
    }

    /**
     * By the addresses that people see. Feeds that differ by their passwords alone are told as one, the slowest: Prometheus takes
     * no sample twice.
     */
    private static Map<String, Double> responses(Health known) {
        Map<String, Double> slowest = new LinkedHashMap<>();
        known.members().stream().flatMap(member -> member.feeds().stream()).forEach(feed -> {
            Duration response = feed.state().course().lastResponse();
            if (response != null) {
                slowest.merge(feed.subscription().label(), response.toMillis() / 1000.0, Double::max);
            }
        });
        return slowest;
    }
}
