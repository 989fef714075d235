package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Enclosure;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Which of a post's files stand below its text. */
class AttachmentsTest {

    private static final Enclosure COVER =
            new Enclosure(URI.create("https://ada.example/3f2b9c_1456x816.jpeg"), "image/jpeg", null, null);
    private static final Enclosure TALK =
            new Enclosure(URI.create("https://ada.example/talk.mp3"), "audio/mpeg", null, null);

    private static final Post POST = SamplePlanet.attached(
            SamplePlanet.rich(500, "ada", Instant.parse("2026-05-20T10:00:00Z")), List.of(COVER, TALK));

    @Test
    void aPictureIsNotListedBelowATextThatShowsPictures() {
        assertThat(listed("<p>Words.</p><img src='/rack.jpg'>"))
                .containsExactly(TALK.uri().toString());
    }

    @Test
    void aPictureIsListedBelowATextThatShowsNone() {
        assertThat(listed("<p>Words.</p>"))
                .containsExactly(COVER.uri().toString(), TALK.uri().toString());
    }

    @Test
    void aPictureIsShownBelowATextThatShowsNone() {
        assertThat(page("<p>Words.</p>").select(".attachments img").eachAttr("src"))
                .containsExactly(COVER.uri().toString());
    }

    @Test
    void theOneFileOfAnRssItemIsTheEpisodeAndNotItsCover() {
        assertThat(site("<p>Words.</p>").text("feed.xml"))
                .contains("<enclosure url=\"" + TALK.uri())
                .doesNotContain("<enclosure url=\"" + COVER.uri());
    }

    private static List<String> listed(String body) {
        return page(body).select(".attachments a").eachAttr("href");
    }

    private static Document page(String body) {
        return site(body).page(POST.path());
    }

    private static PrintedSite site(String body) {
        return new PrintedSite(
                SamplePlanet.planet(), List.of(new Writing(POST, List.of())), Theme.NONE, SamplePlanet.texts(body));
    }
}
