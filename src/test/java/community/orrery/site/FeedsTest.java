package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import community.orrery.feed.EntryId;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Post;
import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What feed readers get. */
class FeedsTest {

    private static final Post RICH = SamplePlanet.rich(500, "ada", Instant.parse("2026-05-20T10:00:00Z"));

    private static final PrintedSite SITE = printed();

    private static PrintedSite site() {
        return SITE;
    }

    private static PrintedSite printed() {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(80));
        writings.add(new Writing(RICH, List.of()));
        return new PrintedSite(SamplePlanet.planet(), writings);
    }

    @Test
    void holdsAsManyPostsAsThePlanetWishesNewestFirst() throws Exception {
        for (String file : List.of("feed.xml", "atom.xml")) {
            SyndFeed feed = read(site().text(file));

            assertThat(feed.getEntries()).hasSize(50);
            assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("Rich & <b>strange</b>: \"quotes\" in a title");
            assertThat(feed.getEntries())
                    .isSortedAccordingTo((a, b) -> b.getPublishedDate().compareTo(a.getPublishedDate()));
        }
    }

    @Test
    void linksToTheOriginalAndNamesItsSource() throws Exception {
        SyndEntry rss = read(site().text("feed.xml")).getEntries().get(0);
        SyndEntry atom = read(site().text("atom.xml")).getEntries().get(0);

        assertThat(rss.getLink()).isEqualTo("https://ada.example/rich?a=1&b=2");
        assertThat(rss.getUri()).isEqualTo("rich-guid");
        assertThat(site().text("feed.xml"))
                .contains("<dc:creator>Grace O’Hara</dc:creator>", "<dc:creator>Lin &lt;Wei&gt;</dc:creator>");
        assertThat(site().text("feed.xml"))
                .contains("<source url=\"https://ada.example/feed.xml\">Ada’s Cluster Notes</source>");
        assertThat(atom.getLink()).isEqualTo("https://ada.example/rich?a=1&b=2");
        assertThat(atom.getUri()).isEqualTo("urn:orrery:ada:rich-guid");
        assertThat(atom.getLinks()).anySatisfy(link -> {
            assertThat(link.getRel()).isEqualTo("related");
            assertThat(link.getHref()).isEqualTo("https://planet.example/blogs/posts/ada/rich.html");
        });
    }

    @Test
    void namesTheMembersFeedInFullAsAtomsSource() throws Exception {
        Element source = atom("ada/rich.html");

        assertThat(text(source, "id")).isEqualTo("tag:ada.example,2010:feed");
        assertThat(text(source, "title")).isEqualTo("Cluster notes: newest posts");
        assertThat(text(source, "updated")).isEqualTo("2026-05-22T10:00:00Z");
        assertThat(source.select("link[rel=self]").attr("href")).isEqualTo("https://ada.example/feed.xml");
        Elements home = source.select("link[rel=alternate]");
        assertThat(home.attr("href")).isEqualTo("https://ada.example/");
        assertThat(home.attr("title")).isEqualTo("Ada’s Cluster Notes");
        assertThat(text(source, "author > name")).isEqualTo("Ada <Lovelace>");
        assertThat(text(source, "author > uri")).isEqualTo("https://ada.example/about");
        assertThat(text(source, "rights")).isEqualTo("© 2010–2026 the authors & friends");
    }

    @Test
    void namesWhatTheListKnowsWhereAFeedSaysNothingOfItself() throws Exception {
        Post plain = SamplePlanet.post(1, "ada", Instant.parse("2026-05-19T10:00:00Z"), new Random(1));
        Element source = sourceOf(new PrintedSite(SamplePlanet.planet(), List.of(new Writing(plain, List.of()))));

        assertThat(text(source, "id")).isEqualTo("https://ada.example/feed.xml");
        assertThat(text(source, "title")).isEqualTo("Ada’s Cluster Notes");
        assertThat(source.select("author, rights")).isEmpty();
    }

    @Test
    void namesBlogAndHomeInEveryRssItem() {
        assertThat(site().text("feed.xml").split("<item>"))
                .hasSize(51)
                .filteredOn(item -> !item.startsWith("<?xml"))
                .allSatisfy(item -> assertThat(item)
                        .containsPattern("<source url=\"https://[^\"]+\">[^<]+</source>")
                        .containsPattern("<dcterms:isPartOf>https://[^<]+</dcterms:isPartOf>"));
    }

    @Test
    void saysWhenItLastChangedByItsNewestEntryNotByTheClock() {
        assertThat(site().text("feed.xml")).contains("<lastBuildDate>Fri, 22 May 2026 10:00:00 GMT</lastBuildDate>");
        assertThat(site().text("atom.xml")).contains("<updated>2026-05-22T10:00:00Z</updated>");
    }

    @Test
    void carriesAuthorsTagsAttachmentsLanguageAndItsPlaceHereAsJson() throws Exception {
        JsonNode item = new ObjectMapper()
                .readTree(site().text("feed.json"))
                .path("items")
                .get(0);

        assertThat(item.path("id").asText()).isEqualTo("rich-guid");
        assertThat(item.path("url").asText()).isEqualTo("https://ada.example/rich?a=1&b=2");
        assertThat(item.path("authors").get(0).path("name").asText()).isEqualTo("Grace O’Hara");
        assertThat(item.path("language").asText()).isEqualTo("en-GB");
        assertThat(item.path("attachments").get(0).path("duration_in_seconds").asInt())
                .isEqualTo(1860);
        assertThat(item.path("_orrery").path("page").asText()).endsWith("posts/ada/rich.html");
        assertThat(item.path("_orrery").path("member").asText()).isEqualTo("ada");
        assertThat(item.path("_orrery").path("blog").asText()).isEqualTo("Ada’s Cluster Notes");
        assertThat(item.path("_orrery").path("home").asText()).isEqualTo("https://ada.example/");
        assertThat(item.path("_orrery").path("license").asText())
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(item.path("_orrery").path("groups").get(0).asText()).isEqualTo("Personal");
    }

    @Test
    void namesNoPortraitAsAPostsPicture() throws Exception {
        Post portrayed = SamplePlanet.pictured(RICH, URI.create("https://secure.gravatar.com/avatar/1?s=96"));

        for (Post post : List.of(RICH, portrayed)) {
            PrintedSite site = new PrintedSite(SamplePlanet.planet(), List.of(new Writing(post, List.of())));
            JsonNode item = new ObjectMapper()
                    .readTree(site.text("feed.json"))
                    .path("items")
                    .get(0);

            assertThat(item.path("image").asText()).isEqualTo(post == RICH ? "https://ada.example/cover.png" : "");
        }
    }

    @Test
    void givesEveryEntryOfAFeedItsOwnId() throws Exception {
        Post other = SamplePlanet.rich(501, "weekly", Instant.parse("2026-05-19T10:00:00Z"));
        PrintedSite site = new PrintedSite(
                SamplePlanet.planet(), List.of(new Writing(RICH, List.of()), new Writing(other, List.of())));
        for (String file : List.of("feed.xml", "atom.xml")) {
            List<String> ids = read(site.text(file)).getEntries().stream()
                    .map(SyndEntry::getUri)
                    .toList();
            assertThat(ids).hasSize(2).doesNotHaveDuplicates();
        }
    }

    /** Readers know a post by its id: neither newer posts nor another feed may give it another one. */
    @Test
    void carriesAPostUnderTheIdThatItFirstHadInEveryFeed() {
        Post older = SamplePlanet.rich(501, "weekly", Instant.parse("2026-05-19T10:00:00Z"));
        List<Writing> writings = List.of(new Writing(RICH, List.of()), new Writing(older, List.of()));
        for (int window : List.of(1, 50)) {
            PrintedSite site = new PrintedSite(
                    SamplePlanet.planet(SamplePlanet.members(), SamplePlanet.settings(10, window), Locale.ENGLISH),
                    writings);

            assertThat(guids(site, "members/weekly/feed.xml")).containsExactly("rich-guid");
            assertThat(guids(site, "members/ada/feed.xml")).containsExactly("urn:orrery:ada:rich-guid");
            assertThat(guids(site, "tags/hpc/feed.xml").get(0)).isEqualTo("urn:orrery:ada:rich-guid");
            assertThat(guids(site, "feed.xml").get(0)).isEqualTo("urn:orrery:ada:rich-guid");
        }
    }

    /** As where a blog has two feeds, each of which counts its posts. */
    @Test
    void tellsTwoPostsOfOneBlogApartThatHaveOneId() {
        Instant time = Instant.parse("2026-05-19T10:00:00Z");
        EntryId id = new EntryId("17", EntryId.Kind.GUID);
        List<Writing> writings = IntStream.of(3, 1, 2)
                .mapToObj(key ->
                        SamplePlanet.post(key, key == 1 ? "ada" : "weekly", time.plusSeconds(key), new Random(key)))
                .map(post -> new Writing(SamplePlanet.identified(post, id), List.of()))
                .toList();
        PrintedSite site = new PrintedSite(SamplePlanet.planet(), writings);
        String slug = writings.get(0).original().slug();

        assertThat(guids(site, "feed.xml"))
                .containsExactly("urn:orrery:weekly:17:" + slug, "urn:orrery:weekly:17", "17");
        assertThat(Jsoup.parse(site.text("atom.xml"), "", Parser.xmlParser())
                        .select("entry > id")
                        .eachText())
                .containsExactly("urn:orrery:weekly:17:" + slug, "urn:orrery:weekly:17", "urn:orrery:ada:17");
    }

    private static List<String> guids(PrintedSite site, String path) {
        return Jsoup.parse(site.text(path), "", Parser.xmlParser())
                .select("item > guid")
                .eachText();
    }

    @Test
    void isReadableInEveryScopeAndNamesItself() throws Exception {
        PrintedSite site = site();
        Set<String> selves = new HashSet<>();
        for (String path : site.files().keySet()) {
            if (path.endsWith("feed.xml") || path.endsWith("atom.xml")) {
                assertThat(read(site.text(path)).getTitle()).as(path).isNotEmpty();
                assertThat(site.text(path)).contains("href=\"https://planet.example/blogs/" + path + "\"");
                selves.add(path);
            }
        }
        assertThat(selves)
                .contains("members/ada/feed.xml", "groups/personal/atom.xml", "tags/hpc/feed.xml", "tags/hpc/atom.xml");
    }

    @Test
    void listsMembersAndGroupsForReadersToImport() {
        assertThat(site().text("opml.xml"))
                .contains("<?xml-stylesheet href=\"assets/feed.css\" type=\"text/css\"?>")
                .contains("<outline text=\"Personal\">")
                .contains("xmlUrl=\"https://ada.example/feed.xml\" htmlUrl=\"https://ada.example/\"");
    }

    @Test
    void listsNobodyToFollowWhoseFeedIsReadNoMore() {
        List<Member> members = List.of(
                MemberBuilder.of("ada").build(),
                MemberBuilder.of("gone").retired().build(),
                SamplePlanet.member("weekly", "Weekly"));

        assertThat(new PrintedSite(SamplePlanet.planet(members), List.of()).text("opml.xml"))
                .contains("https://ada.example/feed.xml", "https://weekly.example/feed.xml")
                .doesNotContain("gone");
    }

    @Test
    void listsNoGroupInWhichNobodyIsToFollow() {
        List<Member> members = List.of(
                MemberBuilder.of("ada").build(),
                MemberBuilder.of("gone").retired().build());
        Group retired = new Group("retired", "Retired", List.of(), List.of("gone"));
        Group past = new Group("past", "Past", List.of(retired), List.of("gone"));
        Group mixed = new Group("mixed", "Mixed", List.of(retired), List.of("gone", "ada"));
        Group outer = new Group("outer", "Outer", List.of(past, mixed), List.of());

        assertThat(new PrintedSite(
                                SamplePlanet.planet(members, List.of(outer, past), Settings.DEFAULT, Locale.ENGLISH),
                                List.of())
                        .text("opml.xml"))
                .contains("<outline text=\"Outer\">", "<outline text=\"Mixed\">")
                .doesNotContain("Past", "Retired");
    }

    /** A sentence may hold whatever ends a string of CSS. */
    @Test
    void saysInThePlanetsLanguageWhatAFeedIs() {
        Theme theme = new Theme(new TreeMap<>(Map.of(
                "messages/en.properties", "feed.about = A \"feed\" \\\\ a source".getBytes(StandardCharsets.UTF_8))));
        PrintedSite site = new PrintedSite(SamplePlanet.planet(), List.of(), theme);

        assertThat(site.text("assets/feed.css"))
                .contains("content: \"A \\\"feed\\\" \\\\ a source\";")
                .doesNotContain("{{");
    }

    @Test
    void leadsInPageLinksToTheOriginalAndDropsIdsOfOurPage() {
        String content = site().text("members/ada/feed.xml");
        assertThat(content).doesNotContain("p500-").contains("href=\"https://ada.example/rich?a=1&amp;amp;b=2#fn:1\"");
    }

    @Test
    void survivesCharactersThatXmlCannotHold() throws Exception {
        Post odd = SamplePlanet.edited(RICH, "Bell\u0007 and \uD800 half", Instant.parse("2026-05-21T10:00:00Z"));

        SyndFeed feed =
                read(new PrintedSite(SamplePlanet.planet(), List.of(new Writing(odd, List.of()))).text("atom.xml"));

        assertThat(feed.getEntries().get(0).getTitle()).isEqualTo("Bell and  half");
    }

    private static Element atom(String page) {
        return Jsoup.parse(site().text("atom.xml"), "", Parser.xmlParser()).select("entry").stream()
                .filter(entry ->
                        !entry.select("> link[rel=related][href$=" + page + "]").isEmpty())
                .map(entry -> Objects.requireNonNull(entry.selectFirst("> source")))
                .findFirst()
                .orElseThrow();
    }

    private static Element sourceOf(PrintedSite printed) {
        return Objects.requireNonNull(
                Jsoup.parse(printed.text("atom.xml"), "", Parser.xmlParser()).selectFirst("entry > source"));
    }

    private static String text(Element within, String path) {
        return within.select("> " + path).text();
    }

    private static SyndFeed read(String xml) throws Exception {
        return new SyndFeedInput().build(new StringReader(xml));
    }
}
