package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Settings;
import community.orrery.feed.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a run asks while a server wants to be left alone, and in which order. Each member is called as its feed's path. */
class RoundTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final Instant EARLIER = NOW.minus(Duration.ofMinutes(30));
    private static final String ADA = "https://blogs.example/ada";

    private final Map<FeedKey, FeedState> states = new LinkedHashMap<>();
    private final List<Member> members = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "https://blogs.example/grace, false",
        "https://blogs.example:443/grace, false",
        "https://BLOGS.example/grace, false",
        "https://ann:secret@blogs.example/grace, false",
        "https://blogs.example:8443/grace, true",
        "http://blogs.example/grace, true",
        "https://grace.blogs.example/grace, true",
        "https://other.example/grace, true",
        "feeds/grace, true",
    })
    void leavesTheOtherFeedsOfAServerAloneThatAskedForRest(String other, boolean asked) {
        listed(ADA, asked(EARLIER, null, null, LATER));
        listed(other, FeedState.UNASKED);

        assertThat(round(NOW)).isEqualTo(asked ? List.of("grace") : List.of());
        assertThat(round(LATER)).containsExactlyInAnyOrder("ada", "grace");
    }

    /** A stranger's page on a shared host may ask for as much rest as it likes. */
    @Test
    void keepsTheOthersOfAServerWaitingForTwoHoursAtMost() {
        listed(ADA, asked(EARLIER, null, null, NOW.plus(Duration.ofHours(20))));
        listed("https://blogs.example/grace", FeedState.UNASKED);

        assertThat(round(EARLIER.plus(Duration.ofHours(2)).minusSeconds(1))).isEmpty();
        assertThat(round(EARLIER.plus(Duration.ofHours(2)))).containsExactly("grace");
    }

    @Test
    void goesByWhereAFeedHasMovedToAndWhereItLedLast() {
        listed("https://ada.example/ada", asked(EARLIER, ADA, null, LATER));
        listed("https://grace.example/grace", asked(EARLIER, "https://blogs.example/grace", null, null));
        listed("https://jean.example/jean", asked(EARLIER, null, "https://blogs.example/jean", null));
        listed("https://ada.example/left", asked(EARLIER, null, null, null));

        assertThat(round(NOW)).containsExactly("left");
    }

    @Test
    void keepsNobodyElseWaitingWhereItIsNotKnownWhichOfTwoServersAskedForRest() {
        listed("https://short.example/ada", asked(EARLIER, null, ADA, LATER));
        listed("https://short.example/grace", FeedState.UNASKED);
        listed("https://blogs.example/jean", FeedState.UNASKED);

        assertThat(round(NOW)).containsExactlyInAnyOrder("grace", "jean");
    }

    @Test
    void heedsAlsoWhatWasSaidOfAFeedThatIsNoLongerListed() {
        states.put(new FeedKey("gone", URI.create(ADA)), asked(EARLIER, null, null, LATER));
        listed("https://blogs.example/grace", FeedState.UNASKED);

        assertThat(round(NOW)).isEmpty();
        assertThat(round(LATER)).containsExactly("grace");
    }

    @Test
    void keepsNobodyWaitingForAMomentReckonedByAWrongClock() {
        Instant wrong = NOW.plus(Duration.ofDays(300));
        listed(ADA, asked(wrong, null, null, wrong.plus(Duration.ofHours(1))));
        listed("https://blogs.example/grace", FeedState.UNASKED);

        assertThat(round(NOW)).containsExactlyInAnyOrder("ada", "grace");
    }

    /** Or a platform that answers only a few times an hour would hear of the first in the list alone. */
    @Test
    void asksThoseOfAHostFirstThatWereNotAskedForLongest() {
        listed("https://blogs.example/failed", asked(EARLIER, null, null, EARLIER.plusSeconds(1)));
        listed("https://blogs.example/ada", asked(EARLIER, null, null, null));
        listed("https://blogs.example/grace", asked(EARLIER.minusSeconds(1), null, null, null));
        listed("https://other.example/jean", asked(NOW, null, null, null));
        listed("https://blogs.example/mary", FeedState.UNASKED);

        assertThat(round(NOW)).containsExactly("mary", "jean", "grace", "ada", "failed");
    }

    @Test
    void countsAFeedAmongThoseOfTheServerThatItMovedTo() {
        listed("https://ada.example/ada", asked(EARLIER, "https://big_platform.example/ada", null, null));
        listed("https://other_one.example/jean", asked(NOW, null, null, null));
        listed(
                "https://grace.example/grace",
                asked(EARLIER.minusSeconds(1), "https://big_platform.example/g", null, null));

        assertThat(round(NOW)).containsExactly("grace", "jean", "ada");
    }

    private void listed(String address, FeedState state) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        Member member = MemberBuilder.of(name).feeds(address).build();
        members.add(member);
        if (!state.equals(FeedState.UNASKED)) {
            states.put(FeedKey.of(member, member.subscriptions().get(0)), state);
        }
    }

    /** Whom a forced run asks, in order: a server's wish cannot be forced. */
    private List<String> round(Instant now) {
        Planet planet =
                new Planet("P", null, "", Locale.ROOT, null, null, Settings.DEFAULT, List.of(), members, List.of());
        Round round = Round.of(planet, states, new Mode(true, false, false, true), now);
        assertThat(round.visits().size() + round.notDue()).isEqualTo(members.size());
        return round.visits().stream().map(visit -> visit.member().id()).toList();
    }

    private static FeedState asked(
            Instant last, @Nullable String movedTo, @Nullable String answeredBy, @Nullable Instant notBefore) {
        boolean refused = notBefore != null;
        return new FeedState(
                new FeedState.Approach(
                        answeredBy == null ? Validators.NONE : new Validators("\"1\"", null),
                        answeredBy == null ? null : URI.create(answeredBy),
                        movedTo == null ? null : URI.create(movedTo),
                        null),
                new FeedState.Turn(null, notBefore, null, Rhythm.NONE, null, false),
                new FeedState.Course(last, null, null, refused ? 1 : 0, refused ? last : null, "words", null, null));
    }
}
