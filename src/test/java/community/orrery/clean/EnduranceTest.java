package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One post never holds up the others, however it is made. The bounds are far above what is needed. */
class EnduranceTest {

    private static final Duration PLENTY = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<table><tr><td>",
                "<ul><li>",
                "<math><mi>",
                "<x-y>",
                "<pre>",
                "<details><summary>"
            })
    void aHundredThousandOpenTagsComeThrough(String tags) {
        String deep =
                tags.repeat(100_000 / (int) tags.chars().filter(c -> c == '<').count()) + "the end";
        Cleaned cleaned = assertTimeoutPreemptively(PLENTY, () -> Fixtures.clean(deep));
        assertThat(cleaned.text()).endsWith("the end");
        assertThat(PolicyCheck.violations(SafeHtml.onPage(cleaned.html(), "p1-").markup(), "p1-"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><foreignObject>",
                "<math><mfenced>",
                "$$ x ",
                "\\[ a ",
                "\\( a ",
                "\\begin{align} a ",
                "$x ",
                "<a href=#x>a</a><b></b>",
                "<p>The post <a>x</a> ",
                "<p><iframe src=//a.example>"
            })
    void timeGrowsWithLengthOnly(String part) {
        String many = part.repeat(10_000);
        assertThat(assertTimeoutPreemptively(PLENTY, () -> Fixtures.clean(many)).html())
                .isNotNull();
    }

    /** Every question mark might end the name of a picture that shows nothing. */
    @Test
    void longAddressesOfPicturesAreReadOnce() {
        String picture = "<img src=\"https://h.example/blank-" + "a".repeat(3_900) + "?".repeat(4_000) + "\">";
        assertThat(assertTimeoutPreemptively(PLENTY, () -> Fixtures.clean(picture.repeat(300)))
                        .html())
                .isNotNull();
    }

    /** Each of them might stand before a fence around the formula. */
    @Test
    void spacesInAScriptsFormulaAreReadOnce() {
        String formula = "<script type=math/tex>x" + " ".repeat(400_000) + "y</script>";
        assertThat(assertTimeoutPreemptively(PLENTY, () -> Fixtures.clean(formula))
                        .html())
                .isNotNull();
    }

    @Test
    void halfAMegabyteOfProseComesThroughWhole() {
        String paragraph = "<p>The queue is <em>long</em> &amp; the <a href=\"/x\">night</a> is short — 夜.</p>\n";
        int times = 500_000 / paragraph.length();
        Cleaned cleaned = assertTimeoutPreemptively(PLENTY, () -> Fixtures.clean(paragraph.repeat(times)));
        assertThat(cleaned.html().markup().split("<p>", -1)).hasSize(times + 1);
        assertThat(cleaned.words()).isEqualTo(11 * times + times / 2);
    }

    @Test
    void nestingBeyondTheBoundKeepsItsText() {
        String markup = Fixtures.clean("<div>".repeat(300) + "deep" + "</div>".repeat(300))
                .html()
                .markup();
        assertThat(markup).isEqualTo("<div>".repeat(Policy.DEPTH) + "deep" + "</div>".repeat(Policy.DEPTH));
    }

    @Test
    void whatIsLongerThanAnyPostIsCutOff() {
        String endless = "word ".repeat(Policy.INPUT_CHARACTERS / 5 + 1_000);
        assertThat(Fixtures.clean(endless).words()).isEqualTo(Policy.INPUT_CHARACTERS / 5);
    }
}
