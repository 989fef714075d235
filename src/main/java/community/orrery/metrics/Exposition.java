package community.orrery.metrics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Prometheus' text format: a HELP and a TYPE line for each metric, then its samples. */
final class Exposition {

    private final StringBuilder text = new StringBuilder();

    void begin(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    void sample(String name, String label, String value, double number) {
        text.append(name).append('{').append(label).append("=\"");
        text.append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        text.append("\"} ").append(written(number)).append('\n');
    }

    void counter(String name, String help, long number) {
        begin(name, "counter", help);
        text.append(name).append(' ').append(number).append('\n');
    }

    void gauge(String name, String help, boolean holds) {
        gauge(name, help, holds ? 1 : 0);
    }

    void gauge(String name, String help, Duration duration) {
        gauge(name, help, duration.toMillis() / 1000.0);
    }

    /** A moment that was not yet is left out. */
    void gauge(String name, String help, @Nullable Instant moment) {
        if (moment != null) {
            gauge(name, help, moment.toEpochMilli() / 1000.0);
        }
    }

    private void gauge(String name, String help, double number) {
        begin(name, "gauge", help);
        text.append(name).append(' ').append(written(number)).append('\n');
    }

    private static String written(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
