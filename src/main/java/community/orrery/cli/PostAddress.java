package community.orrery.cli;

import community.orrery.feed.Credentials;
import community.orrery.opml.FeedAddress;
import java.net.URI;

/** A post's address as people copy it from their browsers: read as the list's are. */
final class PostAddress {

    private PostAddress() {}

    /** @throws Unmended when it is none */
    static URI of(String typed) throws Unmended {
        try {
            return FeedAddress.feed(typed.strip());
        } catch (FeedAddress.Refused e) {
            throw new Unmended(
                    Credentials.hidden(typed + " " + e.what() + ". " + e.remedy()) + " Nothing was changed.");
        }
    }
}
