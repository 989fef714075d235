package community.orrery.cli;

import community.orrery.crawl.FeedReport;
import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each feed as its visit ends: a line always, a bar beneath them when a person is watching. Visits end on many
 * threads; lines come out whole.
 */
final class Progress implements AutoCloseable {

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

    synchronized void ended(FeedReport feed) {
        boolean failed = feed.ending() == FeedReport.Ending.FAILED;
        if (!quiet || failed) {
            out.println((bar == null ? "" : CLEAR_LINE) + line(feed));
            if (feed.warning() != null) {
                out.println("      ! " + feed.warning());
            }
        }
        if (bar != null) {
            bar.step();
        }
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

    private static String mark(FeedReport.Ending ending) {
        return switch (ending) {
            case READ -> "+";
            case UNCHANGED -> "=";
            case DEFERRED -> "~";
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
