package community.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.clean.SafeUrl;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the status page's script must compute, too; a test in the browser holds it to the same list. */
class FingerprintTest {

    private static final URI NOWHERE = URI.create("urn:nowhere");

    static List<Spellings> spellings() {
        return Spellings.all();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void isTheSameForEverySpellingOfAnAddress(Spellings spellings) {
        for (String typed : spellings.typed()) {
            if (typed.toLowerCase(Locale.ROOT).startsWith("http")) {
                assertThat(of(typed)).as(typed).isEqualTo(of(spellings.given()));
            }
        }
    }

    @Test
    void isAnotherForEveryPage() {
        Map<String, String> pages = new TreeMap<>();
        spellings().forEach(page -> assertThat(pages.put(of(page.given()), page.given()))
                .isNull());
        assertThat(pages).hasSizeGreaterThan(20);
    }

    /** 32-bit FNV-1a of "foobar" is bf9cf968. */
    @Test
    void isTwoRoundsOfFnv() {
        assertThat(Fingerprint.ofText("foobar")).matches("bf9cf968[0-9a-f]{8}");
        assertThat(Fingerprint.ofText("")).isEqualTo("811c9dc5050c5d1f");
        assertThat(Fingerprint.ofText("%66oo%62a%72")).startsWith("bf9cf968");
        assertThat(Fingerprint.ofText("%d0%90")).isEqualTo(Fingerprint.ofText("\u0410"));
        assertThat(List.of("100", "100%", "100%4").stream().map(Fingerprint::ofText))
                .doesNotHaveDuplicates();
    }

    /** As the parser reads an entry's link. */
    private static String of(String address) {
        return Fingerprint.of(SafeUrl.resolve(address, NOWHERE).orElseThrow());
    }
}
