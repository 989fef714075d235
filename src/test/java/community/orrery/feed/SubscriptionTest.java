package community.orrery.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTest {

    @ParameterizedTest
    @CsvSource({
        "https://ann:secret@blog.example/feed, https://blog.example/feed",
        "https://ann:secret@blog_of_ann.example/feed, https://blog_of_ann.example/feed",
        "https://ann:se@cret@blog.example/feed?a=b@c, https://blog.example/feed?a=b@c",
        "https://blog.example/@ann, https://blog.example/@ann",
        "feeds/ann.xml, feeds/ann.xml"
    })
    void neverShowsCredentials(String xmlUrl, String label) {
        assertThat(new Subscription(URI.create(xmlUrl), 7).label()).isEqualTo(label);
        assertThat(new Subscription(URI.create(xmlUrl), 7).toString()).doesNotContain("secret");
    }
}
