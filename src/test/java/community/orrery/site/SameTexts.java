package community.orrery.site;

import community.orrery.feed.KeptHtml;
import community.orrery.feed.Post;

/** One post's texts for all posts, as an archive has them ready. */
public record SameTexts(KeptHtml html, String excerpt, String plainText) implements PostTexts {

    public static SameTexts of(PostTexts texts, Post post) {
        return new SameTexts(texts.html(post), texts.excerpt(post), texts.plainText(post));
    }

    @Override
    public KeptHtml html(Post post) {
        return html;
    }

    @Override
    public String excerpt(Post post) {
        return excerpt;
    }

    @Override
    public String plainText(Post post) {
        return plainText;
    }
}
