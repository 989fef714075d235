package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.EntryId;
import community.orrery.feed.Post;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BearersTest {

    private static final Post ADAS_FIRST = post(1, "ada", "17");
    private static final Post ADAS_OTHER = post(2, "ada", "17");
    private static final Post LINS_FIRST = post(3, "lin", "17");
    private static final Post LINS_OTHER = post(4, "lin", "17");

    /** Met in the order of their keys. */
    private static Post post(int key, String member, String id) {
        Post post = SamplePlanet.post(
                key, member, Instant.parse("2026-05-01T00:00:00Z").plusSeconds(key), new Random(key));
        return SamplePlanet.identified(post, new EntryId(id, EntryId.Kind.GUID));
    }

    @Test
    void leavesTheIdWithThePostThatWasMetFirst() {
        Bearers bearers = Bearers.of(List.of(LINS_FIRST, ADAS_FIRST));

        assertThat(bearers.bearing(ADAS_FIRST)).isEqualTo(Bearing.ITS_ID);
        assertThat(bearers.bearing(LINS_FIRST)).isEqualTo(Bearing.ITS_BLOG);
    }

    @Test
    void tellsTwoPostsOfOneBlogApartByTheirPages() {
        Bearers bearers = Bearers.of(List.of(LINS_OTHER, LINS_FIRST, ADAS_OTHER, ADAS_FIRST));

        assertThat(bearers.bearing(ADAS_FIRST)).isEqualTo(Bearing.ITS_ID);
        assertThat(bearers.bearing(ADAS_OTHER)).isEqualTo(Bearing.ITS_PAGE);
        assertThat(bearers.bearing(LINS_FIRST)).isEqualTo(Bearing.ITS_BLOG);
        assertThat(bearers.bearing(LINS_OTHER)).isEqualTo(Bearing.ITS_PAGE);
    }

    @Test
    void letsNoBlogTakeTheIdThatWeGiveToAnothersPost() {
        Post forged = post(5, "lin", "urn:orrery:ada:17");
        Post own = post(6, "lin", "urn:orrery:lin:18");
        Post ofAnotherPlanet = post(7, "lin", "urn:orrery:somebody:17");
        Bearers bearers = Bearers.of(List.of(ADAS_FIRST, forged, own, ofAnotherPlanet));

        assertThat(bearers.bearing(forged)).isEqualTo(Bearing.ITS_BLOG);
        assertThat(bearers.bearing(own)).isEqualTo(Bearing.ITS_ID);
        assertThat(bearers.bearing(ofAnotherPlanet)).isEqualTo(Bearing.ITS_ID);
    }
}
