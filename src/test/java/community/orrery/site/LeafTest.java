package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Writing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbered from the oldest: page 7 holds the same posts for ever. */
class LeafTest {

    private static List<Leaf<Piece>> leaves(int posts) {
        List<Writing> writings = SamplePlanet.writings(posts);
        return Leaf.of(new Catalogue(SamplePlanet.planet(), writings).pieces(), 4, "index.html", "page/");
    }

    @Test
    void showsEveryPostOnce() {
        for (int posts = 0; posts <= 30; posts++) {
            List<Piece> all = new ArrayList<>();
            leaves(posts).forEach(leaf -> all.addAll(leaf.items()));

            assertThat(all).hasSize(posts).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsAtLeastAPageAndLessThanTwoOnTheFirst() {
        for (int posts = 4; posts <= 30; posts++) {
            assertThat(leaves(posts).get(0).items()).hasSizeBetween(4, 7);
        }
    }

    @Test
    void leavesNumberedPagesAsTheyWereWhenPostsAreAdded() {
        List<Leaf<Piece>> before = leaves(18);
        List<Leaf<Piece>> after = leaves(19);

        assertThat(after.subList(1, after.size())).hasSameSizeAs(before.subList(1, before.size()));
        for (int i = 1; i < before.size(); i++) {
            assertThat(after.get(i).number()).isEqualTo(before.get(i).number());
            assertThat(paths(after.get(i))).hasSize(4).isEqualTo(paths(before.get(i)));
        }
    }

    private static List<String> paths(Leaf<Piece> leaf) {
        return leaf.items().stream().map(Piece::path).toList();
    }

    @Test
    void linksEachPageToItsNeighbours() {
        List<Leaf<Piece>> leaves = leaves(13);

        assertThat(leaves).extracting(Leaf<Piece>::path).containsExactly("index.html", "page/2.html", "page/1.html");
        assertThat(leaves).extracting(Leaf<Piece>::newer).containsExactly(null, "index.html", "page/2.html");
        assertThat(leaves).extracting(Leaf<Piece>::older).containsExactly("page/2.html", "page/1.html", null);
    }
}
