package community.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Attribution.Concealed;
import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.crosspost.Kinship;
import community.orrery.feed.FeedState;
import community.orrery.feed.Hidden;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Subscription;
import community.orrery.feed.Writing;
import community.orrery.health.Absence.Reason;
import community.orrery.site.SamplePlanet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged of feeds and posts, from what was stored. */
class HealthTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final Member ADA = SamplePlanet.member("ada", "Ada");

    @ParameterizedTest
    @CsvSource({
        "PT0S, FAILING",
        "PT23H59M, FAILING",
        "P1D, DAY",
        "P6DT23H, DAY",
        "P7D, WEEK",
        "P29D, WEEK",
        "P30D, MONTH"
    })
    void tellsForHowLongAFeedHasBeenFailing(Duration failing, Condition condition) {
        assertThat(Condition.of(ADA, state(1, NOW.minus(failing), false, null))).isEqualTo(condition);
    }

    @Test
    void pointsOutMembersOfWhoseFeedsOneFailedForADayTheWorstFirst() {
        Map<String, FeedState> states = Map.of(
                "fine", state(0, null, false, null),
                "hours", state(1, NOW.minus(Duration.ofHours(23)), false, null),
                "day", state(1, NOW.minus(Duration.ofDays(1)), false, null),
                "week", state(1, NOW.minus(Duration.ofDays(7)), false, null),
                "gone", state(1, NOW, true, null));
        Member several = MemberBuilder.of("several")
                .feeds("https://fine.example/", "https://week.example/")
                .build();
        List<Member> members = Stream.concat(
                        Stream.of("hours", "day", "gone", "fine").map(name -> MemberBuilder.of(name)
                                .feeds("https://" + name + ".example/")
                                .build()),
                        Stream.of(several))
                .toList();

        Health health = Health.of(
                SamplePlanet.planet(members),
                (member, feed) -> Objects.requireNonNull(
                        states.get(feed.xmlUrl().getHost().replace(".example", ""))),
                List.of(),
                new Attribution(List.of(), List.of(), List.of()),
                null,
                Diary.NONE);

        assertThat(health.standingOut())
                .extracting(member -> member.member().id())
                .containsExactly("gone", "several", "day");
    }

    @Test
    void knowsTheOtherConditions() {
        assertThat(Condition.of(ADA, FeedState.UNASKED)).isEqualTo(Condition.UNASKED);
        assertThat(Condition.of(ADA, state(0, null, false, null))).isEqualTo(Condition.WELL);
        assertThat(Condition.of(ADA, state(3, NOW, true, null))).isEqualTo(Condition.GONE);
        assertThat(Condition.of(MemberBuilder.of("ada").retired().build(), state(3, NOW, false, null)))
                .isEqualTo(Condition.RETIRED);
    }

    @Test
    void plansNoVisitToWhatIsGoneOrRetiredAndObeysRetryAfter() {
        Subscription feed = ADA.subscriptions().get(0);
        FeedState waiting = state(1, NOW, false, NOW.plus(Duration.ofHours(9)));

        assertThat(new FeedHealth(feed, state(0, null, false, null), Condition.WELL, List.of()).nextVisit())
                .contains(NOW.plus(Duration.ofHours(1)));
        assertThat(new FeedHealth(feed, waiting, Condition.FAILING, List.of()).nextVisit())
                .contains(NOW.plus(Duration.ofHours(9)));
        assertThat(new FeedHealth(feed, waiting, Condition.GONE, List.of()).nextVisit())
                .isEmpty();
        assertThat(new FeedHealth(feed, waiting, Condition.RETIRED, List.of()).nextVisit())
                .isEmpty();
    }

    @Test
    void givesEveryPostThatIsNotShownItsRule() {
        Member weekly = SamplePlanet.member("weekly", "Weekly");
        Member picky = MemberBuilder.of("picky").categories("hpc").build();
        Post shown = post(1, "ada");
        Post held = SamplePlanet.with(post(2, "ada"), Standing.HELD_BACK);
        Post withdrawn = SamplePlanet.with(post(3, "ada"), Standing.WITHDRAWN);
        Post hidden = post(4, "ada", NOW);
        Post copy = post(5, "weekly");
        Post notCarried = SamplePlanet.tagged(post(6, "picky"), List.of("cats"));
        Post left = post(7, "somebody-who-left");
        Hidden line = new Hidden(URI.create("https://ada.example/x"), List.of(), "an advertisement", 12);
        Attribution attribution = new Attribution(
                List.of(
                        new Writing(shown, List.of(copy)),
                        new Writing(held, List.of()),
                        new Writing(withdrawn, List.of())),
                List.of(new Verdict(shown, copy, Kinship.Reason.DECLARED, 0.97)),
                List.of(new Concealed(hidden, line)));

        Health health = Health.of(
                SamplePlanet.planet(List.of(ADA, weekly, picky)),
                (member, feed) -> FeedState.UNASKED,
                List.of(shown, held, withdrawn, hidden, copy, notCarried, left),
                attribution,
                null,
                Diary.NONE);

        MemberHealth ada = health.members().get(0);
        assertThat(ada.shown()).isEqualTo(1);
        assertThat(ada.absences()).extracting(Absence::post).containsExactly(hidden, held, withdrawn);
        assertThat(ada.count(Reason.HELD_BACK)).isEqualTo(1);
        assertThat(ada.count(Reason.WITHDRAWN)).isEqualTo(1);
        assertThat(ada.absences().stream().filter(each -> each.reason() == Reason.HIDDEN))
                .singleElement()
                .extracting(Absence::hidden)
                .isEqualTo(line);
        assertThat(health.members().get(1).newest()).isEqualTo(copy);
        assertThat(health.members().get(1).absences()).singleElement().satisfies(each -> assertThat(each.verdict())
                .isEqualTo(attribution.verdicts().get(0)));
        assertThat(health.members().get(2).absences())
                .singleElement()
                .extracting(Absence::reason)
                .isEqualTo(Reason.NOT_CARRIED);
        assertThat(health.members().stream()
                        .flatMap(member -> member.absences().stream())
                        .filter(Absence::isTold))
                .as("what pages may name")
                .extracting(Absence::post)
                .containsExactly(held, copy);
    }

    /** Who asks for the source by its address is not to be told of its copies. */
    @Test
    void doesNotTakeACopyForTheSourceThatItNames() {
        Post source = post(1, "ada");
        Post copy = SamplePlanet.declaring(
                post(2, "lockstep"), Objects.requireNonNull(source.metadata().link()));
        Verdict verdict = new Verdict(source, copy, Kinship.Reason.DECLARED, 0);

        assertThat(new Absence(copy, Reason.MERGED, null, verdict).fingerprints())
                .containsExactly(
                        Fingerprint.of(Objects.requireNonNull(copy.metadata().link())),
                        Fingerprint.ofText(copy.path()));
    }

    @Test
    void endsItsChartsWithTheNewestPostAndNotWithToday() {
        Post newest = SamplePlanet.post(1, "ada", Instant.parse("2021-03-31T23:30:00Z"), new Random(1));
        Post old = SamplePlanet.post(2, "ada", Instant.parse("2019-04-01T00:30:00Z"), new Random(2));
        Post older = SamplePlanet.post(3, "ada", Instant.parse("2019-03-01T00:30:00Z"), new Random(3));

        Health health = of(SamplePlanet.planet(List.of(ADA)), List.of(newest, old, older));

        assertThat(health.until()).isEqualTo(YearMonth.of(2021, 3));
        assertThat(health.months()).hasSize(24).startsWith(YearMonth.of(2019, 4));
        assertThat(health.members().get(0).months()).containsOnlyKeys(YearMonth.of(2019, 4), YearMonth.of(2021, 3));
    }

    @Test
    void countsPostsAWeekOverAYearOrTheTimeThereIs() {
        List<Post> fortnight = List.of(post(1, "ada", NOW), post(2, "ada", NOW.minus(Duration.ofDays(14))));

        List<Post> years = List.of(
                post(1, "ada", NOW),
                post(2, "ada", NOW.minus(Duration.ofDays(364)).plusSeconds(1)),
                post(3, "ada", NOW.minus(Duration.ofDays(364))));

        assertThat(of(SamplePlanet.planet(List.of(ADA)), fortnight).perWeek()).isEqualTo(1.0);
        assertThat(of(SamplePlanet.planet(List.of(ADA)), years).perWeek()).isEqualTo(2 / 52.0);
        assertThat(of(SamplePlanet.planet(List.of(ADA)), List.of()).perWeek()).isZero();
    }

    @Test
    void countsTheWeeksThatEndWithTheNewestPostsAndLeavesNoneOut() {
        Post newest = SamplePlanet.post(1, "ada", Instant.parse("2026-05-20T12:00:00Z"), new Random(1)); // a Wednesday
        Post sameWeek = SamplePlanet.post(2, "ada", Instant.parse("2026-05-18T00:00:00Z"), new Random(2));
        Post weekBefore = SamplePlanet.post(3, "ada", Instant.parse("2026-05-17T23:59:59Z"), new Random(3));
        Post longAgo = SamplePlanet.post(4, "ada", Instant.parse("2020-05-17T12:00:00Z"), new Random(4));

        Health health = of(SamplePlanet.planet(List.of(ADA)), List.of(newest, sameWeek, weekBefore, longAgo));

        assertThat(health.weeks())
                .hasSize(Health.WEEKS)
                .containsEntry(LocalDate.parse("2026-05-18"), 2)
                .containsEntry(LocalDate.parse("2026-05-11"), 1)
                .containsEntry(LocalDate.parse("2026-05-04"), 0);
        assertThat(health.weeks().values().stream().mapToInt(posts -> posts).sum())
                .isEqualTo(3);
        assertThat(of(SamplePlanet.planet(List.of(ADA)), List.of()).weeks()).isEmpty();
    }

    @Test
    void countsTheFirstOfTheWeeksFromItsFirstMoment() {
        Post newest = post(1, "ada", Instant.parse("2026-05-24T23:59:59Z")); // a Sunday
        Post first = post(2, "ada", Instant.parse("2025-05-26T00:00:00Z"));
        Post before = post(3, "ada", Instant.parse("2025-05-25T23:59:59Z"));

        Health health = of(SamplePlanet.planet(List.of(ADA)), List.of(newest, first, before));

        assertThat(health.weeks()).hasSize(Health.WEEKS);
        assertThat(health.weeks().firstKey()).isEqualTo(LocalDate.parse("2025-05-26"));
        assertThat(health.weeks().get(health.weeks().firstKey())).isEqualTo(1);
        assertThat(health.weeks().values().stream().mapToInt(posts -> posts).sum())
                .isEqualTo(2);
    }

    @Test
    void givesEachFeedItsVisitsAndThePlanetItsRuns() {
        Run run = new Run(NOW, Duration.ofSeconds(3), 1, 0, 2, 0, 0, 9);
        VisitDay day = new VisitDay(LocalDate.parse("2026-05-20"), 2, 1, Duration.ofSeconds(4), Duration.ofSeconds(3));
        Member quiet = SamplePlanet.member("quiet", "Quiet");

        Health health = Health.of(
                SamplePlanet.planet(List.of(ADA, quiet)),
                (member, feed) -> FeedState.UNASKED,
                List.of(),
                new Attribution(List.of(), List.of(), List.of()),
                null,
                new Diary(List.of(run), (member, feed) -> member.equals(ADA) ? List.of(day) : List.of()));

        assertThat(health.runs()).containsExactly(run);
        assertThat(health.members().get(0).feeds().get(0).visits()).containsExactly(day);
        assertThat(health.members().get(1).feeds().get(0).visits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://ada.example/feed, , true",
        "HTTP://ada.example/feed, , true",
        "https://ada.example/feed, , false",
        "http://ada.example/feed, https://ada.example/feed, false",
        "https://ada.example/feed, http://ada.example/feed, true",
        "http://localhost/feed, , false",
        "http://LocalHost:8080/feed, , false",
        "http://127.0.0.9/feed, , false",
        "http://[::1]/feed, , false",
        "http://127.0.0.1.example/feed, , true",
        "feeds/ada.xml, , false",
    })
    void warnsOfWhatIsAskedInTheClear(URI listed, @Nullable URI movedTo, boolean clear) {
        FeedState state = new FeedState(
                FeedState.Approach.UNASKED.withMovedTo(movedTo), FeedState.Turn.UNASKED, FeedState.Course.UNASKED);

        assertThat(new FeedHealth(new Subscription(listed, 1), state, Condition.WELL, List.of()).isInTheClear())
                .isEqualTo(clear);
    }

    @Test
    void warnsOfAFeedWithoutDatesByItsTenNewestPosts() {
        List<Post> posts = new ArrayList<>();
        for (int key = 1; key <= 9; key++) {
            posts.add(undated(post(key, "ada")));
        }
        posts.add(post(10, "ada"));
        assertThat(of(SamplePlanet.planet(List.of(ADA)), posts).members().get(0).warnings())
                .isEmpty();

        posts.set(9, dated(posts.get(9), null, NOW));
        assertThat(of(SamplePlanet.planet(List.of(ADA)), posts).members().get(0).warnings())
                .isEmpty();

        posts.set(9, undated(posts.get(9)));
        posts.add(post(11, "ada"));
        assertThat(of(SamplePlanet.planet(List.of(ADA)), posts).members().get(0).warnings())
                .containsExactly(Warning.NO_DATES);
    }

    @Test
    void warnsOfFeedsInTheClearAndOfFeedsWithoutDates() {
        Member clear =
                MemberBuilder.of("clear").feeds("http://clear.example/feed.xml").build();
        Member local = MemberBuilder.of("local")
                .feeds("http://127.0.0.1:8080/feed.xml")
                .build();
        Planet planet = SamplePlanet.planet(List.of(ADA, clear, local));
        Post undated = undated(post(1, "ada"));

        Health health = of(planet, List.of(undated));

        assertThat(health.members())
                .extracting(MemberHealth::warnings)
                .containsExactly(List.of(Warning.NO_DATES), List.of(Warning.HTTP_ONLY), List.of());
    }

    private static Health of(Planet planet, List<Post> posts) {
        Attribution attribution = new Attribution(
                posts.stream().map(post -> new Writing(post, List.of())).toList(), List.of(), List.of());
        return Health.of(planet, (member, feed) -> FeedState.UNASKED, posts, attribution, null, Diary.NONE);
    }

    private static Post post(long key, String member) {
        return post(key, member, NOW.minus(Duration.ofDays(key)));
    }

    private static Post post(long key, String member, Instant time) {
        return SamplePlanet.post(key, member, time, new Random(key));
    }

    private static Post undated(Post post) {
        return dated(post, null, null);
    }

    private static Post dated(Post post, @Nullable Instant published, @Nullable Instant updated) {
        var old = post.metadata();
        return new Post(
                post.key(),
                post.member(),
                post.slug(),
                post.id(),
                old.dated(published, updated),
                post.firstSeen(),
                post.ordered(),
                null,
                post.words(),
                post.standing(),
                post.feed(),
                post.version());
    }

    private static FeedState state(int failures, @Nullable Instant since, boolean gone, @Nullable Instant notBefore) {
        return new FeedState(
                FeedState.Approach.UNASKED,
                new FeedState.Turn(NOW.plus(Duration.ofHours(1)), notBefore, null, Rhythm.NONE, null, gone),
                new FeedState.Course(NOW, null, Duration.ofMillis(40), failures, since, "words", null, null));
    }
}
