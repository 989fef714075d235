package community.orrery.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param out for what the person asked for
 * @param err for what went wrong
 * @param terminal whether a person is watching, so that a progress bar makes sense
 * @param clock the time of day
 * @param environment the process's variables; secrets are among them
 */
record Surroundings(PrintStream out, PrintStream err, boolean terminal, Clock clock, Map<String, String> environment) {}
