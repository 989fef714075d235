package community.orrery.site;

import community.orrery.clean.Trackers;
import community.orrery.feed.EntryId;
import community.orrery.feed.Post;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a post's home is, as readers are led there: without what only tells its author that they came from a feed. */
final class Originals {

    private Originals() {}

    /** What the entry declares, else its own page, else its id where that is its permalink. */
    static Optional<URI> of(Post post) {
        return stated(post).map(Originals::bare);
    }

    /** The address of its entry's own page, which need not be its original's; null when it gives none. */
    static @Nullable URI page(Post post) {
        URI link = post.metadata().link();
        return link == null ? null : bare(link);
    }

    private static URI bare(URI address) {
        String url = address.toString();
        String bare = Trackers.without(url);
        return bare.equals(url) ? address : URI.create(bare);
    }

    private static Optional<URI> stated(Post post) {
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
