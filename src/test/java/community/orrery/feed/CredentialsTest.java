package community.orrery.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            xmlUrl is “https://ann:secret@a.example/f”, which  | xmlUrl is “https://…@a.example/f”, which
            HTTP://ann@a.example                               | HTTP://…@a.example
            https://ann:p@ss@a.example/@ada                    | https://…@a.example/@ada
            https://ann:pa/ss@a.example/f                      | https://…@a.example/f
            https:\\\\ann:pass@a.example/f                     | https:\\\\…@a.example/f
            //ann:pass@a.example and feed:ann:pass@b.example   | //…@a.example and feed:…@b.example
            ann:pass@a.example/f                               | …@a.example/f
            https://social.example/@ada, https://s.example:8080/@bob | https://social.example/@ada, https://s.example:8080/@bob
            https://a.example/?mail=ada@b.example#c@d          | https://a.example/?mail=ada@b.example#c@d
            mailto:ada@a.example or ada@a.example              | mailto:ada@a.example or ada@a.example
            feeds.opml:7: told by ada@a.example                | feeds.opml:7: told by ada@a.example
            tag:ada@a.example,2005:x                           | tag:ada@a.example,2005:x
            """)
    void areHiddenInWords(String words, String hidden) {
        assertThat(Credentials.hidden(words)).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            https://ann:secret@a.example/1   | https://a.example/1
            https://a.example/@ada/1         | https://a.example/@ada/1
            tag:ada@a.example,2005:x         | tag:ada@a.example,2005:x
            """)
    void areRemovedFromIds(String id, String removed) {
        assertThat(Credentials.removed(id)).isEqualTo(removed);
    }

    @Test
    void areLookedForInTimeThatGrowsWithTheWords() {
        for (String part : new String[] {"//", "//a:x", "a:", "https:a:", "“a:b"}) {
            String words = part.repeat(2_000) + " @";
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Credentials.hidden(words));
        }
    }
}
