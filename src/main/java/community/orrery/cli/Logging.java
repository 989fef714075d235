package community.orrery.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * How logback is set up; it finds this class by its name in {@code META-INF/services}. What a person asked for goes to
 * standard output; this is what an operator looks for afterwards, on standard error. In code, since reading a file of
 * settings takes logback longer than a quiet run's requests. Whoever wants it otherwise names a file of theirs:
 * {@code -Dlogback.configurationFile=…}.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    /** The level of our own loggers: WARN when it is not set. */
    static final String LEVEL = "orrery.log";

    /** For logback. */
    public Logging() {}

    @Override
    public ExecutionStatus configure(LoggerContext logging) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logging.getStatusManager().add(new NopStatusListener());
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(logging);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(new Line());
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(logging);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        logging.getLogger("community.orrery").setLevel(Level.toLevel(System.getProperty(LEVEL), Level.WARN));
        logging.getLogger("ROOT").setLevel(Level.WARN);
        logging.getLogger("ROOT").addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** When, how grave, who, what; a fault's trace beneath. */
    static final class Line extends LayoutBase<ILoggingEvent> {

        Line() {
            started = true;
        }

        @Override
        public String doLayout(ILoggingEvent event) {
            String name = event.getLoggerName();
            StringBuilder line = new StringBuilder(256);
            Time.FORMAT.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
            line.append(' ')
                    .append(event.getLevel())
                    .append(event.getLevel().toString().length() < 5 ? "  " : " ");
            line.append(name.substring(name.lastIndexOf('.') + 1)).append(' ');
            line.append(event.getFormattedMessage()).append(System.lineSeparator());
            if (event.getThrowableProxy() != null) {
                line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            return line.toString();
        }
    }

    /** Made with the first line, since most runs log none. */
    private static final class Time {
        static final DateTimeFormatter FORMAT =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    }
}
