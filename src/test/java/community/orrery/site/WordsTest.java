package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static Words words(String language, String... lines) {
        return new Words(new SiteResources(theme(language, lines)), Locale.forLanguageTag(language), ZoneId.of("UTC"));
    }

    private static Theme theme(String language, String... lines) {
        return lines.length == 0
                ? Theme.NONE
                : new Theme(new TreeMap<>(Map.of(
                        "messages/" + language + ".properties",
                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void countsAsTheLanguageDoes() {
        assertThat(words("fr").count("posts", 0)).isEqualTo("0 billet");
        assertThat(words("en").count("posts", 0)).isEqualTo("0 posts");
        assertThat(words("en").count("posts", 1)).isEqualTo("1 post");
        assertThat(words("en").count("posts", 12_345)).isEqualTo("12,345 posts");
    }

    @Test
    void countsInTheFormsOfAThemesLanguage() {
        Words polish = words(
                "pl",
                "number.one = 1",
                "number.few = (.*[^1])?[2-4]",
                "posts.one = {0} wpis",
                "posts.few = {0} wpisy",
                "posts.other = {0} wpisów");
        Words russian = words(
                "ru",
                "number.one = (.*[^1])?1",
                "number.few = (.*[^1])?[2-4]",
                "posts.one = one",
                "posts.few = few",
                "posts.other = many");
        Words arabic = words(
                "ar",
                "number.zero = 0",
                "number.one = 1",
                "number.two = 2",
                "number.few = (.*0)?[3-9]|.*10",
                "number.many = .*(1[1-9]|[2-9][0-9])",
                "posts.zero = zero",
                "posts.one = one",
                "posts.two = two",
                "posts.few = few",
                "posts.many = many",
                "posts.other = other");
        Words japanese = words("ja", "number.one =", "posts.other = {0}件");

        assertThat(counted(polish, 0, 1, 2, 5, 12, 21, 22, 112, 104))
                .containsExactly(
                        "0 wpisów",
                        "1 wpis",
                        "2 wpisy",
                        "5 wpisów",
                        "12 wpisów",
                        "21 wpisów",
                        "22 wpisy",
                        "112 wpisów",
                        "104 wpisy");
        assertThat(counted(russian, 1, 3, 5, 11, 21, 24, 111, 114, 121))
                .containsExactly("one", "few", "many", "many", "one", "few", "many", "many", "one");
        assertThat(counted(arabic, 0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 110, 111, 1203))
                .containsExactly(
                        "zero", "one", "two", "few", "few", "many", "many", "other", "other", "few", "few", "many",
                        "few");
        assertThat(counted(japanese, 1, 2)).containsExactly("1件", "2件");
    }

    @Test
    void countsInEnglishFormsWhatStaysInEnglish() {
        Words russian = words("ru", "number.one = (.*[^1])?1", "number.few = (.*[^1])?[2-4]", "nav.index = Записи");
        Words japanese = words("ja", "number.one =", "nav.index = 記事");
        Words dutch = words("nl", "posts.one = {0} bericht", "posts.other = {0} berichten");

        assertThat(counted(russian, 1, 3, 21)).containsExactly("1 post", "3 posts", "21 posts");
        assertThat(counted(japanese, 1, 2)).containsExactly("1 post", "2 posts");
        assertThat(counted(dutch, 1, 2)).as("as in English").containsExactly("1 bericht", "2 berichten");
    }

    private static Stream<String> counted(Words words, long... numbers) {
        return LongStream.of(numbers).mapToObj(number -> words.count("posts", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number.few = (2", "nav.index = \\u12"})
    void namesAThemesTextsThatCannotBeRead(String line) {
        assertThatThrownBy(() -> words("pl", line))
                .isInstanceOf(ThemeException.class)
                .hasMessageStartingWith("messages/pl.properties: ")
                .hasMessageContaining("The site is left as it was");
    }

    @Test
    void setsANameApartWhoseLettersRunAgainstTheText() {
        assertThat(words("en").text("member.visit", "מחשוב-על 2")).isEqualTo("Visit \u2068מחשוב-על 2\u2069");
        assertThat(words("en").text("member.visit", "Ada’s notes (2)")).isEqualTo("Visit Ada’s notes (2)");
        assertThat(words("he", "member.visit = לבקר ב-{0}").text("member.visit", "Ada"))
                .isEqualTo("לבקר ב-\u2068Ada\u2069");
        assertThat(words("he", "page.heading = עמוד {0}").text("page.heading", 2))
                .isEqualTo("עמוד 2");
    }

    @Test
    void isInEnglishAndSaysSoWhereNobodyBringsThePlanetsLanguage() {
        Post silent = spoken(1, null);
        Post dutch = spoken(2, "nl");
        Post english = spoken(3, "en");

        PrintedSite site = dutchSite(Theme.NONE, silent, dutch, english);
        Document front = site.page("index.html");
        assertThat(front.select("html").attr("lang")).isEqualTo("en");
        assertThat(front.select(".lede").attr("lang")).isEqualTo("nl");
        assertThat(front.select(".card time").get(0).text()).isEqualTo("May 20, 2026");
        assertThat(site.page(silent.path()).select("h1").attr("lang")).isEqualTo("nl");
        assertThat(site.page(dutch.path()).select("h1").attr("lang")).isEqualTo("nl");
        assertThat(site.page(english.path()).select("h1").hasAttr("lang")).isFalse();
        assertThat(site.text("feed.xml")).contains("<language>nl</language>");
    }

    @Test
    void isInThePlanetsLanguageWhereAThemeBringsATextInIt() {
        Post silent = spoken(1, null);
        Post english = spoken(3, "en");

        PrintedSite themed = dutchSite(theme("nl", "nav.index = Berichten"), silent, english);
        Document page = themed.page("index.html");
        assertThat(page.select("html").attr("lang")).isEqualTo("nl");
        assertThat(page.select(".lede").hasAttr("lang")).isFalse();
        assertThat(page.select(".card time").get(0).text()).isEqualTo("20 mei 2026");
        assertThat(themed.page(english.path()).select("h1").attr("lang")).isEqualTo("en");
        assertThat(themed.page(silent.path()).select("h1").hasAttr("lang")).isFalse();
    }

    private static PrintedSite dutchSite(Theme theme, Post... posts) {
        Planet planet = SamplePlanet.planet(SamplePlanet.members(), Settings.DEFAULT, Locale.forLanguageTag("nl"));
        return new PrintedSite(planet, Stream.of(posts).map(WordsTest::alone).toList(), theme);
    }

    private static Post spoken(int key, @Nullable String language) {
        return SamplePlanet.spoken(
                SamplePlanet.post(key, "ada", Instant.parse("2026-05-20T10:00:00Z"), new Random(key)), language);
    }

    private static Writing alone(Post post) {
        return new Writing(post, List.of());
    }
}
