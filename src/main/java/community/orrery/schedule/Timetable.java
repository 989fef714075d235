package community.orrery.schedule;

import static org.quartz.CronScheduleBuilder.cronSchedule;
import static org.quartz.JobBuilder.newJob;
import static org.quartz.TriggerBuilder.newTrigger;

import java.text.ParseException;
import java.time.ZoneId;
import java.util.Properties;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Keeps crawling on a Quartz cron, one run at a time: a run that is due while another is under way waits for it, and of
 * several missed only one is made up for. Nothing is stored; when each feed is due is the archive's to know.
 */
public final class CrawlSchedule implements AutoCloseable {

    private final Scheduler scheduler;

    private CrawlSchedule(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Crawls once at the start, then whenever the cron says.
     *
     * @param cron a Quartz cron expression, seconds first
     * @param zone in which the cron's hours are meant
     * @param crawl one run; it must not throw
     * @throws BadSchedule when the cron is not one, with what Quartz says of it
     */
    public static CrawlSchedule start(String cron, ZoneId zone, Runnable crawl) throws BadSchedule {
        check(cron);
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings()).getScheduler();
            scheduler.setJobFactory((bundle, owner) -> new CrawlJob(crawl));
            JobDetail job =
                    newJob(CrawlJob.class).withIdentity("crawl").storeDurably().build();
            scheduler.scheduleJob(
                    job,
                    newTrigger()
                            .withIdentity("cron")
                            .withSchedule(cronSchedule(cron)
                                    .inTimeZone(TimeZone.getTimeZone(zone))
                                    .withMisfireHandlingInstructionFireAndProceed())
                            .build());
            scheduler.triggerJob(job.getKey());
            scheduler.start();
            return new CrawlSchedule(scheduler);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not start: " + e.getMessage(), e);
        }
    }

    /** Whether Quartz can read the expression. */
    public static void check(String cron) throws BadSchedule {
        try {
            CronExpression.validateExpression(cron);
        } catch (ParseException e) {
            throw new BadSchedule(cron, e);
        }
    }

    /** Starts no further run and waits for the one under way to end. */
    @Override
    public void close() {
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

    /** The list's schedule is not a Quartz cron: something the operator must mend. */
    public static final class BadSchedule extends Exception {
        private static final long serialVersionUID = 1;

        BadSchedule(String cron, ParseException cause) {
            super("planet:schedule \"" + cron + "\" is not a Quartz cron (" + cause.getMessage()
                    + "). Write seconds, minutes, hours, day of month, month, day of week, for example 0 0/30 * * * ?");
            initCause(cause);
        }
    }
}
