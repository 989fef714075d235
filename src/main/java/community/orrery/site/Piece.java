package community.orrery.site;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.util.List;

/**
 * One writing with what lists show of it.
 *
 * @param member who published the original
 * @param tags without repeats, in the author's order
 * @param digest of all that any page or feed shows of it, its text included
 */
record Piece(Writing writing, Member member, List<Tag> tags, String digest) {

    Post post() {
        return writing.original();
    }

    String path() {
        return post().path();
    }

    String title() {
        return post().metadata().title();
    }

    /** Whether the front page and the feeds carry it. */
    boolean isShown() {
        return writing.isShown();
    }

    /** A link from one post to another shows only this much. */
    String reference() {
        return path() + " " + title();
    }
}
