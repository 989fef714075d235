package community.orrery.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs commands as a person would, at a given time of day, and keeps what they printed. */
final class Terminal {

    static final Instant TODAY = Instant.parse("2026-11-01T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The variables that commands find. */
    final Map<String, String> environment = new HashMap<>();

    int run(String... arguments) {
        return runAt(TODAY, arguments);
    }

    int runAt(Instant now, String... arguments) {
        out.reset();
        err.reset();
        Surroundings around = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Clock.fixed(now, ZoneOffset.UTC),
                environment);
        return Main.run(arguments, around);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
