package community.orrery.health;

import java.time.Duration;
import java.time.Instant;

/**
 * What one run came to that asked a feed or changed the site.
 *
 * @param took from its beginning to the last file in its place
 * @param asked feeds
 * @param failed of these, without a feed to read, those that wished to be asked later among them
 * @param added posts met for the first time, or that came back
 * @param updated posts that their authors edited
 * @param withdrawn posts that their authors took back
 * @param written files of the site
 */
public record Run(
        Instant begun, Duration took, int asked, int failed, int added, int updated, int withdrawn, int written) {

    /** As many are kept, the newest: three weeks of a planet that is crawled each half hour. */
    public static final int KEPT = 1000;
}
