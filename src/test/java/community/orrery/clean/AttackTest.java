package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a stranger sends, what comes out holds nothing outside the policy when it is parsed again. */
class AttackTest {

    @Test
    void noPayloadLeavesAnythingOutsideThePolicy() {
        List<String> failures = new ArrayList<>();
        for (Attack attack : Attack.all()) {
            Cleaned cleaned = attack.cleaned();
            for (SafeHtml html : Fixtures.shown(cleaned)) {
                List<String> violations = PolicyCheck.violations(html.markup(), "p1-");
                if (!violations.isEmpty()) {
                    failures.add(attack + ": " + violations + " in " + html);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void theCollectionIsLarge() {
        assertThat(Attack.all()).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void theLawItselfSeesWhatItForbids() {
        for (String bad : List.of(
                "<script>x</script>",
                "<p onclick=x>x</p>",
                "<a href='javascript:x'>x</a>",
                "<svg></svg>",
                "<math><mtext><p>x</p></mtext><style></style></math>",
                "<p style='x'>x</p>",
                "<!-- x -->",
                "<img src=https://a.example/>",
                "<p id=x>x</p>",
                "<p class=modal>x</p>",
                "<a href='https://a.example/'>x</a>",
                "<iframe></iframe>")) {
            assertThat(PolicyCheck.violations(bad, "p1-")).as(bad).isNotEmpty();
        }
    }

    /** 5,000 documents in ten seeds; a failure names the seed and document to run again. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void brokenMarkupNeverBreaksOut(long seed) {
        BrokenMarkup generator = new BrokenMarkup(seed);
        for (int i = 0; i < 500; i++) {
            String markup = generator.next();
            String cleaned =
                    SafeHtml.onPage(Fixtures.clean(markup).html(), "p1-").markup();
            assertThat(PolicyCheck.violations(cleaned, "p1-"))
                    .as("seed %d, document %d:%n%s%nbecame%n%s", seed, i, markup, cleaned)
                    .isEmpty();
        }
    }
}
