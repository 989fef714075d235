package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feed of a site follows its format's rules, whatever the posts leave out; and the rules do find what breaks them. */
class ValidFeedsTest {

    private static final AtomGrammar GRAMMAR = new AtomGrammar();

    static Stream<Arguments> sites() {
        List<Writing> usual = new ArrayList<>(SamplePlanet.writings(60));
        usual.add(new Writing(SamplePlanet.rich(500, "ada", Instant.parse("2026-05-20T10:00:00Z")), List.of()));
        return Stream.of(
                Arguments.of("usual posts", new PrintedSite(SamplePlanet.planet(), usual)),
                Arguments.of("no posts", new PrintedSite(SamplePlanet.planet(), List.of())),
                Arguments.of(
                        "a hub, another language",
                        new PrintedSite(
                                SamplePlanet.planet(
                                        SamplePlanet.members(), hub(Settings.DEFAULT), Locale.forLanguageTag("de-AT")),
                                usual)),
                Arguments.of(
                        "nasty posts",
                        new PrintedSite(
                                NastyPlanet.planet(URI.create("https://planet.example")),
                                NastyPlanet.writings(),
                                Theme.NONE,
                                NastyPlanet.TEXTS)),
                Arguments.of(
                        "nasty posts of a planet without an address",
                        new PrintedSite(
                                NastyPlanet.planet(null), NastyPlanet.writings(), Theme.NONE, NastyPlanet.TEXTS)));
    }

    @Test
    void nameTheHubWhereThePlanetHasOne() {
        PrintedSite site = new PrintedSite(
                SamplePlanet.planet(SamplePlanet.members(), hub(Settings.DEFAULT), Locale.ENGLISH),
                SamplePlanet.writings(3));

        assertThat(site.text("atom.xml")).contains("<link rel=\"hub\" href=\"https://hub.example/\"");
        assertThat(site.text("feed.xml")).contains("<atom:link rel=\"hub\" href=\"https://hub.example/\"");
        assertThat(site.text("feed.json")).containsPattern("\"hubs\"[^]]*https://hub.example/");
        assertThat(new PrintedSite(SamplePlanet.planet(), SamplePlanet.writings(3)).text("atom.xml"))
                .doesNotContain("rel=\"hub\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void followTheRules(String name, PrintedSite site) {
        List<String> findings = new ArrayList<>();
        int feeds = 0;
        for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
            if (Feeds.isFeed(file.getKey())) {
                feeds++;
                findings.addAll(FeedRules.findings(file.getKey(), site.text(file.getKey())));
            }
            if (file.getKey().endsWith("atom.xml")) {
                findings.addAll(GRAMMAR.findings(file.getKey(), site.text(file.getKey())));
            }
        }
        assertThat(feeds).isGreaterThan(6);
        assertThat(findings).as(name).isEmpty();
    }

    @Test
    void namesThePlanetInAStableWayWhileItHasNoAddress() {
        PrintedSite site =
                new PrintedSite(NastyPlanet.planet(null), NastyPlanet.writings(), Theme.NONE, NastyPlanet.TEXTS);

        assertThat(site.text("feed.xml"))
                .containsPattern("<link>urn:uuid:[0-9a-f-]{36}</link>")
                .doesNotContain("rel=\"self\"");
        assertThat(site.text("members/file/atom.xml")).contains("href=\"../../members/file.html\"");
        assertThat(site.text("members/file/feed.xml")).doesNotContain("<source");
        assertThat(site.text("members/excerpts/feed.xml"))
                .contains("<source url=\"https://excerpts.example/feed.xml\">&lt;Excerpts&gt;</source>");
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    feed.xml  | <description>                         | <about>
                    feed.xml  | <link>https://planet                  | <link>/planet
                    feed.xml  | ' GMT</pubDate>'                      | ' CET</pubDate>'
                    feed.xml  | <pubDate>Wed, 20                      | <pubDate>Thu, 20
                    feed.xml  | ' isPermaLink="false">'               | '>'
                    feed.xml  | ' length="12345678"'                  | ' length="long"'
                    feed.xml  | ' type="audio/mpeg"/>'                | ' type="audio"/>'
                    feed.xml  | ' url="https://ada.example/feed.xml"' | ''
                    feed.xml  | &lt;p                                 | &lt;p id="x"
                    feed.xml  | href="https://example.org/ring        | href="/ring
                    feed.xml  | <category>C++                         | <category> </category><category>C++
                    atom.xml  | <updated>                             | <changed>
                    atom.xml  | ' type="html"'                        | ' type="text/html;"'
                    atom.xml  | <id>urn:orrery:ada:rich-guid          | <id>rich guid
                    atom.xml  | <name>Grace O’Hara</name>             | ''
                    atom.xml  | :00Z</published>                      | :00</published>
                    atom.xml  | <author>                              | <writer>
                    feed.json | '"title"'                             | '"titel"'
                    feed.json | version/1.1                           | version/1
                    feed.json | '"id"'                                | '"guid"'
                    feed.json | '"content_html"'                      | '"content"'
                    feed.json | '"date_published" : "2026-'           | '"date_published" : "26-'
                    feed.json | '"mime_type" : "audio/mpeg"'          | '"mime_type" : "mp3"'
                    """)
    void breakARuleAndAreFound(String file, String sound, String broken) {
        PrintedSite site = new PrintedSite(
                SamplePlanet.planet(),
                List.of(new Writing(SamplePlanet.rich(500, "ada", Instant.parse("2026-05-20T10:00:00Z")), List.of())));
        String text = site.text(file);
        assertThat(text).contains(sound);
        String spoilt = text.replace(sound, broken).replace(closing(sound), closing(broken));

        List<String> findings = new ArrayList<>(FeedRules.findings(file, spoilt));
        if (file.endsWith("atom.xml")) {
            findings.addAll(GRAMMAR.findings(file, spoilt));
        }

        assertThat(findings).isNotEmpty();
    }

    /** So that a renamed element stays well-formed. */
    private static String closing(String tag) {
        return tag.matches("<[a-z]+>") ? tag.replace("<", "</") : "\u0000";
    }

    private static Settings hub(Settings old) {
        return new Settings(
                old.postsPerPage(),
                3,
                old.newcomerPosts(),
                old.schedule(),
                old.minInterval(),
                old.requests(),
                old.requestsPerHost(),
                old.hostPause(),
                old.connectTimeout(),
                old.callTimeout(),
                old.maxBytes(),
                old.timezone(),
                URI.create("https://hub.example/"),
                old.theme(),
                old.caretaker());
    }
}
