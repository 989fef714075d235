package community.orrery.cli;

import community.orrery.feed.Credentials;
import community.orrery.opml.FeedAddress;
import java.net.URI;

/** A post's address as people copy it from their browsers: read as the list's are, but for a slash before our page's path. */
final class PostAddress {

    private PostAddress() {}

    /** @throws Unmended when it is none */
    static URI of(String typed) throws Unmended {
        String address = typed.strip().replaceFirst("^/(?=posts/)", "");
        if (address.isEmpty() || address.startsWith("/")) {
            throw new Unmended("“" + Credentials.hidden(typed)
                    + "” is no post's address. Write the original's, as in https://blog.example/…,"
                    + " or that of its page here, as in posts/MEMBER/POST.html. Nothing was changed.");
        }
        try {
            return FeedAddress.feed(address);
        } catch (FeedAddress.Refused e) {
            throw new Unmended(
                    Credentials.hidden(typed + " " + e.what() + ". " + e.remedy()) + " Nothing was changed.");
        }
    }
}
