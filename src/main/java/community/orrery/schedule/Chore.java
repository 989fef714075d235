package community.orrery.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** A task as Quartz starts it; never while it is still at work. */
@DisallowConcurrentExecution
final class Chore implements Job {

    private final Runnable work;

    Chore(Runnable work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.run();
    }
}
