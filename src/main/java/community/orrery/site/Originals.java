package community.orrery.site;

import community.orrery.feed.EntryId;
import community.orrery.feed.Post;
import java.net.URI;
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
        return page && id.matches("https?://[^\\s<>\"]+") ? Optional.of(URI.create(id)) : Optional.empty();
    }
}
