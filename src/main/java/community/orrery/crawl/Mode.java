package community.orrery.crawl;

/**
 * How a run differs from an ordinary one.
 *
 * @param force ask feeds that are not yet due or said to be gone; a server's Retry-After is still obeyed
 * @param offline ask no feed
 * @param dryRun record and write nothing
 * @param staying one of a program that looks for due feeds again and again, so that these are spread over time; a single run,
 *     as a timer makes it, has them due with one of the runs that follow it
 */
public record Mode(boolean force, boolean offline, boolean dryRun, boolean staying) {}
