package community.orrery.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What our own loggers write to standard error, beside what a command prints there. */
final class Logged {

    private Logged() {}

    /** The lines that are written while something is done. */
    static List<String> during(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger("community.orrery");
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        logger.addAppender(kept);
        try {
            work.run();
        } finally {
            logger.detachAppender(kept);
        }
        return kept.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
