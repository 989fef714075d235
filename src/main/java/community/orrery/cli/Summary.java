package community.orrery.cli;

import community.orrery.crawl.Announced;
import community.orrery.crawl.FeedReport;
import community.orrery.crawl.FeedReport.Ending;
import community.orrery.crawl.Report;
import community.orrery.publish.Published;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The closing words of a run. */
final class Summary {

    private static final Logger LOG = LoggerFactory.getLogger(Summary.class);

    private Summary() {}

    static void print(Report report, CrawlOptions options, Surroundings around) {
        log(report);
        PrintStream out = around.out();
        if (!options.talk.quiet) {
            out.println(feeds(report, options));
            out.printf(
                    Locale.ROOT,
                    "Posts: %d new, %d updated, %d withdrawn.%n",
                    report.total(FeedReport::added),
                    report.total(FeedReport::updated),
                    report.total(FeedReport::withdrawn) + report.settled());
            out.println(files(report, options));
        }
        if (report.announced() != null) {
            hub(report.announced(), around);
        }
        if (report.reachedNone()) {
            around.err()
                    .println("No feed could be fetched: is this machine connected to the network? To see a planet"
                            + " without one, run the demo: mvn -q compile exec:java -Dexec.args=demo");
        }
    }

    /** A hub that fails costs its subscribers a delay, never the planet its run. */
    private static void hub(Announced announced, Surroundings around) {
        LOG.info(
                "hub={} feeds={} outcome={}",
                announced.hub(),
                announced.feeds(),
                announced.trouble() == null ? "told" : announced.trouble());
        if (announced.trouble() != null) {
            around.err()
                    .println("Warning: the hub " + announced.hub() + " " + announced.trouble() + " when told of "
                            + announced.feeds() + " changed feeds. The site is published; the hub is told again when"
                            + " something next changes. If this goes on, mend planet:hub in the list or take it out.");
        }
    }

    private static void log(Report report) {
        Published published = report.published();
        LOG.info(
                "run feeds={} read={} unchanged={} deferred={} held_back={} failed={} not_due={} gone={} new={} updated={} withdrawn={}"
                        + " written={} removed={} ms={}",
                report.feeds().size(),
                report.count(Ending.READ),
                report.count(Ending.UNCHANGED),
                report.count(Ending.DEFERRED),
                report.heldBack(),
                report.count(Ending.FAILED),
                report.notDue(),
                report.gone(),
                report.total(FeedReport::added),
                report.total(FeedReport::updated),
                report.total(FeedReport::withdrawn) + report.settled(),
                published == null ? 0 : published.written().size(),
                published == null ? 0 : published.removed().size(),
                report.elapsed().toMillis());
    }

    private static String feeds(Report report, CrawlOptions options) {
        if (options.offline) {
            return "Feeds: none asked (--offline).";
        }
        if (report.feeds().isEmpty()) {
            List<String> left = new ArrayList<>();
            addIfAny(left, report.notDue(), "not due yet");
            addIfAny(left, report.gone(), "gone (410)");
            String none = report.gone() == 0
                    ? "none was due yet, of " + report.notDue()
                    : "none asked, " + String.join(", ", left);
            return "Feeds: " + none + "; --force asks them all the same, but for those whose servers asked for rest.";
        }
        List<String> parts = new ArrayList<>();
        parts.add(report.feeds().size() + " asked");
        parts.add(report.count(Ending.READ) + " with news");
        parts.add(report.count(Ending.UNCHANGED) + " unchanged");
        addIfAny(parts, report.count(Ending.DEFERRED), "asked us to come back later");
        parts.add(report.count(Ending.FAILED) + " failed");
        addIfAny(parts, report.heldBack(), "not asked, since their servers asked for rest");
        addIfAny(parts, report.notDue(), "not due yet");
        addIfAny(parts, report.gone(), "gone (410) and asked only with --force");
        return "Feeds: " + String.join(", ", parts) + ".";
    }

    private static void addIfAny(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static String files(Report report, CrawlOptions options) {
        Published published = report.published();
        String seconds =
                String.format(Locale.ROOT, "%.1f seconds", report.elapsed().toMillis() / 1000.0);
        if (published == null) {
            return "Files: nothing written (--dry-run). " + seconds + ".";
        }
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "Files in %s: %d written, %d unchanged, %d removed. %s.",
                options.output,
                published.written().size(),
                published.unchanged(),
                published.removed().size(),
                seconds));
        published.kept().forEach(path -> line.append(System.lineSeparator())
                .append("Left alone, since it is not ours: ")
                .append(options.output.resolve(path))
                .append(". Move it away to let the planet's own file take its place."));
        return line.toString();
    }
}
