package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The points of a blog's drawing, to a tenth. */
class SparklineTest {

    @Test
    void drawsTheBusiestMonthAtTheTopAndAnEmptyOneAtTheFoot() {
        int[] months = new int[24];
        months[0] = 7;

        assertThat(Sparkline.line(months, 7)).startsWith("2.0,2.0 6.0,22.0 ").endsWith(" 94.0,22.0");
    }

    @Test
    void roundsAsOneWouldByHand() {
        int[] months = new int[24];
        for (int most = 1; most <= 200; most++) {
            for (int posts = 0; posts <= most; posts++) {
                Arrays.fill(months, posts);
                assertThat(Sparkline.line(months, most).split(" ")[5])
                        .as("%d of %d", posts, most)
                        .isEqualTo(String.format(Locale.ROOT, "22.0,%.1f", 22 - posts * 20.0 / most));
            }
        }
    }
}
