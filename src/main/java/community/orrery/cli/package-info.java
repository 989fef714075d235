/**
 * The command line: reads arguments, composes the rooms (every {@code new} of an effect is here), prints what happened and
 * ends with the exit code that {@link community.orrery.cli.ExitCode} tells. It decides nothing about feeds or pages. picocli
 * stops here.
 */
@NullMarked
package community.orrery.cli;

import org.jspecify.annotations.NullMarked;
