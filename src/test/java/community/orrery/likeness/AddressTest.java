package community.orrery.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "http://a.example/x, https://a.example/x",
        "https://www.a.example/x, https://a.example/x/",
        "https://A.Example:443/x.html, https://a.example/x",
        "https://a.example/x/index.html, https://a.example/x",
        "https://a.example/x?utm_source=rss&utm_medium=feed, https://a.example/x",
        "https://a.example/x?b=2&a=1#top, https://a.example/x?a=1&b=2",
        "https://a.example, https://a.example/",
    })
    void spellingsOfOneAddressAreEqual(URI one, URI other) {
        assertThat(Address.key(one)).isEqualTo(Address.key(other));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "https://a.example/x, https://a.example/y",
        "https://a.example/?p=1, https://a.example/?p=2",
        "https://a.example/x, https://b.example/x",
        "https://a.example:8080/x, https://a.example/x",
        "https://a.example/X, https://a.example/x",
    })
    void differentAddressesAreNot(URI one, URI other) {
        assertThat(Address.key(one)).isNotEqualTo(Address.key(other));
    }
}
