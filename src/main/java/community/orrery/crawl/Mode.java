package community.orrery.crawl;

/**
 * How a run differs from an ordinary one.
 *
 * @param force ask feeds that are not yet due or said to be gone; a server's Retry-After is still obeyed
 * @param offline ask no feed
 * @param dryRun record and write nothing
 */
public record Mode(boolean force, boolean offline, boolean dryRun) {}
