package community.orrery.crosspost;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.crosspost.Kinship.Reason;
import community.orrery.feed.EntryId;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Post;
import community.orrery.feed.Source;
import community.orrery.feed.SourceFeed;
import community.orrery.feed.Writing;
import community.orrery.site.SamplePlanet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a writing is when several members carry it. Those with keys below 10 are one writing. */
class CrosspostsTest {

    private static final Instant MORNING = Instant.parse("2026-05-20T08:00:00Z");
    private static final Instant DAY_LATER = MORNING.plus(Duration.ofDays(1));

    private static final Member ADA = SamplePlanet.member("ada", "Ada");
    private static final Member TEAM = SamplePlanet.member("team", "The team");
    private static final Member WEEKLY = SamplePlanet.member("weekly", "The weekly");
    private static final Member HOMELESS =
            MemberBuilder.of("homeless").withoutHome().build();

    private static Writing writing(Post... posts) {
        List<Post> alike = Stream.of(posts).filter(post -> post.key() < 10).toList();
        List<Kinship> kinships = new ArrayList<>();
        for (Post post : alike.subList(1, alike.size())) {
            long first = alike.get(0).key();
            kinships.add(
                    new Kinship(Math.min(first, post.key()), Math.max(first, post.key()), Reason.SAME_TEXT, null, 0.9));
        }
        return writing(kinships, posts);
    }

    private static Writing writing(List<Kinship> kinships, Post... posts) {
        List<Writing> several = attribute(kinships, posts).writings().stream()
                .filter(writing -> !writing.copies().isEmpty())
                .toList();
        assertThat(several).hasSize(1);
        return several.get(0);
    }

    private static Attribution attribute(List<Kinship> kinships, Post... posts) {
        return Crossposts.attribute(
                SamplePlanet.planet(List.of(ADA, TEAM, WEEKLY, HOMELESS)), List.of(posts), kinships);
    }

    @Test
    void givesItToWhoeverPublishedItFirst() {
        Post own = post(1, "ada", MORNING.plusSeconds(3600));
        Post earlier = post(2, "weekly", MORNING);

        assertThat(writing(own, earlier)).isEqualTo(new Writing(earlier, List.of(own)));
    }

    @Test
    void ofOneDayGivesItToThePersonBeforeTheTeamAndToTheTeamBeforeTheAggregate() {
        Post person = post(1, "ada", DAY_LATER);
        Post team = by("Tim", post(2, "team", DAY_LATER.minusSeconds(1)));
        Post aggregate = post(3, "weekly", MORNING);
        Post[] others = {
            by("Tom", post(12, "team", MORNING)),
            by("Tam", post(13, "team", MORNING)),
            linking("https://elsewhere.example/14", post(14, "weekly", MORNING)),
            linking("https://elsewhere.example/15", post(15, "weekly", MORNING))
        };

        assertThat(writing(others[0], others[1], others[2], others[3], aggregate, team))
                .isEqualTo(new Writing(team, List.of(aggregate)));
        assertThat(writing(others[0], others[1], others[2], others[3], aggregate, team, person))
                .isEqualTo(new Writing(person, List.of(aggregate, team)));
    }

    @Test
    void givesItToAnAggregateThatHadItMoreThanADayBefore() {
        Post aggregate = post(2, "weekly", MORNING);
        Post person = post(1, "ada", DAY_LATER.plusSeconds(1));
        Post other = linking("https://elsewhere.example/14", post(14, "weekly", MORNING));
        Post another = linking("https://elsewhere.example/15", post(15, "weekly", MORNING));

        assertThat(writing(person, aggregate, other, another).original()).isEqualTo(aggregate);
    }

    @Test
    void takesNoCoupleForATeamAndNobodyForAnAggregateByHalfOfWhatItCarries() {
        Post later = post(1, "ada", DAY_LATER);
        Post couple = by("Tim", post(2, "team", MORNING));
        assertThat(writing(later, couple, by("Tom", post(12, "team", MORNING))).original())
                .isEqualTo(couple);

        Post half = post(3, "weekly", MORNING);
        Post other = linking("https://elsewhere.example/14", post(14, "weekly", MORNING));
        assertThat(writing(later, half, other).original()).isEqualTo(half);
    }

    /** Nobody here is at that address, and nothing else says that it is a copy: it is so on its own day only. */
    @ParameterizedTest
    @CsvSource({
        "weekly, https://elsewhere.example/, , true",
        "weekly, , https://elsewhere.example/feed, true",
        "weekly, https://weekly.example/, https://elsewhere.example/feed, false",
        "weekly, , https://weekly.example/feed, false",
        "homeless, https://elsewhere.example/, , true",
    })
    void ofOneDayGivesItToWhoeverNamesNoSource(
            String member, @Nullable URI link, @Nullable URI feed, boolean fromElsewhere) {
        Post own = post(1, "ada", DAY_LATER);
        Post earlier = sourced(new Source(null, "Elsewhere", link, feed), post(2, member, MORNING));

        assertThat(writing(own, earlier).original()).isEqualTo(fromElsewhere ? own : earlier);
        Post muchLater = post(1, "ada", DAY_LATER.plusSeconds(1));
        assertThat(writing(muchLater, earlier).original()).isEqualTo(earlier);
    }

    @Test
    void givesItToTheSiteThatAnEarlierCopyLeadsTo() {
        Post own = post(1, "ada", DAY_LATER.plusSeconds(1));
        Post relayed = SamplePlanet.declaring(post(2, "weekly", MORNING), URI.create("https://ada.example/posts/1"));

        assertThat(writing(own, relayed)).isEqualTo(new Writing(own, List.of(relayed)));
    }

    @Test
    void givesItToTheOneThatAnEarlierCopyDeclares() {
        Post own = post(1, "ada", DAY_LATER.plusSeconds(1));
        Post copy = SamplePlanet.declaring(post(2, "weekly", MORNING), URI.create("https://mirror.example/1"));

        assertThat(writing(List.of(new Kinship(1, 2, Reason.DECLARED, 2L, 0)), own, copy))
                .isEqualTo(new Writing(own, List.of(copy)));
    }

    @Test
    void ofTwoThatLeadToEachOtherTheEarlierHasIt() {
        Post own = SamplePlanet.declaring(post(1, "ada", DAY_LATER), URI.create("https://weekly.example/2"));
        Post earlier = SamplePlanet.declaring(post(2, "weekly", MORNING), URI.create("https://ada.example/1"));

        assertThat(writing(own, earlier).original()).isEqualTo(earlier);
    }

    @Test
    void givesItToWhoeverDatesItAndOfUndatedOnesToOneAndTheSame() {
        Post dated = post(1, "weekly", DAY_LATER);
        Post undated = post(2, "ada", null);
        assertThat(writing(undated, dated).original()).isEqualTo(dated);

        Post another = post(3, "team", null);
        assertThat(writing(another, undated).original()).isEqualTo(undated);
    }

    @Test
    void takesTwoPostsOfOneMemberForTwoWhateverAThirdSays() {
        Post another = post(1, "ada", MORNING);
        Post own = post(2, "ada", MORNING);
        Post copy = post(3, "weekly", DAY_LATER);
        List<Kinship> kinships = List.of(
                new Kinship(1, 3, Reason.SAME_TEXT, null, 0.9), new Kinship(2, 3, Reason.SAME_TEXT, null, 0.95));

        assertThat(writing(kinships, another, own, copy)).isEqualTo(new Writing(own, List.of(copy)));
    }

    @Test
    void saysWhatTiesACopyToTheOriginalRatherThanToAnotherCopy() {
        List<Kinship> kinships = List.of(
                new Kinship(1, 2, Reason.SAME_TEXT, null, 0.9),
                new Kinship(1, 3, Reason.SAME_TEXT, null, 0.9),
                new Kinship(2, 3, Reason.SAME_ID, null, 1));

        assertThat(attribute(
                                kinships,
                                post(1, "ada", MORNING),
                                post(2, "team", DAY_LATER),
                                post(3, "weekly", DAY_LATER))
                        .verdicts())
                .extracting(Attribution.Verdict::reason)
                .containsExactly(Reason.SAME_TEXT, Reason.SAME_TEXT);
    }

    private static Post post(long key, String member, @Nullable Instant published) {
        return with(
                key,
                member,
                URI.create("https://" + member + ".example/" + key),
                published,
                new Person("One", null),
                null);
    }

    private static Post by(String author, Post post) {
        Metadata old = post.metadata();
        return with(
                post.key(),
                post.member(),
                Objects.requireNonNull(old.link()),
                old.published(),
                new Person(author, null),
                null);
    }

    private static Post linking(String link, Post post) {
        return with(
                post.key(),
                post.member(),
                URI.create(link),
                post.metadata().published(),
                post.metadata().authors().get(0),
                null);
    }

    private static Post sourced(Source source, Post post) {
        Metadata old = post.metadata();
        return with(
                post.key(),
                post.member(),
                Objects.requireNonNull(old.link()),
                old.published(),
                old.authors().get(0),
                source);
    }

    private static Post with(
            long key, String member, URI link, @Nullable Instant published, Person author, @Nullable Source source) {
        Metadata metadata = new Metadata(
                link,
                "T",
                published,
                null,
                List.of(author),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                source,
                null);
        return new Post(
                key,
                member,
                "t-" + key,
                new EntryId(link.toString(), EntryId.Kind.GUID),
                metadata,
                MORNING,
                published == null ? MORNING : published,
                null,
                100,
                Post.Standing.SHOWN,
                new SourceFeed(URI.create("https://" + member + ".example/feed.xml"), FeedMetadata.NONE),
                "v");
    }
}
