package community.orrery.cli;

import community.orrery.crawl.FeedReport;
import java.io.PrintStream;
import java.util.Locale;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each feed as its visit ends: a line always, a bar beneath them when a person is watching.
 */
final class Progress implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean quiet;
    private final @Nullable ProgressBar bar;

    Progress(Surroundings around, boolean quiet, int feeds) {
        this.out = around.out();
        this.quiet = quiet;
        this.bar = around.terminal() && !quiet && feeds > 0 ? bar(feeds) : null;
    }

    private static ProgressBar bar(int feeds) {
        return new ProgressBarBuilder()
                .setTaskName("Asking")
                .setUnit(" feeds", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(feeds)
                .clearDisplayOnFinish()
                .build();
    }

    void ended(FeedReport feed) {
        if (LOG.isInfoEnabled()) {
            log(feed);
        }
        boolean failed = feed.ending() == FeedReport.Ending.FAILED;
        if (!quiet || failed) {
            out.println((bar == null ? "" : CLEAR_LINE) + clean(line(feed)));
            if (feed.warning() != null) {
                out.println("      ! " + clean(feed.warning()));
            }
        }
        if (bar != null) {
            bar.step();
        }
    }

    private static void log(FeedReport feed) {
        LOG.info(
                "feed={} member={} outcome={} new={} updated={} withdrawn={} ms={} words=\"{}\"",
                feed.subscription().label(),
                feed.member().id(),
                feed.ending().name().toLowerCase(Locale.ROOT),
                feed.added(),
                feed.updated(),
                feed.withdrawn(),
                feed.elapsed().toMillis(),
                clean(feed.words()));
    }

    private static String line(FeedReport feed) {
        return String.format(
                Locale.ROOT,
                "  %s %-36s %s  (%.1f s)",
                mark(feed.ending()),
                feed.member().name(),
                feed.ending() == FeedReport.Ending.FAILED
                        ? feed.words() + " [" + feed.subscription().label() + "]"
                        : feed.words(),
                feed.elapsed().toMillis() / 1000.0);
    }

    /** Names and words of strangers must not steer the terminal. */
    static String clean(String line) {
        return CONTROL.matcher(line).replaceAll("?");
    }

    private static String mark(FeedReport.Ending ending) {
        return switch (ending) {
            case READ -> "+";
            case UNCHANGED -> "=";
            case DEFERRED, HELD_BACK -> "~";
            case FAILED -> "x";
        };
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
