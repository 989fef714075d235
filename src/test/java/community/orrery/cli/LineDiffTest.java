package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A difference is read by others too: on a terminal, in the log of a CI. */
class LineDiffTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xmlUrl=\"https://ann:sesame@ann.example/\"",
                "xmlUrl=\"https://ann:open>sesame@ann.example/\"",
                "xmlUrl='https://ann:open\"sesame@ann.example/'",
                "xmlUrl=\"https://ann:open“sesame@ann.example/\"",
                "xmlUrl=\"https://ann&#58;sesame@ann.example/\"",
                "xmlUrl=\"https&#x3A;/&#x2f;ann:sesame@ann.example/\"",
                "xmlUrl=\"https:&#47;&#047;ann:sesame&#64;ann.example/\"",
            })
    void showsNoPasswordHoweverItIsWritten(String attribute) {
        String line = "<outline text=\"Ann\" " + attribute + "/>";

        String diff = LineDiff.of("feeds.opml", line + "\n", line + "\nmore\n");

        assertThat(diff).contains("+more", "//…@ann.example/").doesNotContain("sesame");
    }

    @Test
    void showsOtherLinesToTheLetter() {
        String line =
                "<outline text=\"R&#38;D &#64; home\" xmlUrl=\"https://ann.example/@ann/feed\"/> <!-- // see ann@x -->";

        assertThat(LineDiff.of("feeds.opml", line + "\n", line + "\nmore\n")).contains(line);
    }
}
