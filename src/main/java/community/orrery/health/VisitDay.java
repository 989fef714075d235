package community.orrery.health;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A feed's visits of one day.
 *
 * @param day in UTC
 * @param visits at least one
 * @param failures of these, without a feed to read
 * @param took all requests together, redirects and bodies included
 * @param slowest the longest of them
 */
public record VisitDay(LocalDate day, int visits, int failures, Duration took, Duration slowest) {

    /** As many days are kept of each feed. */
    public static final int KEPT = 60;

    /** How long a request took on average. */
    public Duration mean() {
        return took.dividedBy(visits);
    }
}
