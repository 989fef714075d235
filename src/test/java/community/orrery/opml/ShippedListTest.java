package community.orrery.opml;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The feeds.opml at the top level. */
class ShippedListTest {

    @Test
    void listsTheCommunityInItsGroups() throws IOException {
        Planet planet = shipped();
        assertThat(planet.title()).isEqualTo("hpc.social");
        assertThat(planet.groups()).extracting(Group::name).containsExactly("Personal", "Community", "Commercial");
        assertThat(planet.groups()).extracting(group -> group.members().size()).containsExactly(8, 5, 1);
        assertThat(planet.members())
                .extracting(Member::id)
                .contains("mark-nelsons-blog", "glenn-k-lockwoods-blog", "hpc-social", "mathworks-blogs")
                .hasSize(14);
    }

    @Test
    void namesTheFeedAndTheHomeOfEachMember() throws IOException {
        assertThat(shipped().members())
                .allSatisfy(member -> assertThat(member.home()).isNotNull())
                .flatExtracting(Member::subscriptions)
                .hasSize(14)
                .extracting(subscription -> subscription.xmlUrl().toString())
                .contains("https://glennklockwood.blogspot.com/feeds/posts/default/-/hpc?alt=rss");
    }

    @Test
    void statesTheDefaults() throws IOException {
        assertThat(shipped().settings()).isEqualTo(Settings.DEFAULT);
    }

    private static Planet shipped() throws IOException {
        return OpmlReader.read(Files.readAllBytes(Path.of("feeds.opml")), "feeds.opml")
                .fold(planet -> planet, mistakes -> {
                    throw new AssertionError(mistakes);
                });
    }
}
