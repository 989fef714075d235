package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesForAScriptWhatNoBrowserTakesForTheEndOfOne() {
        String text = "</script><!-- & \u2028\u2029 \" \\ \u0001 é字\uD83D\uDE00";

        String script = new String(Json.script("f(", List.of(text), ");"), StandardCharsets.UTF_8);

        assertThat(script)
                .isEqualTo(
                        "f([\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\\u2029 \\\" \\\\ \\u0001 é字\uD83D\uDE00\"]);");
        assertThat(Json.block(List.of(text)).json()).isEqualTo(script.substring(2, script.length() - 2));
    }
}
