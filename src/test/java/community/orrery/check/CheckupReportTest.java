package community.orrery.check;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.check.Finding.Weight;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stranger's words become in a comment and on a terminal. */
class CheckupReportTest {

    private static final String HOSTILE =
            "`id` @everyone #12 org/repo#1 **b** ![x](javascript:x) <img src=x> $a$ ~~c~~ | d\n## e\u2028f\r\n---";

    private static Checkup checkup(String words) {
        return new Checkup(
                words, "https://a.example/feed", null, null, null, List.of(new Finding(Weight.MEND, words, words)));
    }

    @Test
    void callsNobodyAndMarksUpNothingInAComment() {
        String comment = CheckupReport.markdown(List.of(checkup(HOSTILE)));

        assertThat(comment.replaceAll("[@#]&#8203;", "").replaceAll("(?m)^#+ ", ""))
                .doesNotContain("@", "#1", "<img");
        assertThat(comment.replaceAll("\\\\.", "").replaceFirst("\\|---\\|---\\|---\\|", ""))
                .doesNotContain("`", "*", "[", "]", "~", "$", "!");
        assertThat(comment.lines().filter(line -> line.contains("everyone")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("| must mend | ")
                .endsWith("f --- |");
    }

    @Test
    void neitherSteersATerminalNorTurnsItsDirection() {
        String steering = "a\u001b[2Jb\u009b2Jc\u202ed\u2066e\u0000f\tg";

        for (String report : List.of(
                CheckupReport.text(List.of(checkup(steering))), CheckupReport.markdown(List.of(checkup(steering))))) {
            assertThat(report)
                    .contains("2Jb?2Jc?d?e?f")
                    .doesNotContain("\u001b", "\u009b", "\u202e", "\u2066", "\u0000", "\t");
        }
    }

    @Test
    void leavesOutOfACommentWhatItHasNoRoomFor() {
        List<Checkup> many = Collections.nCopies(500, checkup(HOSTILE));

        String comment = CheckupReport.markdown(many);

        assertThat(comment.length()).isBetween(55_000, 60_200);
        assertThat(comment).containsPattern("A comment has no room for the rest, feeds: [0-9]+\\.");
        assertThat(CheckupReport.text(many).split("a.example/feed")).hasSize(501);
    }
}
