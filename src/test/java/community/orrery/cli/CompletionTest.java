package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code orrery completion} prints, read by the shells that it is for. */
class CompletionTest {

    /** Asks as readline does: the words so far, then the function that is registered for the first of them. */
    private static final String IN_BASH =
            """
            source "$1"
            shift
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            asked=$(complete -p orrery | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
            "$asked" orrery "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    /** On a terminal of its own, with the key pressed. */
    private static final String IN_ZSH =
            """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "source $1; print rea''dy"
            zpty -r -m shell seen '*ready*'
            zpty -w -n shell $'orrery vali\\t'
            zpty -r -m shell seen '*orrery validate*'
            zpty -w -n shell $'\\C-uorrery check --format ma\\t'
            zpty -r -m shell seen '*orrery check --format markdown*'
            zpty -d shell
            print completed
            """;

    @TempDir
    private Path folder;

    private Path completion;

    @BeforeEach
    void print() throws IOException {
        Terminal terminal = new Terminal();
        assertThat(terminal.run("completion")).isZero();
        completion = Files.writeString(folder.resolve("completion"), terminal.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orrery up                      | update",
                "orrery re                      | remove,rename,retire",
                "orrery serve --                | --output,--archive,--listen,--help,--version",
                "orrery --off                   | --offline",
                "orrery add https://x.example/ --gr | --group",
                "orrery check --format m        | markdown",
                "orrery validate --po           | ''"
            })
    void isSourcedByBash(String typed, String offered) throws Exception {
        assumeShell("bash");
        List<String> words = new ArrayList<>(List.of("bash", "--norc", "-c", IN_BASH, "bash", completion.toString()));
        words.addAll(List.of(typed.split(" ")));
        assertThat(said(words).lines().filter(line -> !line.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(offered.split(","))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    @Test
    void isSourcedByZsh() throws Exception {
        assumeShell("zsh");
        assertThat(said(List.of("zsh", "-f", "-c", IN_ZSH, "zsh", completion.toString())))
                .endsWith("completed\n");
    }

    private static void assumeShell(String shell) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin", shell)) || Files.isExecutable(Path.of("/usr/bin", shell)),
                () -> "no " + shell + " on this machine");
    }

    private String said(List<String> words) throws IOException, InterruptedException {
        Path out = folder.resolve("said");
        Process shell = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        shell.getOutputStream().close();
        boolean ended = shell.waitFor(1, TimeUnit.MINUTES);
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        assertThat(ended).as(Files.readString(out)).isTrue();
        return Files.readString(out);
    }
}
