package community.orrery.schedule;

import static org.quartz.CronScheduleBuilder.cronSchedule;
import static org.quartz.JobBuilder.newJob;
import static org.quartz.TriggerBuilder.newTrigger;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Does tasks at their times, one at a time: what is due while another is at work waits for it, and of several times missed
 * only one is made up for. Nothing is stored: what must survive a restart is the archive's to know, and whoever starts a
 * timetable presses what is overdue.
 */
public final class Timetable implements AutoCloseable {

    /** As often the clock is looked at, and by so much it may be set back unnoticed: the next cron comes late by that. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final Scheduler scheduler;
    private final Clock clock;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "clock"));
    private @Nullable Future<?> looking;
    private Instant last = Instant.EPOCH;

    private Timetable(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Something to be done again and again.
     *
     * @param name its own
     * @param cron a Quartz cron expression, seconds first
     * @param work must not throw what it can answer itself; Quartz logs the rest and goes on
     */
    public record Task(String name, String cron, Runnable work) {}

    /**
     * Begins to keep time; does nothing yet by itself.
     *
     * @param zone in which the crons' hours are meant
     * @param clock this machine's, which Quartz goes by
     * @throws BadSchedule when a cron is not one, with what Quartz says of it, or has no later moment
     */
    public static Timetable start(ZoneId zone, Clock clock, List<Task> tasks) throws BadSchedule {
        for (Task task : tasks) {
            check(task.cron(), zone, clock.instant());
        }
        Map<String, Task> byName = tasks.stream().collect(Collectors.toMap(Task::name, Function.identity()));
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings()).getScheduler();
            scheduler.setJobFactory((bundle, owner) -> new Chore(Objects.requireNonNull(
                            byName.get(bundle.getJobDetail().getKey().getName()))
                    .work()));
            for (Task task : tasks) {
                scheduler.scheduleJob(
                        newJob(Chore.class)
                                .withIdentity(task.name())
                                .storeDurably()
                                .build(),
                        trigger(task.name(), task.cron(), zone));
            }
            scheduler.start();
            Timetable timetable = new Timetable(scheduler, clock);
            timetable.looking = timetable.watch.scheduleWithFixedDelay(
                    () -> timetable.look(clock.instant()), 0, LOOK.toSeconds(), TimeUnit.SECONDS);
            return timetable;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not start: " + e.getMessage(), e);
        }
    }

    /** Does a task as soon as nothing else is at work, whatever its cron says. */
    public void press(String task) {
        try {
            scheduler.triggerJob(JobKey.jobKey(task));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not take " + task + ": " + e.getMessage(), e);
        }
    }

    /**
     * Gives a task other times.
     *
     * @return when it is next done; empty when its old cron's last moment is past, after which Quartz knows it no more
     * @throws BadSchedule when the cron is not one, or has no later moment; the task keeps its times
     */
    public Optional<ZonedDateTime> change(String task, String cron, ZoneId zone) throws BadSchedule {
        check(cron, zone, clock.instant());
        try {
            return Optional.ofNullable(scheduler.rescheduleJob(TriggerKey.triggerKey(task), trigger(task, cron, zone)))
                    .map(next -> next.toInstant().atZone(zone));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not change " + task + ": " + e.getMessage(), e);
        }
    }

    /**
     * Quartz reckons each next time from the last: when the clock is set back by a month, nothing would be done for a month.
     * Told of each moment in turn, this has it reckon anew then.
     */
    synchronized void look(Instant now) {
        if (now.isBefore(last.minus(LOOK))) {
            try {
                for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyGroup())) {
                    Trigger trigger = scheduler.getTrigger(key);
                    if (trigger != null) {
                        scheduler.rescheduleJob(
                                key,
                                trigger.getTriggerBuilder()
                                        .startAt(Date.from(now))
                                        .build());
                    }
                }
            } catch (SchedulerException e) {
                throw new IllegalStateException("Quartz did not follow the clock: " + e.getMessage(), e);
            }
        }
        last = now;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Trigger trigger(String task, String cron, ZoneId zone) {
        return newTrigger()
                .withIdentity(task)
                .withSchedule(cronSchedule(cron)
                        .inTimeZone(TimeZone.getTimeZone(zone))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    /**
     * Whether Quartz can read the expression, and it means any moment to come: Quartz takes no other.
     *
     * @param zone in which its hours are meant
     */
    public static void check(String cron, ZoneId zone, Instant now) throws BadSchedule {
        CronExpression read;
        try {
            read = new CronExpression(cron);
        } catch (ParseException e) {
            throw new BadSchedule("planet:schedule \"" + cron + "\" is not a Quartz cron (" + e.getMessage() + ").", e);
        }
        read.setTimeZone(TimeZone.getTimeZone(zone));
        if (read.getNextValidTimeAfter(Date.from(now)) == null) {
            throw new BadSchedule(
                    "planet:schedule \"" + cron + "\" never comes again: no such day or year is left.", null);
        }
    }

    /** Begins nothing more and waits for what is at work to end. */
    @Override
    public void close() {
        Future<?> kept = looking;
        if (kept != null) {
            kept.cancel(false);
        }
        watch.shutdownNow();
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not stop: " + e.getMessage(), e);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty(StdSchedulerFactory.PROP_SCHED_INSTANCE_NAME, "orrery");
        settings.setProperty(StdSchedulerFactory.PROP_THREAD_POOL_CLASS, "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        return settings;
    }

    /** The list's schedule is not a Quartz cron, or its last moment is past: something the operator must mend. */
    public static final class BadSchedule extends Exception {
        private static final long serialVersionUID = 1;

        /** What to do about it, a sentence. */
        public static final String REMEDY =
                "Write seconds, minutes, hours, day of month, month, day of week, for example “0 0/30 * * * ?”.";

        private final String what;

        BadSchedule(String what, @Nullable ParseException cause) {
            super(what + " " + REMEDY, cause);
            this.what = what;
        }

        /** What is wrong with it, a sentence. */
        public String what() {
            return what;
        }
    }
}
