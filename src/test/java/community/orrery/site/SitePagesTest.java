package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What readers find on the pages, and what stands in no page. */
class SitePagesTest {

    private static final Instant DAY = Instant.parse("2026-05-20T10:00:00Z");
    private static final Post RICH = SamplePlanet.rich(500, "ada", DAY);

    private static Writing alone(Post post) {
        return new Writing(post, List.of());
    }

    private static PrintedSite with(Writing... more) {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(25));
        writings.addAll(List.of(more));
        return new PrintedSite(SamplePlanet.planet(), writings);
    }

    @Test
    void sortsMembersAsThePlanetsLanguageDoes() {
        List<Member> members = List.of(
                SamplePlanet.member("z", "Zebra"),
                SamplePlanet.member("e", "éclair"),
                SamplePlanet.member("b2", "Bernd"),
                SamplePlanet.member("b1", "Bernd"),
                SamplePlanet.member("a", "Ähren"),
                SamplePlanet.member("x", "xylem"));

        assertThat(sorted(members, Locale.GERMAN)).containsExactly("a", "b1", "b2", "e", "x", "z");
        assertThat(sorted(members, Locale.forLanguageTag("sv")))
                .as("in Swedish it is a letter of its own")
                .containsExactly("b1", "b2", "e", "x", "z", "a");
    }

    private static List<String> sorted(List<Member> members, Locale language) {
        Planet planet = SamplePlanet.planet(members, Settings.DEFAULT, language);
        return new PrintedSite(planet, List.of())
                .page("members.html").select(".person h2 a").eachAttr("href").stream()
                        .map(href -> href.replaceAll("members/|\\.html", ""))
                        .toList();
    }

    @Test
    void leavesTheDirectionOfTitlesThatLeadOnToTheirLetters() {
        PrintedSite site = with(alone(RICH));

        assertThat(site.page("members.html").select(".newest a").eachAttr("dir"))
                .isNotEmpty()
                .containsOnly("auto");
        assertThat(site.page(RICH.path()).select(".beside a").eachAttr("dir")).containsExactly("auto", "auto");
    }

    @Test
    void setsNamesApartWhereTheyStandBesideOtherWords() {
        String hebrew = "מחשוב-על 2";
        List<Member> members =
                List.of(SamplePlanet.member("ada", hebrew), SamplePlanet.member("weekly", hebrew + " (חדשות)"));
        Post post = SamplePlanet.tagged(SamplePlanet.by(RICH, hebrew, "Ada"), List.of(hebrew));
        Post copy = SamplePlanet.post(600, "weekly", DAY.plusSeconds(60), new Random(3));
        Group group = new Group("all", hebrew, List.of(), List.of("ada", "weekly"));
        Planet planet = SamplePlanet.planet(members, List.of(group), Settings.DEFAULT, Locale.ENGLISH);
        PrintedSite site = new PrintedSite(planet, List.of(new Writing(post, List.of(copy))));

        for (String path : List.of(
                "index.html",
                post.path(),
                "members.html",
                "members/ada.html",
                "groups/all.html",
                "archive/2026-05.html")) {
            List<Element> beside = site
                    .page(path)
                    .select(".kicker, .meta, .crosspost, .tags, .post-foot p, .beside, .person h2, .heading h1")
                    .stream()
                    .flatMap(each -> each.getAllElements().stream())
                    .filter(each -> each.ownText().contains(hebrew) && !each.hasClass("unseen"))
                    .toList();
            assertThat(beside).as(path).isNotEmpty().allSatisfy(name -> assertThat(
                            name.tagName().equals("bdi")
                                    || name.attr("dir").equals("auto")
                                    || name.ownText().contains("\u2068" + hebrew))
                    .as(name.outerHtml())
                    .isTrue());
        }
    }

    @Test
    void saysOnEveryPostWhoseItIsAndWhereItsHomeIs() {
        Post plain = SamplePlanet.writings(25).stream()
                .map(Writing::original)
                .filter(post -> post.metadata().authors().isEmpty())
                .findFirst()
                .orElseThrow();

        Document page = with().page(plain.path());

        String blog = SamplePlanet.planet().member(plain.member()).orElseThrow().name();
        String title = plain.metadata().title();
        assertThat(page.select(".crosspost").text())
                .isEqualTo("This is a crosspost from " + blog + ". See the original post: " + title);
        assertThat(page.select(".crosspost a.original").attr("href"))
                .isEqualTo(String.valueOf(plain.metadata().link()));
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo(String.valueOf(plain.metadata().link()));
    }

    @Test
    void namesTheAuthorWhereTheFeedDoes() {
        Document page = with(alone(RICH)).page(RICH.path());

        assertThat(page.select(".crosspost").text())
                .startsWith(
                        "This is a crosspost from Ada’s Cluster Notes by Grace O’Hara, Lin <Wei>. See the original post:");
        assertThat(page.select("meta[property=article:author]").eachAttr("content"))
                .containsExactly("Grace O’Hara", "Lin <Wei>");
        assertThat(page.select("script[type=application/ld+json]").html())
                .contains("\"@type\":\"BlogPosting\"")
                .contains("\"isBasedOn\":\"https://ada.example/rich?a=1\\u0026b=2\"")
                .doesNotContain("<");
    }

    @Test
    void treatsTitlesNamesAndTagsAsText() {
        String page = with(alone(RICH)).text(RICH.path());

        assertThat(page).contains("Rich &amp; &lt;b&gt;strange&lt;/b&gt;").doesNotContain("<b>strange");
    }

    @Test
    void listsAPostWithBlogAuthorDateReadingTimeExcerptTagsGroupAndOriginal() {
        Element card = with(alone(RICH)).page("index.html").select(".card").get(0);

        assertThat(card.text())
                .contains(
                        "Ada’s Cluster Notes", "Personal", "Rich & <b>strange</b>", "A post with <everything> & more.")
                .contains("Grace O’Hara", "May 20, 2026", "6 minute read", "HPC", "C++ & friends");
        assertThat(card.select("a.source").attr("href")).isEqualTo("https://ada.example/rich?a=1&b=2");
        assertThat(card.select("time").attr("datetime")).isEqualTo("2026-05-20T10:00:00+00:00");
    }

    @Test
    void showsDatesInThePlanetsZoneAndLanguage() {
        Settings settings = SamplePlanet.in(Settings.DEFAULT, ZoneId.of("Pacific/Auckland"));
        Planet planet = SamplePlanet.planet(SamplePlanet.members(), settings, Locale.GERMAN);

        Element time = new PrintedSite(
                        planet, List.of(alone(SamplePlanet.rich(1, "ada", Instant.parse("2026-03-31T22:00:00Z")))))
                .page("index.html")
                .select(".card time")
                .get(0);

        assertThat(time.text()).isEqualTo("1. April 2026");
        assertThat(time.attr("datetime")).isEqualTo("2026-04-01T11:00:00+13:00");
    }

    @Test
    void keepsHeldBackHistoryOffTheFrontPageAndOutOfEveryFeed() {
        Post held = SamplePlanet.with(RICH, Standing.HELD_BACK);

        PrintedSite site = with(alone(held));

        assertThat(site.has(held.path())).isTrue();
        assertThat(site.text("members/ada.html")).contains("posts/ada/rich.html");
        assertThat(site.text("archive/2026-05.html")).contains("posts/ada/rich.html");
        assertThat(site.text("index.html")).doesNotContain("posts/ada/rich.html");
        site.files().keySet().stream()
                .filter(path -> path.matches(".*(feed\\.xml|atom\\.xml|feed\\.json)"))
                .forEach(path -> assertThat(site.text(path)).as(path).doesNotContain("rich-guid"));
    }

    @Test
    void saysOfAWithdrawnPostOnlyThat() {
        Post withdrawn = SamplePlanet.with(RICH, Standing.WITHDRAWN);

        PrintedSite site = with(alone(withdrawn));

        Document page = site.page(withdrawn.path());
        assertThat(page.select("main").text()).isEqualTo("Withdrawn This post was withdrawn by its author.");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        site.files().keySet().stream()
                .filter(path -> !path.equals(withdrawn.path()) && !path.startsWith("assets/"))
                .forEach(path -> assertThat(site.text(path)).as(path).doesNotContain("posts/ada/rich"));
        assertThat(site.text(withdrawn.path())).doesNotContain("strange").doesNotContain("Grace");
    }

    @Test
    void publishesAnExcerptWhereTheMemberWishes() {
        List<Member> members = new ArrayList<>(SamplePlanet.members());
        members.set(0, SamplePlanet.member("ada", "Ada’s Cluster Notes", Member.Extent.EXCERPT, true));

        PrintedSite site = new PrintedSite(SamplePlanet.planet(members), List.of(alone(RICH)));

        assertThat(site.page(RICH.path()).select(".prose").text())
                .isEqualTo("A post with <everything> & more. Continue reading at Ada’s Cluster Notes");
        for (String feed : List.of("feed.xml", "atom.xml", "feed.json", "members/ada/atom.xml", "search/1.js")) {
            assertThat(site.text(feed))
                    .as(feed)
                    .doesNotContain("eleven minutes")
                    .doesNotContain("topology");
        }
        assertThat(site.text("feed.xml")).contains("Continue reading at Ada’s Cluster Notes");
    }

    @Test
    void namesBlogHomeAuthorAndLicenceInTheSearch() {
        String shard = new PrintedSite(SamplePlanet.planet(), List.of(alone(RICH))).text("search/1.js");

        assertThat(shard)
                .contains(
                        "\"blog\":\"Ada’s Cluster Notes\"",
                        "\"home\":\"https://ada.example/\"",
                        "\"by\":\"Grace O’Hara, Lin ",
                        "\"original\":\"https://ada.example/rich?a=1",
                        "\"license\":\"https://creativecommons.org/licenses/by/4.0/\"");
    }

    @Test
    void namesBlogHomeAuthorsOriginalAndLicenceOfEveryPostInAListAsData() {
        PrintedSite site = new PrintedSite(SamplePlanet.planet(), List.of(alone(RICH)));
        for (String path : List.of("index.html", "members/ada.html", "groups/personal.html", "archive/2026-05.html")) {
            Element card = Objects.requireNonNull(
                    site.page(path).selectFirst(".card[itemscope], .titles > li[itemscope]"), path);
            assertThat(card.attr("itemtype")).isEqualTo("https://schema.org/BlogPosting");
            assertThat(card.select("[itemprop=headline]").text())
                    .isEqualTo("Rich & <b>strange</b>: \"quotes\" in a title");
            assertThat(card.select("[itemprop=author]").eachText()).containsExactly("Grace O’Hara", "Lin <Wei>");
            assertThat(card.select("[itemprop=isBasedOn]").attr("href")).isEqualTo("https://ada.example/rich?a=1&b=2");
            assertThat(card.select("[itemprop=license]").attr("href"))
                    .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
            Elements blog = card.select("[itemprop=isPartOf]");
            assertThat(blog.select("[itemprop=name]").attr("content")).isEqualTo("Ada’s Cluster Notes");
            assertThat(blog.select("[itemprop=url]").attr("href")).isEqualTo("https://ada.example/");
        }
    }

    @Test
    void namesTheBlogWhereAPostIsShared() {
        Document page = new PrintedSite(SamplePlanet.planet(), List.of(alone(RICH))).page(RICH.path());

        assertThat(page.select("meta[name=twitter:label1]").attr("content")).isEqualTo("From the blog");
        assertThat(page.select("meta[name=twitter:data1]").attr("content")).isEqualTo("Ada’s Cluster Notes");
        assertThat(page.select("meta[property=article:publisher]").attr("content"))
                .isEqualTo("https://ada.example/");
        assertThat(page.select("meta[property=article:author]").eachAttr("content"))
                .containsExactly("Grace O’Hara", "Lin <Wei>");
    }

    @Test
    void keepsAWritingOnTheFrontPageWhoseOriginalIsPartOfAHistory() {
        Post original = SamplePlanet.with(RICH, Standing.HELD_BACK);
        Post copy = SamplePlanet.post(501, "weekly", DAY.plusSeconds(60), new Random(1));

        PrintedSite site = new PrintedSite(SamplePlanet.planet(), List.of(new Writing(original, List.of(copy))));

        assertThat(site.page("index.html").select(".card h2 a").eachAttr("href"))
                .containsExactly(RICH.path());
        assertThat(site.text("feed.xml").split("<item>")).hasSize(2);
        assertThat(new PrintedSite(SamplePlanet.planet(), List.of(alone(original)))
                        .page("index.html")
                        .select(".card"))
                .isEmpty();
    }

    @Test
    void leavesUnindexedMembersToThemselves() {
        List<Member> members = new ArrayList<>(SamplePlanet.members());
        members.set(0, SamplePlanet.member("ada", "Ada’s Cluster Notes", Member.Extent.FULL, false));

        Post homeless = SamplePlanet.homeless(SamplePlanet.post(1, "ada", DAY, new Random(1)));
        PrintedSite site = new PrintedSite(SamplePlanet.planet(members), List.of(alone(RICH), alone(homeless)));

        for (String path : List.of(RICH.path(), "members/ada.html")) {
            assertThat(site.page(path).select("meta[name=robots]").attr("content"))
                    .isEqualTo("noindex");
        }
        assertThat(site.text("sitemap-pages-1.xml"))
                .doesNotContain("members/ada")
                .contains("members/weekly.html");
        assertThat(site.has("sitemap-posts-1.xml")).isFalse();
    }

    @Test
    void givesTheSameWritingInTwoFeedsOnePage() {
        Post copy = SamplePlanet.post(600, "weekly", DAY.plusSeconds(60), new Random(3));

        PrintedSite site = with(new Writing(RICH, List.of(copy)));

        assertThat(site.page(RICH.path()).select(".post-foot").text())
                .contains("Also posted at Research Computing Weekly");
        assertThat(site.text("members/ada.html")).contains(RICH.path());
        assertThat(site.text("members/weekly.html")).contains(RICH.path()).doesNotContain(copy.path());
        Document moved = site.page(copy.path());
        assertThat(moved.select("main a").attr("href")).isEqualTo("../../" + RICH.path());
        assertThat(moved.select("main h1, main a").eachAttr("dir")).containsExactly("auto", "auto");
        assertThat(moved.select("link[rel=canonical]").attr("href")).isEqualTo("https://ada.example/rich?a=1&b=2");
        assertThat(site.text("feed.xml")).containsOnlyOnce("<guid isPermaLink=\"false\">rich-guid</guid>");
    }

    @Test
    void hasAFrontPageBeforeTheFirstPost() {
        PrintedSite site = new PrintedSite(SamplePlanet.planet(), List.of());

        assertThat(site.page("index.html").select(".empty").text()).startsWith("Nothing has been published here yet.");
        assertThat(site.text("atom.xml")).contains("<updated>1970-01-01T00:00:00Z</updated>");
    }

    @Test
    void leavesOutPostsOfMembersWhoLeft() {
        PrintedSite site = with(alone(SamplePlanet.rich(700, "somebody-who-left", DAY)));

        assertThat(site.files().keySet()).noneMatch(path -> path.contains("somebody-who-left"));
    }

    @Test
    void linksOnlyToPagesThatExist() {
        Post copy = SamplePlanet.post(600, "weekly", DAY.plusSeconds(60), new Random(3));
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(130));
        writings.add(new Writing(RICH, List.of(copy)));
        writings.set(3, alone(SamplePlanet.with(writings.get(3).original(), Standing.WITHDRAWN)));
        writings.set(4, alone(SamplePlanet.with(writings.get(4).original(), Standing.HELD_BACK)));
        PrintedSite site = new PrintedSite(SamplePlanet.planet(), writings);

        Set<String> broken = new TreeSet<>();
        for (String path : site.files().keySet()) {
            if (path.endsWith(".html") && !path.equals("404.html")) {
                broken.addAll(brokenLinks(site, path));
            }
        }

        assertThat(broken).isEmpty();
    }

    private static List<String> brokenLinks(PrintedSite site, String path) {
        List<String> broken = new ArrayList<>();
        Document page = site.page(path);
        URI here = URI.create("https://planet.example/blogs/" + path);
        for (Element element : page.select("[href], [src]")) {
            String written = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (written.matches("[a-z]+:.*")) {
                continue;
            }
            assertThat(written).as("relative in " + path).doesNotStartWith("/");
            URI target = here.resolve(written.replaceAll("[?#].*", ""));
            String file = target.getPath().replaceFirst("^/blogs/", "");
            boolean there =
                    written.startsWith("#") ? page.getElementById(written.substring(1)) != null : site.has(file);
            if (!there) {
                broken.add(path + " -> " + written);
            }
        }
        return broken;
    }

    /** So that readers on a phone come to the posts. */
    @Test
    void namesSomeBlogsOfALargeGroupAboveItsPostsAndAllOnPagesOfTheirOwn() {
        List<Member> members = new ArrayList<>();
        for (int i = 1; i <= 360; i++) {
            members.add(SamplePlanet.member("blog-" + i, "Blog " + i));
        }

        PrintedSite site = new PrintedSite(SamplePlanet.planet(members), List.of());

        Document group = site.page("groups/personal.html");
        assertThat(group.select(".faces li")).hasSize(16);
        assertThat(group.select(".tally").text()).isEqualTo("0 posts from 180 blogs");
        assertThat(group.select(".inner a").text()).isEqualTo("All 180 blogs");
        assertThat(group.select(".inner a").attr("href")).isEqualTo("../groups/personal/members.html");
        assertThat(site.page("groups/personal/members.html").select(".faces li"))
                .hasSize(150);
        Document last = site.page("groups/personal/members-2.html");
        assertThat(last.select(".faces li")).hasSize(30);
        assertThat(last.title()).isEqualTo("Who writes in Personal, page 2 · Planet Cluster");
        assertThat(site.page("members.html").title()).isEqualTo("Members · Planet Cluster");
        assertThat(site.page("members-8.html").title()).isEqualTo("Members, page 8 · Planet Cluster");
        assertThat(last.select(".pager a").eachAttr("href")).containsExactly("../../groups/personal/members.html");
    }

    @Test
    void leadsFromAnyAddressThatIsNotThereToTheSitesRoot() {
        assertThat(with().page("404.html").select("main a").attr("href")).isEqualTo("/blogs/index.html");
    }

    /** To somebody who hears the page, "page" is where they are, and any other word the part of the site. */
    @Test
    void tellsThePageItselfFromThePartOfTheSiteThatItBelongsTo() {
        PrintedSite site = with(alone(RICH));

        assertThat(current(site, "index.html")).isEqualTo("index.html page");
        assertThat(current(site, "tags.html")).isEqualTo("tags.html page");
        assertThat(current(site, "tags/hpc.html")).isEqualTo("../tags.html true");
        assertThat(current(site, "archive/2026-05.html")).isEqualTo("../archive.html true");
    }

    private static String current(PrintedSite site, String path) {
        Elements links = site.page(path).select(".top [aria-current]");
        return links.attr("href") + " " + links.attr("aria-current");
    }

    @Test
    void sharesTheFrontPageUnderTheAddressThatSearchEnginesKnow() {
        Document page = with().page("index.html");

        assertThat(page.select("meta[property=og:url]").attr("content"))
                .isEqualTo(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://planet.example/blogs/");
    }

    @Test
    void hasUniqueIdsAndOneMainHeadingOnEveryPage() {
        PrintedSite site = with(alone(RICH));

        site.files().keySet().stream().filter(path -> path.endsWith(".html")).forEach(path -> {
            Document page = site.page(path);
            assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("[style], style, [onclick]")).as(path).isEmpty();
            assertThat(page.select("script:not([src]):not([type])")).as(path).hasSize(1);
        });
    }

    @Test
    void printsTheSameBytesWhateverTheOrderOfItsInput() {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(40));
        Map<String, byte[]> one = new PrintedSite(SamplePlanet.planet(), writings).files();
        Collections.shuffle(writings, new Random(5));
        Map<String, byte[]> other = new PrintedSite(SamplePlanet.planet(), writings).files();

        assertThat(other.keySet()).isEqualTo(one.keySet());
        one.forEach((path, bytes) -> assertThat(other.get(path)).as(path).isEqualTo(bytes));
    }
}
