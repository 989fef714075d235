package community.orrery.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hears the credentials that stand in a list's address. */
class LoginTest {

    @ParameterizedTest(name = "of {0}: at {1} {2}")
    @CsvSource({
        "http://ann:secret@blog.example/, http://blog.example/other, true",
        "http://ann:secret@blog.example/, https://blog.example/, true", // it moved to https
        "http://ann:secret@blog.example/, http://other.example/, false",
        "http://ann:secret@blog.example/, https://other.example/, false",
        "http://ann:secret@blog.example/, http://blog.example:8080/, false",
        "http://ann:secret@blog.example/, https://blog.example:8443/, false",
        "http://ann:secret@blog.example/, https://blog.example:80/, false",
        "http://ann:secret@blog.example:8080/, https://blog.example/, false",
        "https://ann:secret@blog.example/, http://blog.example/, false",
        "https://ann:secret@blog.example/, http://blog.example:443/, false",
        "https://ann:secret@blog.example:80/, https://blog.example/, false",
        "https://token@blog.example/, https://blog.example/, true",
    })
    void isToldToItsOwnServerAlone(URI listed, String asked, boolean told) {
        assertThat(Login.in(listed).orElseThrow().authorization(HttpUrl.get(asked)))
                .matches(authorization -> authorization.isPresent() == told);
    }
}
