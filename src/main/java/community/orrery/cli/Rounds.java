package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.crawl.Checkup;
import community.orrery.crawl.Mode;
import community.orrery.crawl.Report;
import community.orrery.feed.Settings;
import community.orrery.health.WeekLetter;
import community.orrery.metrics.Figures;
import community.orrery.schedule.Timetable;
import community.orrery.schedule.Timetable.BadSchedule;
import community.orrery.schedule.Timetable.Task;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run after the other, as long as the program lives: holds the archive all that time, follows the list, does each
 * task when it is due. All tasks run on the timetable's one thread.
 */
final class Rounds implements AutoCloseable {

    /** How often the list's file is looked at, seconds first. */
    private static final String LOOK = "0/2 * * * * ?";

    /** In the night of the planet's own time zone. */
    private static final String NIGHTLY = "0 17 3 * * ?";

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Update update;
    private final Surroundings around;
    private final CrawlOptions options;
    private boolean force;
    private final FollowedList list;
    private final Figures figures;
    private Archive archive;
    private boolean archiveOpen = true;
    private @Nullable Timetable timetable;
    private Settings kept;

    /** @throws Unmended when the list is broken, or the archive missing while there is a site */
    Rounds(CrawlOptions options, Surroundings around, Update update, Figures figures) throws Unmended {
        this.update = update;
        this.around = around;
        this.options = options;
        this.force = options.force;
        this.figures = figures;
        this.list = new FollowedList(options.feeds, around.clock());
        this.archive = update.open();
        this.kept = list.planet().settings();
    }

    /** Begins: crawls at once, makes up for a night that was missed, then keeps the list's times. */
    void start() throws BadSchedule {
        Timetable started = Timetable.start(
                list.planet().settings().timezone(),
                around.clock(),
                List.of(
                        new Task("sweep", list.planet().settings().schedule(), this::sweep),
                        new Task("list", LOOK, this::look),
                        new Task("maintenance", NIGHTLY, this::maintain),
                        new Task("digest", WeekLetter.CRON, this::tell)));
        timetable = started;
        started.press("sweep");
        if (!options.dryRun && update.isMaintenanceDue(archive)) {
            started.press("maintenance");
        }
    }

    /** Asks what is due and publishes what changed; an error is told, and the next sweep tries again. */
    int sweep() {
        figures.begins(now());
        int exit = update.attempt(() -> {
            list.read();
            keepTimes();
            Mode mode = new Mode(force, options.offline, options.dryRun, true);
            force = false; // a person wishes that once, and no server to be asked every minute
            Report report = onSoundArchive(() -> update.crawl(list.planet(), mode, list.trouble(), archive));
            figures.ended(report, Checkup.ofFeeds(list.planet(), archive), list.trouble(), now());
            return Update.exitCode(report);
        });
        if (exit == ExitCode.MEND) {
            figures.failed(now());
        }
        return exit;
    }

    private void look() {
        if (list.looksChanged()) {
            sweep();
        }
    }

    /** Looks after the archive; a dry run has but a copy, of which no backup is made. */
    void maintain() {
        if (options.dryRun) {
            return;
        }
        update.attempt(() -> onSoundArchive(() -> {
            update.maintain(archive);
            return ExitCode.DONE;
        }));
    }

    /** Sends what is due of messages, the week's letter among them; a dry run sends none. */
    void tell() {
        if (options.dryRun) {
            return;
        }
        update.attempt(() -> onSoundArchive(() -> {
            update.tell(list.planet(), archive);
            return ExitCode.DONE;
        }));
    }

    private interface Work<T> {
        T on() throws Unmended, InterruptedException;
    }

    /**
     * An archive that proves damaged is replaced by its newest backup, and the work done again; one whose file somebody has
     * removed comes back whole; one that cannot be opened is opened by the next task. A dry run mends nothing: it copies the
     * archive anew, as that is now.
     */
    private <T> T onSoundArchive(Work<T> work) throws Unmended, InterruptedException {
        if (!archiveOpen || !archive.isInPlace()) {
            rescue();
            closeArchive();
            openArchive();
        }
        try {
            return work.on();
        } catch (ArchiveException e) {
            if (!e.isDamage() || options.dryRun) {
                throw e;
            }
            closeArchive();
            update.mend();
            openArchive();
            return work.on();
        }
    }

    private void rescue() {
        if (archiveOpen && !options.dryRun && !archive.isInPlace()) {
            update.rescue(archive);
        }
    }

    private void openArchive() throws Unmended {
        archive = update.open();
        archiveOpen = true;
    }

    private void closeArchive() {
        archiveOpen = false;
        archive.close();
    }

    /** The list may have changed its own schedule, or the time zone that all hours are meant in. */
    private void keepTimes() {
        Timetable started = timetable;
        Settings settings = list.planet().settings();
        boolean moved = !kept.timezone().equals(settings.timezone());
        if (started == null || (!moved && kept.schedule().equals(settings.schedule()))) {
            return;
        }
        change(started, "sweep", settings.schedule(), settings.timezone());
        if (moved) {
            change(started, "maintenance", NIGHTLY, settings.timezone());
            change(started, "digest", WeekLetter.CRON, settings.timezone());
        }
        kept = settings;
    }

    private void change(Timetable started, String task, String cron, ZoneId zone) {
        try {
            String next = started.change(task, cron, zone)
                    .map(ZonedDateTime::toString)
                    .orElse("never");
            LOG.info("task={} next={} schedule=\"{}\" outcome=changed", task, next, cron);
        } catch (BadSchedule e) {
            throw new IllegalStateException("a list with such a schedule is not followed", e);
        }
    }

    private Instant now() {
        return around.clock().instant();
    }

    /** Lets the task at work end, which {@link Update#stop} hastens. */
    @Override
    public void close() {
        Timetable started = timetable;
        if (started != null) {
            started.close();
        }
        update.attempt(() -> {
            rescue();
            return ExitCode.DONE;
        });
        closeArchive();
    }
}
