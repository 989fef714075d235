package community.orrery.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Presses the crawl; never while the last one is still under way. */
@DisallowConcurrentExecution
final class CrawlJob implements Job {

    private final Runnable crawl;

    CrawlJob(Runnable crawl) {
        this.crawl = crawl;
    }

    @Override
    public void execute(JobExecutionContext context) {
        crawl.run();
    }
}
