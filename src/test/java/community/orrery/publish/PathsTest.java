package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is written to, or removed from, a path that leads anywhere but below the output folder. */
class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/x",
                "x/",
                "x//y",
                "../x",
                "x/../y",
                "x/..",
                "./x",
                ".x",
                "x/.y",
                "x\ty",
                "x:y",
                "x\\y",
                "x\r",
                "x\u0085y"
            })
    void refusesWhatLeadsElsewhere(String path) {
        assertThat(Paths.isSound(path)).isFalse();
    }

    @Test
    void refusesANameThatNoFileSystemTakes() {
        assertThat(Paths.isSound("posts/" + "x".repeat(255) + "/y")).isTrue();
        assertThat(Paths.isSound("posts/" + "x".repeat(256) + "/y")).isFalse();
        assertThat(Paths.isSound("posts/" + "ä".repeat(128))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "posts/a/one.html", "posts/ä/zwei..drei.html", "a b/c"})
    void takesWhatLiesBelow(String path) {
        assertThat(Paths.isSound(path)).isTrue();
    }
}
