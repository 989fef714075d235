package community.orrery.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Presses a task's button; never while its last press is still at work. */
@DisallowConcurrentExecution
final class Press implements Job {

    private final Runnable work;

    Press(Runnable work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.run();
    }
}
