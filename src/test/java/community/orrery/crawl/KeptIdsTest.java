package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Settings;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptIdsTest {

    private static final Map<FeedKey, FeedState> ADA_AND_GRACE = remembered("ada a", "grace g");

    @Test
    void givesARenamedMemberItsIdBackInItsGroupToo() {
        Planet planet = planet(member("countess", "a"), member("grace", "g"));

        Planet kept = KeptIds.of(planet, ADA_AND_GRACE);

        assertThat(ids(kept)).containsExactly("ada", "grace");
        assertThat(kept.members().get(0).name()).isEqualTo("countess");
        assertThat(kept.allGroups().filter(group -> group.allMembers().contains("ada")))
                .extracting(Group::id)
                .containsExactly("all", "inner");
    }

    @Test
    void leavesAListAloneWhoseMembersAreAllKnownOrAllNew() {
        Planet known = planet(member("ada", "a"), member("grace", "g"));
        assertThat(KeptIds.of(known, ADA_AND_GRACE)).isSameAs(known);
        Planet fresh = planet(member("jean", "j"));
        assertThat(KeptIds.of(fresh, ADA_AND_GRACE)).isSameAs(fresh);
    }

    @Test
    void aFeedTakesItsPagesAlongAlsoWhenItsNameIsAnothersNow() {
        Planet renamed = planet(member("ada", "j"), member("countess", "a"));
        assertThat(ids(KeptIds.of(renamed, ADA_AND_GRACE))).containsExactly("ada-2", "ada");
        Map<FeedKey, FeedState> later = remembered("ada a", "grace g", "ada-2 j");
        assertThat(ids(KeptIds.of(renamed, later))).containsExactly("ada-2", "ada");

        Planet swapped = planet(member("grace", "a"), member("ada", "g"));
        assertThat(ids(KeptIds.of(swapped, ADA_AND_GRACE))).containsExactly("ada", "grace");
        assertThat(swapped.members()).extracting(Member::name).containsExactly("grace", "ada");
    }

    @Test
    void aMemberOfWhomTheListSaysWhoItIsGoesOnAtAnotherAddressButTakesNoOthersPages() {
        Map<FeedKey, FeedState> states = new LinkedHashMap<>();
        states.put(new FeedKey("grace", address("g")), asked(LocalDate.parse("2026-05-02"), false));
        states.put(new FeedKey("ada", address("a")), asked(LocalDate.parse("2024-01-01"), false));

        assertThat(ids(KeptIds.of(planet(member("ada", "j").stated(), member("grace", "g")), states)))
                .containsExactly("ada", "grace");
        assertThat(ids(KeptIds.of(planet(member("ada", "j").stated(), member("countess", "a")), states)))
                .containsExactly("ada-2", "ada");
    }

    @Test
    void aWrongClockInTheDaysOfAPastMemberMakesNobodyAStranger() {
        Map<FeedKey, FeedState> states = new LinkedHashMap<>();
        states.put(new FeedKey("grace", address("g")), asked(LocalDate.parse("2026-05-02"), false));
        states.put(new FeedKey("ada", address("a")), asked(LocalDate.parse("2026-05-02"), false));
        states.put(new FeedKey("left", address("l")), asked(LocalDate.parse("2038-01-19"), false));

        assertThat(ids(KeptIds.of(planet(member("ada", "j"), member("grace", "g")), states)))
                .containsExactly("ada", "grace");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01, a, false, ada", // its old address was asked until now: it moved
        "2026-04-02, a, false, ada",
        "2026-04-01, a, false, ada-2", // nobody of that name was here for over thirty days
        "2026-03-01, a, true, ada", // it was gone, and was found again
        "2026-03-01, ada, false, ada" // where its feed was
    })
    void whoeverComesUnderTheNameOfOneLongGoneGetsPagesOfItsOwn(
            LocalDate asked, String formerHost, boolean gone, String id) {
        Map<FeedKey, FeedState> states = new LinkedHashMap<>();
        states.put(new FeedKey("grace", address("g")), asked(LocalDate.parse("2026-05-02"), false));
        states.put(new FeedKey("ada", address(formerHost)), asked(asked, gone));

        assertThat(ids(KeptIds.of(planet(member("ada", "j"), member("grace", "g")), states)))
                .containsExactly(id, "grace");
    }

    @Test
    void aFeedThatLeftLongAgoForAnAddressGivesNobodyItsId() {
        URI platform = address("platform");
        Map<FeedKey, FeedState> states = new LinkedHashMap<>();
        states.put(new FeedKey("grace", address("g")), asked(LocalDate.parse("2026-05-02"), false));
        FeedState left = asked(LocalDate.parse("2026-03-01"), false);
        states.put(
                new FeedKey("ada", address("a")),
                new FeedState(left.approach().withMovedTo(platform), left.turn(), left.course()));

        assertThat(ids(KeptIds.of(planet(member("platform", "platform"), member("grace", "g")), states)))
                .containsExactly("platform", "grace");
    }

    @Test
    void knowsAMemberRenamedWhoseFeedIsSpeltOtherwiseNow() {
        MemberBuilder countess = MemberBuilder.of("countess").feeds("http://www.a.example/feed.xml/");
        assertThat(ids(KeptIds.of(planet(countess, member("grace", "g")), ADA_AND_GRACE)))
                .containsExactly("ada", "grace");
    }

    @Test
    void twoMadeOneGoOnAsTheFirst() {
        MemberBuilder both = MemberBuilder.of("team")
                .feeds(address("g").toString(), address("a").toString());
        assertThat(ids(KeptIds.of(planet(both), ADA_AND_GRACE))).containsExactly("grace");
    }

    @Test
    void givesAnIdToOneMemberOnlyWhenOneBecomesTwo() {
        assertThat(ids(KeptIds.of(planet(member("ann", "a"), member("bea", "b")), remembered("team a", "team b"))))
                .containsExactly("team", "bea");
    }

    @Test
    void staysWithTheOneListedUnderItWhoeverElseListsAFeedOfIts() {
        MemberBuilder guest = MemberBuilder.of("guest").feeds(address("a2").toString());
        assertThat(ids(KeptIds.of(planet(guest, member("ada", "a")), remembered("ada a", "ada a2"))))
                .containsExactly("guest", "ada");
    }

    @Test
    void givesToNobodyAnIdThatIsAnothersOrWasOne() {
        Planet renamed = planet(member("ada", "j"), member("countess", "a"), member("ada-3", "k"));
        assertThat(ids(KeptIds.of(renamed, remembered("ada a", "ada-2 left"))))
                .containsExactly("ada-4", "ada", "ada-3");
    }

    @Test
    void knowsAMemberRenamedAndMovedToWhereItsFeedIsSaidToBe() {
        Map<FeedKey, FeedState> moved = remembered("ada a");
        moved.replaceAll((feed, state) -> movedTo(address("a-new")));
        assertThat(ids(KeptIds.of(planet(member("countess", "a-new")), moved))).containsExactly("ada");
    }

    @Test
    void namesThoseAloneWhoseIdChanges() {
        Planet planet = planet(member("countess", "a"), member("grace", "g-new"), member("jean", "j"));
        Map<FeedKey, FeedState> moved = remembered("ada a", "grace g");
        moved.replaceAll((feed, state) -> feed.member().equals("grace") ? movedTo(address("g-new")) : state);

        assertThat(KeptIds.changed(planet, moved)).containsOnly(Map.entry("countess", "ada"));
    }

    @Test
    void keepsTheOldIdAlsoWhenTheListStatesAnotherAndTellsOfIt() {
        Planet stated =
                planet(member("countess", "a").stated(), member("grace", "g").stated());

        Planet kept = KeptIds.of(stated, ADA_AND_GRACE);

        assertThat(ids(kept)).containsExactly("ada", "grace");
        assertThat(kept.members()).extracting(Member::isKnownOtherwise).containsExactly(true, false);
        assertThat(KeptIds.of(planet(member("countess", "a")), ADA_AND_GRACE).members())
                .extracting(Member::isKnownOtherwise)
                .containsExactly(false);
    }

    private static List<String> ids(Planet planet) {
        return planet.members().stream().map(Member::id).toList();
    }

    private static Map<FeedKey, FeedState> remembered(String... feeds) {
        Map<FeedKey, FeedState> states = new LinkedHashMap<>();
        for (String feed : feeds) {
            String[] parts = feed.split(" ");
            states.put(new FeedKey(parts[0], address(parts[1])), FeedState.UNASKED);
        }
        return states;
    }

    private static FeedState asked(LocalDate day, boolean gone) {
        Instant moment = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new FeedState(
                FeedState.Approach.UNASKED,
                new FeedState.Turn(null, null, null, Rhythm.NONE, null, gone),
                new FeedState.Course(moment, moment, null, 0, null, "read", null, null));
    }

    private static FeedState movedTo(URI address) {
        return new FeedState(
                FeedState.Approach.UNASKED.withMovedTo(address), FeedState.Turn.UNASKED, FeedState.Course.UNASKED);
    }

    private static URI address(String feed) {
        return URI.create("https://" + feed + ".example/feed.xml");
    }

    private static MemberBuilder member(String id, String feed) {
        return MemberBuilder.of(id).feeds(address(feed).toString());
    }

    private static Planet planet(MemberBuilder... builders) {
        List<Member> members = Stream.of(builders).map(MemberBuilder::build).toList();
        List<String> ids = members.stream().map(Member::id).toList();
        Group inner = new Group("inner", "Inner", List.of(), ids);
        return new Planet(
                "T",
                null,
                "",
                Locale.ENGLISH,
                null,
                null,
                Settings.DEFAULT,
                List.of(new Group("all", "All", List.of(inner), List.of())),
                members,
                List.of());
    }
}
