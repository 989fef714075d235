package community.orrery.site;

import community.orrery.feed.KeptHtml;
import community.orrery.feed.Post;

/** Where posts' texts lie until a page needs them: a plan of thousands of posts holds none. For several threads at once. */
public interface PostTexts {

    /** The cleaned text; asked only for posts whose text a page shows. */
    KeptHtml html(Post post);

    /** Plain text for lists, made from the cleaned text; ends at a word. Empty when the post has no words. */
    String excerpt(Post post);

    /** The cleaned text without markup, for searching. */
    String plainText(Post post);
}
