package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Writing;
import community.orrery.publish.Published;
import community.orrery.publish.Publisher;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way from posts to a folder. */
class SampleSiteTest {

    @Test
    void writesASiteAndThenNothingMore() {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(90));
        writings.add(new Writing(SamplePlanet.rich(1000, "ada", Instant.parse("2026-05-19T08:00:00Z")), List.of()));
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(), writings);
        Publisher publisher = new Publisher(Path.of("target/sample-site"));
        Press press = new Press(plan, SamplePlanet.TEXTS);
        publisher.write(plan.files(), press::print);

        Published again = publisher.write(plan.files(), press::print);

        assertThat(again.written()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(plan.files().size());
    }
}
