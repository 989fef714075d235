package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeUrlTest {

    private static final URI BASE = URI.create("https://blog.example/a/b?q=1#f");

    /** The examples of RFC 3986 section 5.4, on our base, and what browsers add to them. */
    @ParameterizedTest
    @CsvSource({
        "g, https://blog.example/a/g",
        "./g, https://blog.example/a/g",
        "g/, https://blog.example/a/g/",
        "/g, https://blog.example/g",
        "//g, https://g",
        "?y, https://blog.example/a/b?y",
        "g?y/../x, https://blog.example/a/g?y/../x",
        "#s, https://blog.example/a/b?q=1#s",
        ".., https://blog.example/",
        "../../../g, https://blog.example/g",
        "/a/./b/../c, https://blog.example/a/c",
        "HTTPS://Blog.Example/X, https://blog.example/X",
        "https://a.example:8080/x, https://a.example:8080/x",
        "'http:\\\\a.example\\x', http://a.example/x",
        "https://u:p@a.example/, https://a.example/",
        "'/with space', https://blog.example/with%20space",
        "https://münchen.example/, https://xn--mnchen-3ya.example/",
        "https://[2001:db8::1]/x, https://[2001:db8::1]/x",
    })
    void resolvesAsBrowsersDo(String raw, String expected) {
        assertThat(SafeUrl.resolve(raw, BASE)).hasToString("Optional[" + expected + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:x",
                " java\tscript:x",
                "\u0001javascript:x",
                "data:text/html,x",
                "mailto:a@b.example",
                "ftp://a.example/",
                "file:///x",
                "https://",
                "https://a b/",
                "https://a.example:x/",
                "https://a%00b/",
                "https://[::1",
                ":",
                "blob:x",
                "vbscript:x"
            })
    void refusesEverythingElse(String raw) {
        assertThat(SafeUrl.resolve(raw, BASE)).isEmpty();
    }

    @Test
    void aRelativeAddressNeedsABaseOnTheWeb() {
        assertThat(SafeUrl.resolve("x", URI.create("urn:x:y"))).isEmpty();
        assertThat(SafeUrl.resolve("https://a.example/", URI.create("urn:x:y"))).isPresent();
    }

    @Test
    void onlyALinkMayBeAnEmailAddress() {
        assertThat(SafeUrl.link("mailto:a@b.example?subject=x y", "https://a.example/"))
                .isEqualTo("mailto:a@b.example?subject=x%20y");
        assertThat(SafeUrl.link("mailto:", "https://a.example/")).isNull();
    }
}
