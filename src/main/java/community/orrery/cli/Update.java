package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.archive.Upkeep;
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
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Upkeep upkeep;
    private final AtomicReference<@Nullable Fetcher> underWay = new AtomicReference<>();
    private volatile boolean stopped;

    Update(CrawlOptions options, Surroundings around) {
        this(options, around, options.allowPrivateAddresses ? Reach.ANYWHERE : Reach.PUBLIC, false);
    }

    private Update(CrawlOptions options, Surroundings around, Reach reach, boolean sample) {
        this.options = options;
        this.around = around;
        this.reach = reach;
        this.sample = sample;
        this.upkeep = new Upkeep(options.archive, this::warn);
    }

    /** A run over the sample community, which is reached at its own loopback port. */
    static Update ofSample(CrawlOptions options, Surroundings around, InetSocketAddress server) {
        return new Update(options, around, Reach.publicAnd(server), true);
    }

    int run() {
        return attempt(() -> {
            Planet planet = FeedList.read(options.feeds);
            try {
                return run(planet);
            } catch (ArchiveException e) {
                if (!e.isDamage() || options.dryRun) {
                    throw e;
                }
                upkeep.mend(now());
                return run(planet);
            }
        });
    }

    /** What may end in words for the operator. */
    @FunctionalInterface
    interface Attempt {
        int make() throws Unmended, InterruptedException;
    }

    /** Does it, or says why not. */
    int attempt(Attempt attempt) {
        try {
            return attempt.make();
        } catch (Unmended | ArchiveException | PublishException | ThemeException | UncheckedIOException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        } catch (OutOfMemoryError e) {
            around.err().println(Unmended.by(e).getMessage());
            return ExitCode.MEND;
        } catch (InterruptedException e) {
            around.err().println("Stopped. What was read is kept; the next run goes on from here.");
            return ExitCode.MEND;
        }
    }

    private int run(Planet planet) throws Unmended, InterruptedException {
        try (Archive archive = open()) {
            Mode mode = new Mode(options.force, options.offline, options.dryRun, false);
            Report report = crawl(planet, mode, null, archive);
            adviseLink(planet);
            if (!options.dryRun && !archive.isInPlace()) {
                rescue(archive);
            } else if (!options.dryRun && upkeep.isDue(archive, now())) {
                maintain(archive);
            }
            return exitCode(report);
        }
    }

    private void adviseLink(Planet planet) {
        if (planet.link() == null && !options.talk.quiet) {
            around.out()
                    .println(
                            "The planet has no address yet: add <planet:link>https://…</planet:link> to the list's head"
                                    + " once it has one, for feed readers and search engines"
                                    + (planet.settings().hub() == null
                                            ? "."
                                            : "; until then planet:hub is told nothing."));
        }
    }

    static int exitCode(Report report) {
        return report.reachedNone() ? ExitCode.NO_FEED : ExitCode.DONE;
    }

    /** @throws Unmended when there is none, nor a backup, and a site that was made from one */
    Archive open() throws Unmended {
        if (!sample && !upkeep.hasBackups()) {
            SiteGuard.check(options.archive, options.output, new Publisher(options.output));
        }
        return options.dryRun ? Archive.rehearse(options.archive) : upkeep.open(now());
    }

    /** A backup that cannot be made is told and does not undo a run that went well. */
    void maintain(Archive archive) {
        try {
            Path copy = upkeep.maintain(archive, now());
            LOG.info("maintenance archive={} outcome=sound backup={}", options.archive, copy);
        } catch (ArchiveException e) {
            if (e.isDamage()) {
                throw e;
            }
            warn(String.valueOf(e.getMessage()));
        }
    }

    /** Saves an archive whose file was removed or replaced while it was in use, as the newest backup. */
    void rescue(Archive archive) {
        Path copy = upkeep.maintain(archive, now());
        warn("The archive " + options.archive
                + " was removed or replaced while it was in use. All that it held is in the backup " + copy + ".");
    }

    /** To be called after closing an archive whose file proved damaged. */
    void mend() {
        upkeep.mend(now());
    }

    boolean isMaintenanceDue(Archive archive) {
        return upkeep.isDue(archive, now());
    }

    /** Abandons the run under way, if there is one: what was recorded is kept, the site stays as it is. */
    void stop() {
        stopped = true;
        Fetcher fetcher = underWay.get();
        if (fetcher != null) {
            fetcher.close();
        }
    }

    /** @param listTrouble what is wrong with the list as it lies there, while {@code planet} is what it last was; or null */
    Report crawl(Planet planet, Mode mode, @Nullable String listTrouble, Archive archive)
            throws Unmended, InterruptedException {
        Path folder = FeedList.folder(options.feeds);
        Theme theme = ThemeFolder.read(folder, planet.settings().theme());
        Publisher publisher = new Publisher(options.output);
        if (sample) {
            SiteGuard.claimForSample(options.output, publisher);
        }
        Report report;
        try (Fetcher fetcher = new Fetcher(planet.settings(), planet.link(), reach, folder, around.clock());
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
            report = crawl.run(planet, mode, listTrouble, feed -> {
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
        if (!sample && !options.dryRun && !options.offline) {
            tell(planet, archive);
        }
        return report;
    }

    /** Tells whoever the list or the environment names how the feeds are doing. */
    void tell(Planet planet, Archive archive) {
        new Notifier(around, reach).tell(planet, archive);
    }

    private void warn(String words) {
        around.err().println(words);
    }

    private Instant now() {
        return around.clock().instant();
    }

    private static int active(Planet planet) {
        return planet.members().stream()
                .filter(member -> member.status() == Member.Status.ACTIVE)
                .mapToInt(member -> member.subscriptions().size())
                .sum();
    }
}
