package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.orrery.site.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeFolderTest {

    @TempDir
    private Path folder;

    @Test
    void readsFilesByNameAndLeavesHiddenOnesOut() throws Exception {
        Files.createDirectories(folder.resolve("look/assets"));
        Files.writeString(folder.resolve("look/assets/style.css"), "body {}");
        Files.writeString(folder.resolve("look/.DS_Store"), "x");

        assertThat(ThemeFolder.read(folder, "look").files()).containsOnlyKeys("assets/style.css");
    }

    @Test
    void isTheDesignAsItComesWhenTheListNamesNone() throws Exception {
        assertThat(ThemeFolder.read(folder, null)).isEqualTo(Theme.NONE);
    }

    @Test
    void refusesAFolderBehindALinkAnywhereOnTheWay(@TempDir Path outside) throws Exception {
        Files.createDirectories(outside.resolve("look"));
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(folder.resolve("look"), outside.resolve("look"));

        assertThatThrownBy(() -> ThemeFolder.read(folder, "link/look")).isInstanceOf(Unmended.class);
        assertThatThrownBy(() -> ThemeFolder.read(folder, "look")).isInstanceOf(Unmended.class);
    }

    @Test
    void followsNoLinkInsideTheFolder(@TempDir Path outside) throws Exception {
        Files.createDirectories(folder.resolve("look/assets"));
        Path secret = Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(folder.resolve("look/assets/leak.txt"), secret);

        assertThat(ThemeFolder.read(folder, "look").files()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> ThemeFolder.read(folder, "absent"))
                .isInstanceOf(Unmended.class)
                .hasMessageContaining("absent")
                .hasMessageContaining("planet:theme");
    }
}
