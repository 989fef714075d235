package community.orrery.crosspost;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.crosspost.Kinship.Reason;
import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.site.SamplePlanet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whose a writing is when two members carry it. */
class CrosspostsTest {

    private static final Instant MORNING = Instant.parse("2026-05-20T08:00:00Z");

    private final Post own = SamplePlanet.post(1, "ada", MORNING.plusSeconds(3600), new Random(1));
    private final Post earlier = SamplePlanet.post(2, "weekly", MORNING, new Random(1));

    private static Attribution attribute(Post... posts) {
        List<Member> members = List.of(SamplePlanet.member("ada", "Ada"), SamplePlanet.member("weekly", "The weekly"));
        return Crossposts.attribute(
                SamplePlanet.planet(members), List.of(posts), List.of(new Kinship(1, 2, Reason.SAME_TEXT, null, 0.9)));
    }

    @Test
    void givesItToWhoeverPublishedItFirst() {
        assertThat(attribute(own, earlier).writings()).singleElement().satisfies(writing -> {
            assertThat(writing.original()).isEqualTo(earlier);
            assertThat(writing.copies()).containsExactly(own);
        });
    }

    @Test
    void givesItToTheSiteThatAnEarlierCopyLeadsTo() {
        Post relayed = SamplePlanet.declaring(earlier, URI.create("https://ada.example/posts/1"));

        assertThat(attribute(own, relayed).writings()).singleElement().satisfies(writing -> {
            assertThat(writing.original()).isEqualTo(own);
            assertThat(writing.copies()).containsExactly(relayed);
        });
    }
}
