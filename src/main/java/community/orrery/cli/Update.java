package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.crawl.Crawl;
import community.orrery.crawl.Mode;
import community.orrery.crawl.Report;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.fetch.Fetcher;
import community.orrery.fetch.Reach;
import community.orrery.publish.PublishException;
import community.orrery.publish.Publisher;
import community.orrery.serve.RunNote;
import community.orrery.site.Theme;
import community.orrery.site.ThemeException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the planet from options to exit code: composes the rooms, tells what happens, says how it ended. */
final class Update {

    private static final Logger LOG = LoggerFactory.getLogger(Update.class);

    private final CrawlOptions options;
    private final Surroundings around;
    private final Reach reach;
    private final boolean sample;
    private final AtomicReference<@Nullable Fetcher> underWay = new AtomicReference<>();
    private volatile boolean stopped;
    private volatile @Nullable Planet lastGood;

    Update(CrawlOptions options, Surroundings around) {
        this(options, around, options.allowPrivateAddresses ? Reach.ANYWHERE : Reach.PUBLIC, false);
    }

    private Update(CrawlOptions options, Surroundings around, Reach reach, boolean sample) {
        this.options = options;
        this.around = around;
        this.reach = reach;
        this.sample = sample;
    }

    /** A run over the sample community, which is reached at its own loopback port. */
    static Update ofSample(CrawlOptions options, Surroundings around, InetSocketAddress server) {
        return new Update(options, around, Reach.publicAnd(server), true);
    }

    int run() {
        return attempt(() -> run(FeedList.read(options.feeds), null));
    }

    /** What may end in words for the operator. */
    @FunctionalInterface
    private interface Attempt {
        int make() throws Unmended, InterruptedException;
    }

    private int attempt(Attempt attempt) {
        try {
            return attempt.make();
        } catch (Unmended | ArchiveException | PublishException | ThemeException | UncheckedIOException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        } catch (InterruptedException e) {
            around.err().println("Stopped. What was read is kept; the next run goes on from here.");
            return ExitCode.MEND;
        }
    }

    /**
     * A run that follows the last good list while the one that lies there is broken: it says so on the status page and on
     * standard error. To be called again and again.
     */
    int runOn() {
        try {
            Planet planet = FeedList.read(options.feeds);
            lastGood = planet;
            return attempt(() -> run(planet, null));
        } catch (Unmended e) {
            Planet followed = lastGood;
            return followed == null ? run() : runOn(followed, String.valueOf(e.getMessage()));
        }
    }

    private int runOn(Planet followed, String trouble) {
        LOG.warn(
                "list={} outcome=broken: {} The list as it was before is followed.",
                options.feeds.getFileName(),
                trouble.lines().findFirst().orElse(""));
        return attempt(() -> run(followed, published(trouble)));
    }

    /** A page need not tell in which folder of whose machine the list lies. */
    private String published(String trouble) {
        return trouble.lines()
                .filter(line -> line.startsWith(options.feeds.toString()))
                .map(line -> line.replace(options.feeds.toString(), String.valueOf(options.feeds.getFileName())))
                .collect(Collectors.joining("\n"));
    }

    /** Abandons the run under way, if there is one: what was recorded is kept, the site stays as it is. */
    void stop() {
        stopped = true;
        Fetcher fetcher = underWay.get();
        if (fetcher != null) {
            fetcher.close();
        }
    }

    private int run(Planet planet, @Nullable String listTrouble) throws Unmended, InterruptedException {
        Path folder = folder(options.feeds);
        Theme theme = ThemeFolder.read(folder, planet.settings().theme());
        Publisher publisher = new Publisher(options.output);
        if (sample) {
            SiteGuard.claimForSample(options.output, publisher);
        } else {
            SiteGuard.check(options.archive, options.output, publisher);
        }
        Report report;
        try (Archive archive = options.dryRun ? Archive.rehearse(options.archive) : Archive.open(options.archive);
                Fetcher fetcher = new Fetcher(planet.settings(), planet.link(), reach, folder, around.clock());
                Progress progress = new Progress(around, options.talk.quiet, active(planet));
                RunNote note = options.dryRun
                        ? RunNote.none()
                        : RunNote.beside(options.archive, active(planet), around.clock())) {
            underWay.set(fetcher);
            if (stopped) {
                throw new InterruptedException("stopped");
            }
            if (!sample) {
                SiteGuard.check(archive, options.archive, options.output, publisher);
            }
            Crawl crawl = new Crawl(fetcher, archive, publisher, theme, around.clock());
            report = crawl.run(planet, new Mode(options.force, options.offline, options.dryRun), listTrouble, feed -> {
                progress.ended(feed);
                note.asked(feed.member().name());
            });
        } finally {
            underWay.set(null);
        }
        if (!sample && !options.dryRun) {
            SiteGuard.markReal(options.output);
        }
        Summary.print(report, options, around);
        if (planet.link() == null && !options.talk.quiet) {
            around.out()
                    .println(
                            "The planet has no address yet: add <planet:link>https://…</planet:link> to the list's head"
                                    + " once it has one, for feed readers and search engines"
                                    + (planet.settings().hub() == null
                                            ? "."
                                            : "; until then planet:hub is told nothing."));
        }
        return report.reachedNone() ? ExitCode.NO_FEED : ExitCode.DONE;
    }

    private static int active(Planet planet) {
        return planet.members().stream()
                .filter(member -> member.status() == Member.Status.ACTIVE)
                .mapToInt(member -> member.subscriptions().size())
                .sum();
    }

    private static Path folder(Path list) {
        Path parent = list.toAbsolutePath().getParent();
        return parent == null ? list.toAbsolutePath() : parent;
    }
}
