package community.orrery.site;

import community.orrery.feed.KeptHtml;
import community.orrery.feed.Post;

/** One text for all posts, cleaned once, as an archive has it ready. */
public record SameTexts(KeptHtml html, String words) implements PostTexts {

    public static SameTexts of(PostTexts texts, Post post) {
        return new SameTexts(texts.html(post), texts.words(post));
    }

    @Override
    public KeptHtml html(Post post) {
        return html;
    }

    @Override
    public String excerpt(Post post) {
        return SamplePlanet.excerpt(post);
    }

    @Override
    public String words(Post post) {
        return words;
    }
}
