package community.orrery.site;

import community.orrery.feed.EntryId;
import community.orrery.feed.Post;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a post's home is. */
final class Originals {

    private Originals() {}

    /** What the entry declares, else its own page, else its id where that is its permalink. */
    static Optional<URI> of(Post post) {
        if (post.metadata().canonical() != null) {
            return Optional.of(post.metadata().canonical());
        }
        if (post.metadata().link() != null) {
            return Optional.of(post.metadata().link());
        }
        String id = post.id().value();
        boolean page = post.id().kind() == EntryId.Kind.PERMALINK || post.id().kind() == EntryId.Kind.LINK;
        return page && id.matches("https?://[^\\s<>\"]+") ? address(id) : Optional.empty();
    }

    /** An id is the author's own to the letter, so it need not be an address that Java can read. */
    private static Optional<URI> address(String id) {
        try {
            return Optional.of(new URI(id));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
