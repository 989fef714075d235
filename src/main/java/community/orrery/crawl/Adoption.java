package community.orrery.crawl;

import community.orrery.archive.Archive;
import community.orrery.archive.Recorded;
import community.orrery.feed.Entry;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Member;
import community.orrery.history.Derivation;
import community.orrery.history.Reading;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Posts that another planet had stored, taken over as a member's. */
public final class Adoption {

    /** Older than any policy: the next run cleans the text again, and what the feed itself then says is no edit of it. */
    private static final int PROVISIONAL = 0;

    private Adoption() {}

    /**
     * Records those posts that the archive does not know. They keep their dates; a later visit to the feed knows them by their
     * links.
     *
     * @param xmlUrl which of the member's feeds they are of
     * @param newcomerPosts how many old posts may enter the front page and the feeds, once the planet's first run is over
     */
    public static Recorded adopt(
            Archive archive, Member member, URI xmlUrl, List<Entry> posts, int newcomerPosts, Instant now) {
        return archive.adopt(new Reading(member, xmlUrl, FeedMetadata.NONE, posts, newcomerPosts, now), entry -> {
            Derivation derived = Manuscripts.derive(entry, xmlUrl, false);
            return new Derivation(
                    PROVISIONAL,
                    derived.text(),
                    derived.excerpt(),
                    derived.words(),
                    derived.typesetting(),
                    derived.html());
        });
    }
}
