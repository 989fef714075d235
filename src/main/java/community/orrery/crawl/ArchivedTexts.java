package community.orrery.crawl;

import community.orrery.archive.Archive;
import community.orrery.clean.HtmlCleaner;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Post;
import community.orrery.site.PostTexts;

/** Posts' texts as the archive keeps them. */
record ArchivedTexts(Archive archive) implements PostTexts {

    /** A post that a newer program cleaned, by a policy unknown here, is cleaned when it is shown. */
    @Override
    public KeptHtml html(Post post) {
        return archive.html(post.key(), HtmlCleaner.POLICY_VERSION)
                .or(() -> archive.manuscript(post.key())
                        .map(manuscript -> Manuscripts.derive(manuscript).html()))
                .orElseThrow(() -> new IllegalStateException("the archive lists " + post.path() + " without its text"));
    }

    @Override
    public String excerpt(Post post) {
        return archive.excerpt(post.key());
    }

    @Override
    public String plainText(Post post) {
        return archive.plainText(post.key());
    }
}
