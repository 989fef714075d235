package community.orrery.crosspost;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Hidden;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Settings;
import community.orrery.site.SamplePlanet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A post is hidden by whatever address a person copies: the original's as shared, or that of our page wherever it stands. */
class ConcealmentTest {

    /** At https://ada.example/rich?a=1&b=2, with our page at posts/ada/rich.html. */
    private static final Post POST = SamplePlanet.rich(1, "ada", Instant.parse("2026-05-20T10:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ada.example/rich?a=1&b=2",
                "http://ada.example/rich?a=1&b=2",
                "https://www.ada.example/rich/?b=2&a=1",
                "https://ADA.example:443/rich.html?a=1&b=2#comments",
                "https://ada.example/rich?a=1&b=2&utm_source=planet&utm_medium=rss&fbclid=x",
                "https://planet.example/blogs/posts/ada/rich.html",
                "http://planet.example/blogs/posts/ada/rich.html?utm_source=mail#top",
                "https://old-address.example/posts/ada/rich.html",
                "https://planet.example/blogs/posts/ada/rich",
            })
    void hidesByEverySpellingOfTheOriginalsAddressAndOfOurPages(String url) {
        assertThat(concealment(url).of(POST)).map(Hidden::url).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ada.example/",
                "https://ada.example/rich?a=1",
                "https://ada.example/rich/comments?a=1&b=2",
                "https://planet.example/blogs/posts/ada/richer.html",
                "https://planet.example/blogs/posts/weekly/rich.html",
                "https://planet.example/blogs/old-posts/ada/rich.html",
                "https://planet.example/blogs/members/ada.html",
            })
    void hidesNothingBesides(String url) {
        assertThat(concealment(url).of(POST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ada.example/declared", "http://ada.example/declared/?utm_source=x"})
    void hidesByTheOriginalThatAPostDeclares(String url) {
        Post relayed = SamplePlanet.declaring(
                SamplePlanet.post(2, "weekly", Instant.parse("2026-05-20T10:00:00Z"), new Random(1)),
                URI.create("https://ada.example/declared?utm_campaign=feed"));
        assertThat(concealment(url).of(relayed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts/ada/rich.html", "https://planet.example/blogs/posts/ada/rich"})
    void hidesByThePagesThatTheListNamesWhateverTheAddressHasBecome(String page) {
        assertThat(concealment("https://old.example/rich", "posts/weekly/rich.html", page)
                        .of(POST))
                .isPresent();
        assertThat(concealment("https://old.example/rich", "posts/weekly/rich.html")
                        .of(POST))
                .isEmpty();
    }

    private static Concealment concealment(String url, String... pages) {
        return new Concealment(new Planet(
                "T",
                URI.create("https://planet.example/blogs/"),
                "",
                Locale.ENGLISH,
                null,
                null,
                Settings.DEFAULT,
                List.of(),
                List.of(),
                List.of(new Hidden(
                        URI.create(url), Stream.of(pages).map(URI::create).toList(), "asked for", 1))));
    }
}
