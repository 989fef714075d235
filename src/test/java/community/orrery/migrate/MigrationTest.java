package community.orrery.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no planet has, made to exhaust whoever reads them. */
class MigrationTest {

    private static final String ADA = "[https://ada.example/feed.xml]\nname = Ada\n";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "  \n", "# blogs\n", "\r\n"})
    void readsAuthorsAfterThousandsOfLinesThatSayNothing(String nothing) {
        Move move = read("---\n" + nothing.repeat(20_000) + "- name: Ada\n  feed: https://ada.example/feed.xml\n");

        assertThat(move.from()).isEqualTo("hpc.social's authors.yml");
        assertThat(move.feeds()).extracting(feed -> feed.name()).containsExactly("Ada");
    }

    @Test
    void leavesOutAValueThatGrowsTooLongWithWhatItNames() {
        StringBuilder text = new StringBuilder("[Planet]\nname = Tapes\nlink = %(level9)s\nlevel0 = lol\n");
        for (int level = 1; level < 10; level++) {
            text.append("level").append(level).append(" = ");
            text.append(("%(level" + (level - 1) + ")s").repeat(20)).append('\n');
        }

        Move move = read(text + "owner_name = Ada of %(name)s, 100%%\n" + ADA);

        assertThat(move.settings()).extracting(stated -> stated.value()).containsExactly("Tapes", "Ada of Tapes, 100%");
        assertThat(move.remarks())
                .contains(new Remark(
                        3,
                        "“link” grows too long with all that it names by %(…)s, and is left out.",
                        "Write there what it should be."));
        assertThat(move.feeds()).hasSize(1);
    }

    @Test
    void joinsAllLinesThatGoOn() {
        Move move = read("[Planet]\nname : Tapes = tapes ; a comment\n" + "  and tapes\n".repeat(20_000) + ADA);

        assertThat(move.settings())
                .extracting(stated -> stated.value())
                .containsExactly("Tapes = tapes" + " and tapes".repeat(20_000));
        assertThat(move.feeds()).hasSize(1);
    }

    @Test
    void saysSoOfALongLineThatIsNoSetting() {
        Move move = read("[Planet]\nname = Tapes\nx" + " ".repeat(50_000) + "x\n= 1\n" + ADA);

        assertThat(move.remarks()).extracting(Remark::line).containsExactly(3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{ a = "})
    void refusesTomlThatNestsTooDeep(String open) {
        String text = "[[feed]]\nfeed = \"https://ada.example/feed.xml\"\ndeep = ['''\n'[''', " + open.repeat(3_000);

        assertThat(Migration.read(bytes(text), "mercury.toml"))
                .isEqualTo(new MoveOutcome.Unreadable(List.of(new Remark(
                        4,
                        "Brackets stand in brackets here, more than 50 deep.",
                        "No planet needs that: mend it and import again."))));
    }

    @Test
    void letsTomlHaveBracketsInStringsAndComments() {
        String many = "[".repeat(100);

        Move move = read("name = \"\\\"" + many + "\" # it's " + many + "\nowner = '\\" + many + "'\n"
                + "[[feed]]\nname = \"\"\"\n\"" + many
                + "\"\"\"\nfeed = \"https://ada.example/feed.xml\"\n");

        assertThat(move.settings())
                .extracting(stated -> stated.value())
                .containsExactlyInAnyOrder("\"" + many, "\\" + many);
        assertThat(move.feeds()).extracting(feed -> feed.name()).containsExactly("\"" + many);
    }

    /** As Go writes durations (time.ParseDuration). */
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "1m30s, PT1M30S",
        "1m500ms, PT1M0.5S",
        "1s500ms, PT1.5S",
        "1.5m, PT1M30S",
        "90, 90",
        "5m x, 5m x"
    })
    void readsMercurysTimeoutAsGoWritesIt(String go, String iso) {
        Move move = read("timeout = \"" + go + "\"\n[[feed]]\nfeed = \"https://ada.example/feed.xml\"\n");

        assertThat(move.settings()).extracting(stated -> stated.value()).containsExactly(iso);
    }

    private static Move read(String text) {
        return Migration.read(bytes(text), "planet").fold(move -> move, reasons -> {
            throw new AssertionError(reasons.toString());
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
