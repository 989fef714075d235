package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.clean.HtmlCleaner;
import community.orrery.clean.Origin;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Member;
import community.orrery.feed.Member.Extent;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.UntrustedHtml;
import community.orrery.feed.Writing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The picture that a shared link shows. */
class SocialCardsTest {

    private static final String PICTURE = "<p>Words.</p><img src='/smile.png' width='20'><img src='/rack.jpg'>";
    private static final Instant DAY = Instant.parse("2026-05-20T10:00:00Z");

    private static Document page(Post post, Extent extent, String body) {
        List<Member> members = new ArrayList<>(SamplePlanet.planet().members());
        members.set(0, SamplePlanet.member("ada", "Ada’s Cluster Notes", extent, true));
        Planet planet = SamplePlanet.planet(members);
        SitePlan plan = SamplePlanet.plan(planet, List.of(new Writing(post, List.of())));
        URI base = URI.create("https://ada.example/2026/");
        Press press = new Press(plan, new PostTexts() {

            @Override
            public KeptHtml html(Post shown) {
                return HtmlCleaner.clean(new UntrustedHtml(body, base), new Origin(base, null))
                        .html();
            }

            @Override
            public String excerpt(Post shown) {
                return SamplePlanet.excerpt(shown);
            }

            @Override
            public String plainText(Post shown) {
                return "";
            }
        });
        byte[] bytes = plan.files().stream()
                .filter(file -> file.path().equals(post.path()))
                .findFirst()
                .map(press::print)
                .orElseThrow();
        return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String image(Document page) {
        return page.select("meta[property=og:image]").attr("content");
    }

    private static Post plain() {
        return SamplePlanet.writings(25).stream()
                .map(Writing::original)
                .filter(post -> post.member().equals("ada"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isTheOneThatTheFeedNames() {
        Document page = page(SamplePlanet.rich(500, "ada", DAY), Extent.FULL, PICTURE);

        assertThat(image(page)).isEqualTo("https://ada.example/cover.png");
    }

    @Test
    void isNotItsAuthorsPortrait() {
        for (String host :
                List.of("0.gravatar.com", "Secure.Gravatar.com", "gravatar.com", "avatars.githubusercontent.com")) {
            Post post = SamplePlanet.pictured(plain(), URI.create("https://" + host + "/avatar/1?s=460"));

            assertThat(image(page(post, Extent.FULL, PICTURE))).isEqualTo("https://ada.example/rack.jpg");
        }
        URI elsewhere = URI.create("https://notgravatar.com/avatar/1");
        assertThat(image(page(SamplePlanet.pictured(plain(), elsewhere), Extent.FULL, PICTURE)))
                .isEqualTo(elsewhere.toString());
    }

    @Test
    void isElseTheFirstInThePostThatIsMoreThanAnIcon() {
        Document page = page(plain(), Extent.FULL, PICTURE);

        assertThat(image(page)).isEqualTo("https://ada.example/rack.jpg");
        assertThat(page.select("script[type=application/ld+json]").html())
                .contains("\"image\":\"https://ada.example/rack.jpg\"");
    }

    @Test
    void isThePlanetsOwnWhereThePostHasNoneOrItsTextIsNotShownHere() {
        String ours = "https://planet.example/blogs/assets/social.png";

        assertThat(image(page(plain(), Extent.FULL, "<p>Words.</p>"))).isEqualTo(ours);
        assertThat(image(page(plain(), Extent.EXCERPT, PICTURE))).isEqualTo(ours);
    }
}
