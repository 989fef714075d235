package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextsTest {

    @Test
    void keepsTextsOfTheObjectItself() {
        assertThat(
                        JsonTexts.of(
                                "{\"a\":\"1\",\"n\":2,\"in\":{\"a\":\"no\",\"b\":\"no\"},\"list\":[\"no\",{\"b\":\"no\"}],\"u\":null,\"b\":\"\\u003c\"}"))
                .containsOnly(entry("a", "1"), entry("b", "<"));
    }

    @Test
    void takesTheFirstOfEquals() {
        assertThat(JsonTexts.of("{\"a\":\"1\",\"a\":\"2\"}")).containsOnly(entry("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "\"a\"",
                "[{\"a\":\"1\"}]",
                "null",
                "{",
                "{\"a\"",
                "{\"a\":\"1",
                "{a:'1'}",
                "\ud800"
            })
    void findsNothingInWhatIsNoObject(String json) {
        assertThat(JsonTexts.of(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"1\"",
                "{\"a\":\"1\",",
                "{\"a\":\"1\",\"b\":\"2",
                "{\"a\":\"1\"}}x",
                "{\"a\":\"1\",\"b\":\"\\q\"}"
            })
    void keepsWhatStandsBeforeABreak(String json) {
        assertThat(JsonTexts.of(json)).containsOnly(entry("a", "1"));
    }

    @Test
    void endsWhereNestingIsTooDeep() {
        String deep = "[".repeat(JsonTexts.DEEPEST) + "]".repeat(JsonTexts.DEEPEST);
        assertThat(JsonTexts.of("{\"a\":\"1\",\"b\":" + deep + ",\"c\":\"2\"}")).containsOnly(entry("a", "1"));
        assertThat(JsonTexts.of("{\"a\":\"1\",\"b\":" + "[".repeat(9_000))).containsOnly(entry("a", "1"));
    }

    @Test
    void leavesWhatIsTooLongUnread() {
        String json = "{\"a\":\"1\",\"b\":\"\"}";
        String longest = json.replace("\"\"", "\"" + "x".repeat(JsonTexts.LONGEST - json.length()) + "\"");
        assertThat(JsonTexts.of(longest)).containsKeys("a", "b");
        assertThat(JsonTexts.of(longest + " ")).isEmpty();
    }
}
