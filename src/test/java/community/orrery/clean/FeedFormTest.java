package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.KeptHtml;
import org.junit.jupiter.api.Test;

/** One cleaned text, on a page of ours and in a feed. */
class FeedFormTest {

    private static final String FOOTNOTE =
            "<p id='a'>x<a href='#fn:1' id='r1'>1</a></p><p id='fn:1'>n <a href='#r1'>↩</a> <code>id=\"k\" href=\"#z\"</code></p>";

    @Test
    void linksIntoThePostLeadToTheOriginalAndIdsGo() {
        assertThat(SafeHtml.inFeed(Fixtures.clean(FOOTNOTE).html(), Fixtures.ORIGIN.permalink())
                        .markup())
                .isEqualTo(
                        "<p>x<a href=\"https://blog.example/2024/05/post/#fn:1\">1</a></p>"
                                + "<p>n <a href=\"https://blog.example/2024/05/post/#r1\">↩</a> <code>id=\"k\" href=\"#z\"</code></p>");
    }

    @Test
    void withoutAnOriginalTheyLeadNowhere() {
        assertThat(SafeHtml.inFeed(Fixtures.clean(FOOTNOTE).html(), null).markup())
                .startsWith("<p>x<a>1</a></p>");
    }

    @Test
    void onAPageIdsAndTheLinksToThemAreThePostsOwn() {
        KeptHtml html = Fixtures.clean(FOOTNOTE).html();
        assertThat(SafeHtml.onPage(html, "p2-").markup())
                .isEqualTo("<p id=\"p2-a\">x<a id=\"p2-r1\" href=\"#p2-fn:1\">1</a></p>"
                        + "<p id=\"p2-fn:1\">n <a href=\"#p2-r1\">↩</a> <code>id=\"k\" href=\"#z\"</code></p>");
    }

    @Test
    void aPostWithoutEitherIsTheSame() {
        KeptHtml html = Fixtures.clean("<p>x</p>").html();
        assertThat(SafeHtml.inFeed(html, Fixtures.ORIGIN.permalink()).markup()).isSameAs(html.markup());
        assertThat(SafeHtml.onPage(html, "p1-").markup()).isSameAs(html.markup());
    }
}
