/**
 * How the scheduled mode is doing, for programs that watch over it: Prometheus' text format and a word for health checks.
 * It counts what it is told and answers GET requests with that; it reads no archive. The JDK's HTTP server stops here.
 */
@NullMarked
package community.orrery.metrics;

import org.jspecify.annotations.NullMarked;
