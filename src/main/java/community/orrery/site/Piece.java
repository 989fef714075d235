package community.orrery.site;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.util.List;

/**
 * One writing with what lists show of it.
 *
 * @param member who published the original
 * @param path of its page, below the site's root
 * @param bearing by what readers of our feeds know it
 * @param tags without repeats, in the author's order
 * @param digest of all that any page or feed shows of it, its text included
 * @param reference digest of what a link from another post shows of it
 */
record Piece(Writing writing, Member member, String path, Bearing bearing, List<Tag> tags, Sum digest, Sum reference) {

    Post post() {
        return writing.original();
    }

    String title() {
        return post().metadata().title();
    }

    /** Whether the front page and the feeds carry it. */
    boolean isShown() {
        return writing.isShown();
    }
}
