package community.orrery.health;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.crosspost.Attribution;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Rhythm;
import community.orrery.site.SamplePlanet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told over weeks, day by day: once when a feed has failed for three days, once when it is well again. */
class AlarmsTest {

    private static final Instant FIRST = Instant.parse("2026-05-01T12:00:00Z");
    private static final Member ADA = SamplePlanet.member("ada", "Ada");
    private static final Member RETIRED =
            MemberBuilder.of("ada").name("Ada").retired().build();

    /** A feed's weeks and what is told of it. */
    record Story(String name, String days, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() throws IOException {
        Path file = Path.of(Objects.requireNonNull(AlarmsTest.class.getResource("/health/weeks.txt"))
                .getPath());
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return IntStream.range(0, lines.size() / 3)
                .mapToObj(i -> new Story(lines.get(3 * i), lines.get(3 * i + 1), lines.get(3 * i + 2)));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void tellsOnceThatAFeedFailsAndOnceThatItIsWell(Story story) {
        Set<Alarm> known = Set.of();
        FeedState state = FeedState.UNASKED;
        StringBuilder told = new StringBuilder();
        for (int day = 0; day < story.days().length(); day++) {
            char sign = story.days().charAt(day);
            Instant now = FIRST.plus(Duration.ofDays(day));
            state = after(state, sign, now);
            if (sign == 'o') {
                told.append('.');
                continue;
            }
            Alarms alarms = alarms(health(sign, state), known, now);
            known = Set.copyOf(alarms.told());
            told.append(
                    alarms.notices().isEmpty()
                            ? '.'
                            : alarms.notices().get(0).id().startsWith("failing-") ? 'F' : 'W');
            assertThat(alarms.notices()).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(told).hasToString(story.told());
    }

    @Test
    void tellsOfManyFeedsInOneMessageOfEachKind() {
        List<Member> members = IntStream.range(0, 50)
                .mapToObj(i -> SamplePlanet.member("m" + i, "Blog " + i))
                .toList();
        FeedState failing = after(after(FeedState.UNASKED, 'x', FIRST), 'x', FIRST.plus(Duration.ofDays(3)));

        Alarms alarms = alarms(health(SamplePlanet.planet(members), failing), Set.of(), FIRST.plus(Duration.ofDays(3)));

        assertThat(alarms.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("Planet: 50 feeds are failing for three days");
            assertThat(notice.body()).contains("Blog 0,", "Blog 49,", "answered 500 (since 2026-05-01)");
        });
        assertThat(alarms.told()).hasSize(50);
        assertThat(alarms(health(SamplePlanet.planet(members), failing), alarms.told(), FIRST)
                        .notices())
                .isEmpty();
        assertThat(alarms(health(SamplePlanet.planet(members), FeedState.UNASKED), alarms.told(), FIRST)
                        .notices())
                .isEmpty();
        assertThat(alarms(health(SamplePlanet.planet(members), after(failing, '.', FIRST)), alarms.told(), FIRST)
                        .notices())
                .singleElement()
                .extracting(Notice::subject)
                .isEqualTo("Planet: 50 feeds are well again");
    }

    @Test
    void tellsTheDayInThePlanetsTimeZone() {
        Instant evening = Instant.parse("2026-05-01T22:30:00Z");
        Instant later = evening.plus(Duration.ofDays(3));
        FeedState failing = after(after(FeedState.UNASKED, 'x', evening), 'x', later);

        Alarms alarms = Alarms.of("Planet", ZoneId.of("Europe/Berlin"), health('x', failing), Set.of(), later);

        assertThat(alarms.notices()).singleElement().satisfies(notice -> assertThat(notice.body())
                .contains("answered 500 (since 2026-05-02)"));
    }

    @Test
    void doesNotPromiseToAskAFeedThatIsGone() {
        Instant later = FIRST.plus(Duration.ofDays(3));

        Alarms alarms = alarms(health('g', after(FeedState.UNASKED, 'g', FIRST)), Set.of(), later);

        assertThat(alarms.notices()).singleElement().satisfies(notice -> assertThat(notice.body())
                .contains("are asked further, up to once a day, but for those that are gone (410)."));
    }

    @Test
    void tellsThatAFeedIsWellAgainWhoseAddressWasMendedInTheList() {
        String old = "https://nina:s3cret@ada.example/old.xml";
        Set<Alarm> told = Set.of(new Alarm("ada", URI.create(old)));
        Planet mended = SamplePlanet.planet(List.of(MemberBuilder.of("ada")
                .name("Ada")
                .feeds("https://ada.example/new.xml")
                .build()));
        FeedState failing = after(FeedState.UNASKED, 'x', FIRST);

        for (FeedState notYet : List.of(FeedState.UNASKED, failing)) {
            Alarms waiting = alarms(health(mended, notYet), told, FIRST);
            assertThat(waiting.notices()).isEmpty();
            assertThat(waiting.told()).isEqualTo(told);
        }
        Alarms well = alarms(health(mended, after(failing, '.', FIRST)), told, FIRST);

        assertThat(well.told()).isEmpty();
        assertThat(well.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("Planet: a feed is well again");
            assertThat(notice.body())
                    .contains(
                            "- Ada, https://ada.example/new.xml (the list no longer names https://",
                            "@ada.example/old.xml")
                    .doesNotContain("s3cret");
        });
        for (char left : new char[] {'r', '-'}) {
            Alarms none = alarms(health(left, failing), told, FIRST);
            assertThat(none.notices()).isEmpty();
            assertThat(none.told()).isEmpty();
        }
    }

    /** Of a member's two feeds the first was told of and has another address now; the second's answer says nothing of it. */
    @ParameterizedTest
    @CsvSource({"x., false", ".x, false", ".., true"})
    void anotherFeedOfTheSameMemberThatIsWellIsNoCure(String signs, boolean cured) {
        List<String> addresses = List.of("https://ada.example/new.xml", "https://ada.example/notes.xml");
        Planet planet = SamplePlanet.planet(List.of(
                MemberBuilder.of("ada").feeds(addresses.toArray(String[]::new)).build()));
        Set<Alarm> told = Set.of(new Alarm("ada", URI.create("https://ada.example/old.xml")));
        Health health = Health.of(
                planet,
                (member, feed) -> after(
                        FeedState.UNASKED,
                        signs.charAt(addresses.indexOf(feed.xmlUrl().toString())),
                        FIRST),
                List.of(),
                new Attribution(List.of(), List.of(), List.of()),
                null,
                Diary.NONE);

        Alarms alarms = alarms(health, told, FIRST);

        assertThat(alarms.told().isEmpty()).isEqualTo(cured);
        assertThat(alarms.notices()).hasSize(cured ? 1 : 0);
    }

    @Test
    void aFeedIsWellAgainThoughAnotherOfTheSameMemberIsKnownToFailFurther() {
        Planet planet = SamplePlanet.planet(List.of(MemberBuilder.of("ada")
                .feeds("https://ada.example/new.xml", "https://ada.example/notes.xml")
                .build()));
        Alarm notes = new Alarm("ada", URI.create("https://ada.example/notes.xml"));
        Alarm old = new Alarm("ada", URI.create("https://ada.example/old.xml"));
        Health health = Health.of(
                planet,
                (member, feed) -> after(FeedState.UNASKED, feed.xmlUrl().equals(notes.feed()) ? 'x' : '.', FIRST),
                List.of(),
                new Attribution(List.of(), List.of(), List.of()),
                null,
                Diary.NONE);

        Alarms alarms = alarms(health, Set.of(notes, old), FIRST);

        assertThat(alarms.told()).containsExactly(notes);
        assertThat(alarms.notices())
                .singleElement()
                .extracting(Notice::body)
                .asString()
                .contains("new.xml (the list no longer names https://ada.example/old.xml)")
                .doesNotContain("notes.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-11T07:00:00Z, 2026-05-11T07:00:00Z, false", // just made, a Monday
        "2026-05-11T07:00:00Z, 2026-05-18T06:59:59Z, false",
        "2026-05-11T07:00:00Z, 2026-05-18T07:00:00Z, true",
        "2026-05-11T07:00:00Z, 2026-06-24T03:00:00Z, true", // several missed
        "2026-05-13T12:00:00Z, 2026-05-17T12:00:00Z, false",
        "2026-05-13T12:00:00Z, 2026-05-18T09:00:00Z, true",
        "2027-05-13T12:00:00Z, 2026-05-12T09:00:00Z, true" // a clock that ran ahead
    })
    void aDigestIsDueEachMondayMorning(Instant last, Instant now, boolean due) {
        assertThat(WeekLetter.isDue(last, now, ZoneId.of("UTC"))).isEqualTo(due);
    }

    @Test
    void aDigestIsDueInThePlanetsOwnMorning() {
        Instant last = Instant.parse("2026-05-12T00:00:00Z");
        assertThat(WeekLetter.isDue(last, Instant.parse("2026-05-17T22:00:00Z"), ZoneId.of("Pacific/Auckland")))
                .isTrue();
        assertThat(WeekLetter.isDue(last, Instant.parse("2026-05-18T07:00:00Z"), ZoneId.of("America/Los_Angeles")))
                .isFalse();
    }

    @Test
    void aDigestTellsTheWeek() {
        Planet planet = SamplePlanet.planet(List.of(ADA, SamplePlanet.member("quiet", "Quiet")));
        Instant to = FIRST.plus(Duration.ofDays(7));
        List<Post> posts = List.of(
                met("ada", FIRST),
                met("ada", FIRST.minusSeconds(1)),
                met("ada", to),
                SamplePlanet.with(met("ada", FIRST), Post.Standing.WITHDRAWN),
                met("left", FIRST));
        List<Run> runs = new ArrayList<>();
        for (Instant begun : List.of(FIRST.minusSeconds(9), FIRST, to.minusSeconds(1), to)) {
            runs.add(new Run(begun, Duration.ofSeconds(2), 10, 1, 3, 0, 0, 8));
        }

        Notice notice =
                WeekLetter.of(planet, health('x', after(FeedState.UNASKED, 'g', FIRST)), posts, runs, FIRST, to);

        assertThat(notice.id()).isEqualTo("digest-2026-05-08");
        assertThat(notice.subject()).isEqualTo(planet.title() + ": 1 new post, 2026-05-01 to 2026-05-08");
        assertThat(notice.body())
                .isEqualTo("1 new post.\n- Ada: 1\n\nTo be looked at:\n- Ada: gone\n\n"
                        + "2 runs asked 20 times for a feed, 2 times in vain, and took 2.0 seconds on average.");
    }

    @Test
    void aDigestOfAQuietWeekSaysSo() {
        Health well = health('.', after(FeedState.UNASKED, '.', FIRST));

        assertThat(WeekLetter.of(SamplePlanet.planet(List.of(ADA)), well, List.of(), List.of(), FIRST, FIRST)
                        .body())
                .isEqualTo("0 new posts.\n\nEvery feed is well, or was a day ago.\n\nNo run asked a feed.");
    }

    private static Alarms alarms(Health health, Set<Alarm> known, Instant now) {
        return Alarms.of("Planet", ZoneOffset.UTC, health, known, now);
    }

    private static Post met(String member, Instant firstSeen) {
        Duration later = Duration.between(
                FIRST, SamplePlanet.post(1, member, FIRST, new Random(1)).firstSeen());
        return SamplePlanet.post(1, member, firstSeen.minus(later), new Random(1));
    }

    private static Health health(char sign, FeedState state) {
        if (sign == '-') {
            return health(SamplePlanet.planet(List.of(SamplePlanet.member("bob", "Bob"))), FeedState.UNASKED);
        }
        return health(SamplePlanet.planet(List.of(sign == 'r' ? RETIRED : ADA)), state);
    }

    private static Health health(Planet planet, FeedState state) {
        return Health.of(
                planet,
                (member, feed) -> state,
                List.of(),
                new Attribution(List.of(), List.of(), List.of()),
                null,
                Diary.NONE);
    }

    private static FeedState after(FeedState state, char sign, Instant now) {
        boolean stillGone = sign == 'g' && state.turn().gone();
        if (sign == 'o' || sign == 'r' || sign == '-' || stillGone) {
            return state;
        }
        boolean well = sign == '.';
        return state(
                now,
                well ? 0 : state.course().failures() + 1,
                well ? null : Objects.requireNonNullElse(state.course().failingSince(), now),
                sign == 'g');
    }

    private static FeedState state(Instant asked, int failures, @Nullable Instant since, boolean gone) {
        String words = failures == 0 ? "read" : "answered 500";
        return new FeedState(
                FeedState.Approach.UNASKED,
                new FeedState.Turn(null, null, null, Rhythm.NONE, null, gone),
                new FeedState.Course(asked, null, null, failures, since, words, null, null));
    }
}
