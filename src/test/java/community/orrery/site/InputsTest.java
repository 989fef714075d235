package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a page shows differently has another digest: a page whose digest stays is not printed. */
class InputsTest {

    private static Sum digest(Object... values) {
        return Inputs.of("kind").withAll(List.of(values)).digest();
    }

    @Test
    void givesEqualValuesEqualDigests() {
        assertThat(digest("a title", 7, true))
                .isEqualTo(digest("a title", 7, true))
                .asString()
                .matches("[0-9a-f]{24}");
    }

    @Test
    void keepsNeighbouringValuesApart() {
        assertThat(digest("ab", "c")).isNotEqualTo(digest("a", "bc")).isNotEqualTo(digest("abc"));
        assertThat(digest("\0a")).isNotEqualTo(digest("a"));
        assertThat(Inputs.of("k").with("").digest())
                .isNotEqualTo(Inputs.of("k").digest())
                .isNotEqualTo(Inputs.of("k").with((String) null).digest());
        assertThat(Inputs.of("a").with("b").digest())
                .isNotEqualTo(Inputs.of("b").with("a").digest());
    }

    @Test
    void readsEveryLetterOfATextHoweverLong() {
        for (int length = 1; length <= 17; length++) {
            Set<Sum> digests = new HashSet<>(List.of(digest("x".repeat(length))));
            for (int at = 0; at < length; at++) {
                StringBuilder changed = new StringBuilder("x".repeat(length));
                changed.setCharAt(at, '\u0178'); // another byte of the letter only
                digests.add(digest(changed));
            }
            assertThat(digests).as("length %d", length).hasSize(length + 1);
        }
    }

    @Test
    void readsEveryByteOfAFileHoweverLong() {
        for (int length = 1; length <= 17; length++) {
            Set<Sum> digests =
                    new HashSet<>(List.of(Inputs.of("k").with(new byte[length]).digest()));
            for (int at = 0; at < length; at++) {
                byte[] changed = new byte[length];
                changed[at] = (byte) 0x80;
                digests.add(Inputs.of("k").with(changed).digest());
            }
            assertThat(digests).as("length %d", length).hasSize(length + 1);
        }
    }

    @Test
    void tellsMomentsApartByTheNanosecond() {
        Instant moment = Instant.parse("2026-05-18T09:30:00Z");

        assertThat(Inputs.of("k").with(moment).digest())
                .isNotEqualTo(Inputs.of("k").with(moment.plusNanos(1)).digest())
                .isNotEqualTo(Inputs.of("k").with(moment.plusSeconds(1)).digest())
                .isNotEqualTo(Inputs.of("k").with((Instant) null).digest());
    }

    /** Texts that differ as titles, paths and digests do: in a letter, in a number, in their order. */
    @Test
    void findsNoTwoOfManySimilarValuesAlike() {
        Random random = new Random(20261121);
        Set<Sum> digests = new HashSet<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            texts.add("posts/blog-" + i % 40 + "/what-we-learned-" + i + ".html");
        }
        for (int i = 0; i < 200_000; i++) {
            int one = random.nextInt(texts.size());
            digests.add(digest(texts.get(one), texts.get(i % texts.size()), i));
        }

        assertThat(digests).hasSize(200_000);
        assertThat(digests.stream().map(digest -> digest.high() >>> 16).distinct())
                .as("the half of it is as good as a random number")
                .hasSize(200_000);
        assertThat(digests.stream()
                        .map(digest -> List.of((short) digest.high(), digest.low()))
                        .distinct())
                .as("and so is the other")
                .hasSize(200_000);
    }

    @Test
    void takesADigestWhole() {
        Sum digest = digest("a title");

        assertThat(Inputs.of("k").with(digest).digest())
                .isEqualTo(Inputs.of("k").with(digest("a title")).digest())
                .isNotEqualTo(Inputs.of("k")
                        .with(new Sum(digest.high(), digest.low() ^ 1))
                        .digest())
                .isNotEqualTo(Inputs.of("k")
                        .with(new Sum(digest.high() ^ 1L << 63, digest.low()))
                        .digest())
                .isNotEqualTo(Inputs.of("k").with((Sum) null).digest());
    }

    @Test
    void writesADigestDigitByDigit() {
        assertThat(new Sum(0x0123_4567_89ab_cdefL, 0xf00d_0042)).hasToString("0123456789abcdeff00d0042");
        assertThat(new Sum(-1, 1)).hasToString("ffffffffffffffff00000001");
    }

    @Test
    void takesBytesAsTheyAre() {
        byte[] bytes = "asset".getBytes(StandardCharsets.UTF_8);

        assertThat(Inputs.of("k").with(bytes).digest())
                .isEqualTo(Inputs.of("k").with(bytes.clone()).digest());
    }
}
