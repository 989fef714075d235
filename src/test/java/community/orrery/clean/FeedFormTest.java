package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.UntrustedHtml;
import org.junit.jupiter.api.Test;

/** A post in a feed stands on no page of ours. */
class FeedFormTest {

    private static final String FOOTNOTE =
            "<p id='a'>x<a href='#fn:1' id='r1'>1</a></p><p id='fn:1'>n <a href='#r1'>↩</a> <code>id=\"k\" href=\"#z\"</code></p>";

    @Test
    void linksIntoThePostLeadToTheOriginalAndIdsGo() {
        assertThat(Fixtures.clean(FOOTNOTE).html().forFeed(Fixtures.ORIGIN).markup())
                .isEqualTo(
                        "<p>x<a href=\"https://blog.example/2024/05/post/#fn:1\">1</a></p>"
                                + "<p>n <a href=\"https://blog.example/2024/05/post/#r1\">↩</a> <code>id=\"k\" href=\"#z\"</code></p>");
    }

    @Test
    void withoutAnOriginalTheyLeadNowhere() {
        Origin origin = new Origin(null, null, "p1");
        SafeHtml html = HtmlCleaner.clean(new UntrustedHtml(FOOTNOTE, Fixtures.BASE), origin)
                .html();
        assertThat(html.forFeed(origin).markup()).startsWith("<p>x<a>1</a></p>");
    }

    @Test
    void aPostWithoutEitherIsTheSame() {
        SafeHtml html = Fixtures.clean("<p>x</p>").html();
        assertThat(html.forFeed(Fixtures.ORIGIN)).isSameAs(html);
    }

    @Test
    void equalTextsCleanedWithDifferentPrefixesCanStandOnOnePage() {
        String one = Fixtures.clean(FOOTNOTE).html().markup();
        Origin other = new Origin(Fixtures.BASE, null, "p2-");
        String two = HtmlCleaner.clean(new UntrustedHtml(FOOTNOTE, Fixtures.BASE), other)
                .html()
                .markup();
        assertThat(one).contains("id=\"p1-fn:1\"", "href=\"#p1-fn:1\"");
        assertThat(two).contains("id=\"p2-fn:1\"", "href=\"#p2-fn:1\"").doesNotContain("p1-");
    }
}
