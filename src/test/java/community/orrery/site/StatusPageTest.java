package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Attribution.Concealed;
import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.crosspost.Kinship;
import community.orrery.feed.FeedState;
import community.orrery.feed.Hidden;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Settings;
import community.orrery.feed.Writing;
import community.orrery.health.Diary;
import community.orrery.health.Fingerprint;
import community.orrery.health.Health;
import community.orrery.health.Run;
import community.orrery.health.VisitDay;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the status page tells, and what it keeps to itself. */
class StatusPageTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final Instant DAY = Instant.parse("2026-05-19T10:00:00Z");
    private static final Post RICH = SamplePlanet.rich(500, "ada", DAY);
    private static final Post COPY = SamplePlanet.post(501, "weekly", DAY.plusSeconds(60), new Random(3));
    private static final Duration TOOK = Duration.ofMillis(340);
    private static final String HOSTILE = "<script>alert(1)</script> \"403\" & more";

    /** Ada is well, Lockstep has failed for ten days, the Tape Robot is gone, everybody else was never asked. */
    private static FeedState state(String member) {
        return switch (member) {
            case "ada" -> state(0, null, false, "read, 7 entries", "repaired: <b>stray</b> ampersand");
            case "lockstep" -> state(12, NOW.minus(Duration.ofDays(10)), false, HOSTILE, null);
            case "tape-robot" -> state(1, NOW.minus(Duration.ofDays(1)), true, "is gone (410)", null);
            case "weekly" -> unchanged(NOW, NOW.plus(Duration.ofDays(4)));
            default -> FeedState.UNASKED;
        };
    }

    static FeedState state(
            int failures, @Nullable Instant since, boolean gone, String words, @Nullable String warning) {
        Instant lastSuccess = failures == 0 ? NOW : NOW.minus(Duration.ofDays(11));
        return state(new FeedState.Course(NOW, lastSuccess, TOOK, failures, since, words, warning, null), gone);
    }

    static FeedState unchanged(Instant asked, @Nullable Instant certificateEnds) {
        return state(new FeedState.Course(asked, NOW, TOOK, 0, null, "unchanged", null, certificateEnds), false);
    }

    private static FeedState state(FeedState.Course course, boolean gone) {
        FeedState.Turn turn = new FeedState.Turn(NOW.plus(Duration.ofHours(6)), null, null, Rhythm.NONE, null, gone);
        return new FeedState(FeedState.Approach.UNASKED, turn, course);
    }

    static Map<String, String> print(Planet planet, @Nullable String listTrouble, Post... alone) {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(25));
        writings.add(new Writing(RICH, List.of(COPY)));
        for (Post post : alone) {
            writings.add(new Writing(post, List.of()));
        }
        Post hidden = SamplePlanet.post(502, "ada", DAY, new Random(4));
        Attribution attribution = new Attribution(
                writings,
                List.of(new Verdict(RICH, COPY, Kinship.Reason.SAME_TEXT, 0.934)),
                List.of(new Concealed(
                        hidden, new Hidden(URI.create("https://ada.example/"), List.of(), "an <i>advert</i>", 12))));
        List<Post> posts = writings.stream().flatMap(Writing::posts).toList();
        Health health = Health.of(planet, (member, feed) -> state(member.id()), posts, attribution, listTrouble, DIARY);
        SitePlan plan = SitePlan.of(planet, writings, Theme.NONE, health);
        Press press = new Press(plan, SamplePlanet.TEXTS);
        Map<String, String> files = new TreeMap<>();
        plan.files().stream()
                .filter(file -> file.path().startsWith("status"))
                .forEach(file -> files.put(file.path(), new String(press.print(file), StandardCharsets.UTF_8)));
        return files;
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    static final Diary DIARY = new Diary(
            List.of(
                    new Run(NOW.minusSeconds(7200), Duration.ofSeconds(2), 10, 1, 2, 3, 4, 5),
                    new Run(NOW.minusSeconds(3600), Duration.ofSeconds(8), 9, 0, 1, 0, 0, 7)),
            (member, feed) -> member.id().equals("ada")
                    ? List.of(
                            new VisitDay(TODAY.minusDays(40), 9, 9, Duration.ofSeconds(90), Duration.ofSeconds(20)),
                            new VisitDay(TODAY.minusDays(1), 2, 1, Duration.ofSeconds(3), Duration.ofSeconds(2)),
                            new VisitDay(TODAY, 4, 0, Duration.ofSeconds(2), Duration.ofMillis(900)))
                    : List.of());

    @Test
    void drawsAnswersRunsAndWeeksAndTellsThemAsTables() {
        Document page = page();

        Element answers = page.select("#blog-ada .visits svg").get(0);
        assertThat(page.select("#blog-ada .visits svg + small").text())
                .isEqualTo("Visits in 30 days: 6. They took 0.8 s on average, 2.0 s at most; without a feed: 1.");
        assertThat(answers.attr("viewBox")).isEqualTo("0 0 120 24");
        assertThat(answers.select("path").get(0).attr("d")).isEqualTo("M114 24V0M118 24V16");
        assertThat(answers.select("path.failed").attr("d")).isEqualTo("M114 0V24");
        Element row = page.select(".charts:not(.own):has(th:contains(May 20)) tbody tr")
                .get(0);
        assertThat(row.select("th").text()).isEqualTo("Ada’s Cluster Notes");
        assertThat(row.select("td").eachText().stream().filter(text -> !text.isEmpty()))
                .containsExactly("1.5 (1)", "0.5");

        assertThat(page.select("summary + [tabindex=0]").eachAttr("aria-label"))
                .as("what somebody who hears the page has stopped at")
                .hasSize(4)
                .isEqualTo(page.select("summary").eachText());

        Element own = page.select(".own").get(0);
        assertThat(own.select("p").get(0).text())
                .isEqualTo("Runs in the last week: 2. Half of them took 8.0 s or less, the longest 8.0 s.");
        assertThat(own.select("svg").eachAttr("aria-label"))
                .containsExactly(
                        "How long the newest runs took, 2 of them",
                        "27 posts in the last 52 weeks, by week",
                        "27 posts in the last two years");
        assertThat(own.select("table").get(0).select("tbody tr").eachText())
                .containsExactly("May 20, 2026, 11:00 8.0 9 0 1 0 0 7", "May 20, 2026, 10:00 2.0 10 1 2 3 4 5");
        assertThat(own.select("table").get(1).select("tbody tr")).hasSize(52);
    }

    @Test
    void saysWhenACertificateIsAboutToExpire() {
        assertThat(page().select("#blog-weekly .visits .warning dd").text())
                .startsWith("Its server’s certificate expires on May 24, 2026.");
    }

    static Document parsed(Map<String, String> files, String path) {
        return Jsoup.parse(Objects.requireNonNull(files.get(path), path));
    }

    private static Document page(Post... alone) {
        return parsed(print(SamplePlanet.planet(), null, alone), "status.html");
    }

    @Test
    void tellsOfEachFeedLastSuccessWordsNextVisitAndNewestPost() {
        Element ada = page().select("#blog-ada").get(0);

        assertThat(ada.select(".visits").text())
                .contains("https://ada.example/feed.xml well")
                .contains("The last visit read, 7 entries (answered in 0.3 s)")
                .contains("Last read May 20, 2026, 12:00")
                .contains("Next visit May 20, 2026, 18:00");
        assertThat(ada.select(".newest").text()).contains("Newest post: May 19, 2026 Rich & <b>strange</b>");
        assertThat(ada.select(".visits .warning dd").text()).isEqualTo("repaired: <b>stray</b> ampersand");
    }

    @Test
    void bringsForwardWhatHasBeenFailingForLong() {
        Document page = page();

        assertThat(page.select(".alarm li").eachText())
                .containsExactly("The Tape Robot gone is gone (410)", "In Lockstep failing for over a week " + HOSTILE);
        assertThat(page.select(".alarm .week, .alarm .gone")).hasSize(2);
        assertThat(page.select("#blog-lockstep .visits").text()).contains("since May 10, 2026, 12:00");
        assertThat(page.select("#blog-tape-robot .visits").text())
                .contains("Next visit none, unless the list gives another address or update --force asks again");
    }

    @Test
    void showsWhatServersAndFeedsSayAsText() {
        Map<String, String> files = print(SamplePlanet.planet(), "feeds.opml:3: <head> & \"more\"");

        assertThat(files.get("status.html")).doesNotContain("<script>alert", "<b>stray", "<i>advert", "<b>strange");
        assertThat(Jsoup.parse(String.valueOf(files.get("status.html")))
                        .select(".list-trouble pre")
                        .text())
                .isEqualTo("feeds.opml:3: <head> & \"more\"");
    }

    @Test
    void tellsTheRuleOfEveryPostThatIsNotOnTheFrontPage() {
        Post held = SamplePlanet.with(SamplePlanet.post(510, "weekly", DAY, new Random(7)), Standing.HELD_BACK);

        Map<String, String> files = print(SamplePlanet.planet(), null, held);

        assertThat(parsed(files, "status/weekly.html").select(".absences li").eachText())
                .anySatisfy(text -> assertThat(text)
                        .contains(COPY.metadata().title())
                        .contains("same writing as another blog’s post", "Rich & <b>strange</b>", "Ada’s Cluster Notes")
                        .contains("Nearly the same text (93 % of the phrases)"))
                .anySatisfy(text -> assertThat(text).contains("at most 10 of those enter the front page"));
        assertThat(parsed(files, "status/ada.html").select(".absences li").text())
                .contains("line 12 of its list): an <i>advert</i>");
        for (Document page : List.of(parsed(files, "status.html"), parsed(files, "status/weekly.html"))) {
            assertThat(page.select("#blog-weekly .meta, .heading .meta").text())
                    .contains("1 merged as crossposts", "1 held back");
        }
    }

    @Test
    void leavesTheDirectionOfTitlesToTheirLetters() {
        Post held = SamplePlanet.with(SamplePlanet.post(510, "weekly", DAY, new Random(7)), Standing.HELD_BACK);

        Map<String, String> files = print(SamplePlanet.planet(), null, held);

        Document missing = parsed(files, "status/weekly.html");
        for (Elements titles : List.of(
                parsed(files, "status.html").select(".newest a"),
                missing.select(".absences li > a"),
                missing.select(".absences cite"),
                missing.select(".absences .rule a"))) {
            assertThat(titles.eachAttr("dir"))
                    .hasSameSizeAs(titles)
                    .isNotEmpty()
                    .containsOnly("auto");
        }
    }

    @Test
    void marksWhatIsInEnglishOnAnyPlanet() {
        Planet german = SamplePlanet.planet(SamplePlanet.members(), Settings.DEFAULT, Locale.GERMAN);

        Document page = parsed(print(german, "feeds.opml:3: there is no outline here."), "status.html");

        for (Elements english : List.of(
                page.select(".said > span"),
                page.select("div.warning:contains(stray) dd span"),
                page.select(".alarm li span"),
                page.select(".list-trouble pre"))) {
            assertThat(english.eachAttr("lang"))
                    .isNotEmpty()
                    .hasSameSizeAs(english)
                    .containsOnly("en");
            assertThat(english.eachAttr("dir")).hasSameSizeAs(english).containsOnly("ltr");
        }
    }

    /** Its author took it back, or the community hid it: only who knows the address can ask. */
    @Test
    void namesNeitherAWithdrawnPostNorAHiddenOne() {
        Post withdrawn = SamplePlanet.with(SamplePlanet.rich(600, "acme", DAY), Standing.WITHDRAWN);
        Post hidden = SamplePlanet.post(502, "ada", DAY, new Random(4));

        Map<String, String> files = print(SamplePlanet.planet(), null, withdrawn);

        files.values().forEach(text -> assertThat(text)
                .doesNotContain(hidden.path())
                .doesNotContain(String.valueOf(hidden.metadata().link()))
                .doesNotContain(withdrawn.path())
                .doesNotContain(String.valueOf(withdrawn.metadata().link())));
        assertThat(files.get("status/known-all.js")).contains("\"" + Fingerprint.ofText(withdrawn.path()) + "\":[");
    }

    @Test
    void drawsPostsByMonthAndTellsThemAsATable() {
        Document page = page();

        assertThat(page.select("#blog-ada > svg[role=img]").attr("aria-label")).endsWith("in the last two years");
        Elements sections = page.select(".charts");
        Element charts = sections.get(sections.size() - 1);
        assertThat(charts.select("thead th")).hasSize(24);
        Element everybody = charts.select("tbody tr").get(0);
        int sum = everybody.select("td").eachText().stream()
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(sum).isEqualTo(27);
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        JsonNode status =
                new ObjectMapper().readTree(print(SamplePlanet.planet(), null).get("status.json"));

        assertThat(status.get("asOf").asText()).isEqualTo("2026-05-20T12:00:00Z");
        JsonNode ada = status.get("members").get(0);
        assertThat(ada.get("condition").asText()).isEqualTo("well");
        assertThat(ada.get("posts").get("hidden").asInt()).isEqualTo(1);
        assertThat(ada.get("feeds").get(0).get("said").asText()).isEqualTo("read, 7 entries");
        assertThat(ada.get("feeds").get(0).get("nextVisit").asText()).isEqualTo("2026-05-20T18:00:00Z");
        assertThat(status.get("members").get(1).get("condition").asText()).isEqualTo("week");
        assertThat(status.get("runs").get(1).get("millis").asLong()).isEqualTo(8000);
        assertThat(status.get("postsByWeek").size()).isEqualTo(52);
        assertThat(ada.get("feeds")
                        .get(0)
                        .get("visits")
                        .get(2)
                        .get("meanMillis")
                        .asLong())
                .isEqualTo(500);
    }

    @Test
    void changesOnlyWithWhatItTells() {
        assertThat(print(SamplePlanet.planet(), null)).isEqualTo(print(SamplePlanet.planet(), null));
    }

    @Test
    void speaksThePlanetsLanguage() {
        Planet german = SamplePlanet.planet(SamplePlanet.members(), Settings.DEFAULT, Locale.GERMAN);

        Document page = Jsoup.parse(String.valueOf(print(german, null).get("status.html")));

        assertThat(page.select("h1").text()).isEqualTo("Wie es den Feeds geht");
        assertThat(page.select("#blog-lockstep strong").text()).isEqualTo("seit über einer Woche gestört");
    }

    @Test
    void asksToBeLeftOutOfSearchEnginesAndRunsOnlyItsOwnScripts() {
        Document page = page();

        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("script[src]").eachAttr("src"))
                .allMatch(source -> source.matches("assets/(script|status)\\.js\\?[0-9a-f]{8}"));
        assertThat(page.select("form.lookup")).hasSize(1).allMatch(form -> form.hasAttr("hidden"));
    }
}
