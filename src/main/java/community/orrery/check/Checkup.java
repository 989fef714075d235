package community.orrery.check;

import community.orrery.feed.ParsedFeed;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a feed came to.
 *
 * @param name the blog's, for people
 * @param address as asked, without credentials
 * @param answered the address that answered in the end, after redirects and a page that named its feed; null when none did
 * @param platform what publishes it, as far as it shows: "WordPress"; null when it does not
 * @param feed null when there was none to read
 * @param findings the weightiest first
 */
public record Checkup(
        String name,
        String address,
        @Nullable URI answered,
        @Nullable String platform,
        @Nullable ParsedFeed feed,
        List<Finding> findings) {

    public Checkup {
        findings = List.copyOf(findings);
    }

    /** Whether the planet can carry it as it is. Warnings never speak against it. */
    public boolean fit() {
        return findings.stream().noneMatch(finding -> finding.weight() == Finding.Weight.MEND);
    }
}
