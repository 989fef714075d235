package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.FeedState;
import community.orrery.feed.Metadata;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Representation;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.feed.UntrustedHtml;
import community.orrery.feed.Validators;
import community.orrery.fetch.FailureReason;
import community.orrery.fetch.FetchOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered after each ending, and what follows for the next visit. */
class NextStateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(120);
    private static final URI LISTED = URI.create("https://blog.example/feed");
    private static final URI MOVED = URI.create("https://new.example/feed");
    private static final Subscription FEED = new Subscription(LISTED, 12);
    private static final Validators HELD = new Validators("W/\"v1\"", "Sun, 01 Mar 2026 08:00:00 GMT");

    @Test
    void remembersAllThatAGoodFeedBrought() {
        FeedState state = at(NOW).read(FeedState.UNASKED, fetched(null, null), parsed(3, null));

        assertThat(state.validators()).isEqualTo(HELD);
        assertThat(state.validatorsFor()).isEqualTo(LISTED);
        assertThat(state.bodyDigest()).isEqualTo("digest");
        assertThat(state.movedTo()).isNull();
        assertThat(state.lastAsked()).isEqualTo(NOW);
        assertThat(state.lastSuccess()).isEqualTo(NOW);
        assertThat(state.lastResponse()).isEqualTo(TOOK);
        assertThat(state.interval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(state.newest()).isEqualTo(NOW);
        assertThat(state.nextDue()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(state.failures()).isZero();
        assertThat(state.words()).isEqualTo("read, 3 entries");
        assertThat(state.warning()).isNull();
    }

    @Test
    void remembersNoValidatorsWhereNoneCame() {
        FetchOutcome.Fetched bare = new FetchOutcome.Fetched(
                new Representation(LISTED, null, null, new byte[1]), Validators.NONE, "d", null, null, null, TOOK);

        FeedState state = at(NOW).read(remembered(), bare, parsed(1, null));

        assertThat(state.validators()).isEqualTo(Validators.NONE);
        assertThat(state.validatorsFor()).isNull();
    }

    @Test
    void remembersAMoveAfterAGoodFeedAndSaysWhatToWrite() {
        FeedState state = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(1, null));

        assertThat(state.movedTo()).isEqualTo(MOVED);
        assertThat(state.warning())
                .isEqualTo("lives at https://new.example/feed now: on line 12 of the list, write"
                        + " xmlUrl=\"https://new.example/feed\"");
    }

    @Test
    void remembersNoMoveThatLedToNoFeed() {
        FeedState state = at(NOW).unreadable(FeedState.UNASKED, fetched(MOVED, null), "is no feed");

        assertThat(state.movedTo()).isNull();
        assertThat(state.validators()).isEqualTo(Validators.NONE);
        assertThat(state.bodyDigest()).isNull();
        assertThat(state.failures()).isEqualTo(1);
        assertThat(state.words()).isEqualTo("is no feed");
    }

    @Test
    void keepsTheValidatorsOfTheLastGoodFeedWhenOneIsUnreadable() {
        FeedState state = at(NOW).unreadable(remembered(), fetched(null, null), "is no feed");

        assertThat(state.validators()).isEqualTo(HELD);
        assertThat(state.bodyDigest()).isEqualTo("digest");
        assertThat(state.lastSuccess()).isEqualTo(NOW);
    }

    @Test
    void warnsOfADocumentThatHadToBeMendedUntilItChanges() {
        FeedState mended = at(NOW).read(FeedState.UNASKED, fetched(null, null), parsed(1, "is cut off in line 7"));
        FeedState unchanged = at(NOW).notModified(mended, notModified(null));
        FeedState same = at(NOW).sameBytes(unchanged, fetched(null, null));
        FeedState good = at(NOW).read(same, fetched(null, null), parsed(1, null));

        assertThat(List.of(mended, unchanged, same))
                .extracting(FeedState::warning)
                .containsOnly("is cut off in line 7");
        assertThat(good.warning()).isNull();
    }

    @Test
    void saysThatAFeedGivesOnlyBeginnings() {
        List<Entry> cut = entries(4).stream()
                .map(entry -> new Entry(
                        entry.id(), entry.metadata(), new UntrustedHtml("<p>We moved a queue […]</p>", LISTED), null))
                .toList();
        ParsedFeed feed = new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, "is cut off in line 7", 0, cut);

        assertThat(at(NOW).read(FeedState.UNASKED, fetched(null, null), feed).warning())
                .startsWith("is cut off in line 7; gives only the beginning of each post");
    }

    @Test
    void forgetsAMoveThatIsNoLongerOne() {
        FeedState moved = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(1, null));

        FeedState back = at(NOW).notModified(moved, notModified(null));

        assertThat(back.movedTo()).isNull();
        assertThat(back.warning()).isNull();
    }

    @Test
    void keepsTheFeedsOwnWishesThroughAnswersThatDoNotRepeatThem() {
        Rhythm atNight = new Rhythm(Duration.ofHours(3), Set.of(15, 16), Set.of());
        ParsedFeed feed = new ParsedFeed(FeedMetadata.NONE, null, atNight, null, 0, entries(5));
        FeedState read = at(NOW).read(FeedState.UNASKED, fetched(null, null), feed);

        for (FeedState state : List.of(
                read, at(NOW).notModified(read, notModified(null)), at(NOW).sameBytes(read, fetched(null, null)))) {
            assertThat(state.rhythm()).isEqualTo(atNight);
            assertThat(state.newest()).isEqualTo(NOW);
            assertThat(state.nextDue()).isBetween(NOW.plus(Duration.ofHours(5)), NOW.plus(Duration.ofMinutes(330)));
        }
    }

    @Test
    void asksASilentFeedEverMoreSeldom() {
        FeedState state = at(NOW).read(FeedState.UNASKED, fetched(null, null), parsed(5, null));
        Instant later = NOW.plus(Duration.ofDays(4));

        state = at(later).notModified(state, notModified(null));
        assertThat(state.nextDue()).isAfterOrEqualTo(later.plus(Duration.ofHours(2)));

        Instant muchLater = NOW.plus(Duration.ofDays(200));
        state = at(muchLater).notModified(state, notModified(null));
        assertThat(state.nextDue()).isAfterOrEqualTo(muchLater.plus(Duration.ofHours(6)));
        assertThat(state.words()).isEqualTo("unchanged");
    }

    @Test
    void obeysARetryAfterAcrossRunsEvenWhenForced() {
        FetchOutcome.RetryLater later = new FetchOutcome.RetryLater(429, NOW.plus(Duration.ofHours(5)), TOOK);

        FeedState state = at(NOW).retryLater(remembered(), later);

        assertThat(state.notBefore()).isEqualTo(NOW.plus(Duration.ofHours(5)));
        assertThat(state.nextDue()).isEqualTo(NOW.plus(Duration.ofHours(5)));
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(4)), true)).isFalse();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(5)), true)).isTrue();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(5)), false)).isTrue();
        assertThat(state.validators()).isEqualTo(HELD);
        assertThat(state.words()).contains("429", "2026-03-02T17:00:00Z");
    }

    @Test
    void boundsARetryAfterToADay() {
        FeedState state =
                at(NOW).retryLater(remembered(), new FetchOutcome.RetryLater(503, NOW.plus(Duration.ofDays(90)), TOOK));

        assertThat(state.notBefore()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(state.words()).contains("2026-03-03T12:00:00Z");
    }

    @Test
    void backsOffAlsoWhereAServerAsksForLess() {
        FeedState state = FeedState.UNASKED;
        for (int i = 0; i < 3; i++) {
            state = at(NOW).retryLater(state, new FetchOutcome.RetryLater(503, NOW.plusSeconds(60), TOOK));
        }

        assertThat(state.notBefore()).isEqualTo(NOW.plusSeconds(60));
        assertThat(state.nextDue()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(4)));
    }

    @Test
    void forgetsARetryAfterOnceTheFeedAnswers() {
        FeedState state = at(NOW).retryLater(remembered(), new FetchOutcome.RetryLater(429, NOW.plusSeconds(60), TOOK));

        FeedState answered = at(NOW.plusSeconds(90)).notModified(state, notModified(null));

        assertThat(answered.notBefore()).isNull();
        assertThat(answered.failures()).isZero();
        assertThat(answered.failingSince()).isNull();
    }

    @Test
    void stopsAskingWhatIsGone() {
        FeedState state = at(NOW).gone(remembered(), new FetchOutcome.Gone(TOOK));

        assertThat(state.gone()).isTrue();
        assertThat(state.warning()).contains("410");
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofDays(999)), true)).isFalse();
    }

    @Test
    void asksTheListsOwnAddressOnceMoreWhenWhereItMovedToIsGone() {
        FeedState moved = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(1, null));

        FeedState state = at(NOW).gone(moved, new FetchOutcome.Gone(TOOK));

        assertThat(state.gone()).isFalse();
        assertThat(state.movedTo()).isNull();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(2)), false)).isTrue();
        assertThat(at(NOW).gone(state, new FetchOutcome.Gone(TOOK)).gone()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void keepsEverythingThroughAFailure(FailureReason reason) {
        FeedState moved = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(4, null));

        FeedState state = at(NOW).failed(moved, new FetchOutcome.Failed(reason, "did not answer", TOOK));

        assertThat(state.validators()).isEqualTo(HELD);
        assertThat(state.bodyDigest()).isEqualTo("digest");
        assertThat(state.lastSuccess()).isEqualTo(NOW);
        assertThat(state.gone()).isFalse();
        assertThat(state.failures()).isEqualTo(1);
        assertThat(state.failingSince()).isEqualTo(NOW);
        assertThat(state.words()).startsWith("did not answer: ");
        assertThat(state.nextDue()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(state.movedTo()).isEqualTo(reason == FailureReason.DOWNGRADE ? MOVED : null);
    }

    @Test
    void keepsOnAskingWhatIsNotThereAndWarnsAfterAWeek() {
        FeedState state = remembered();
        FetchOutcome.Failed notFound = new FetchOutcome.Failed(FailureReason.NOT_FOUND, "is not there (404)", TOOK);
        List<String> warnings = new ArrayList<>();
        for (int day = 0; day < 9; day++) {
            Instant today = NOW.plus(Duration.ofDays(day));
            assertThat(NextState.isDue(state, today, true)).isTrue();
            state = at(today).failed(state, notFound);
            warnings.add(String.valueOf(state.warning()));
        }

        assertThat(warnings.subList(0, 7)).containsOnly("null");
        assertThat(warnings.get(7)).startsWith("no feed since 2026-03-02: it is not there (404): ");
        assertThat(state.gone()).isFalse();
        FeedState fine = at(NOW.plus(Duration.ofDays(9))).read(state, fetched(null, null), parsed(1, null));
        assertThat(fine.warning()).isNull();
        assertThat(fine.failures()).isZero();
    }

    @Test
    void isDueWhenItWasAskedByAClockThatRanAhead() {
        FeedState wished =
                at(NOW).retryLater(remembered(), new FetchOutcome.RetryLater(503, NOW.plus(Duration.ofDays(1)), TOOK));
        for (FeedState state : List.of(remembered(), wished)) {
            assertThat(NextState.isDue(state, NOW.minus(Duration.ofDays(300)), false))
                    .isTrue();
            assertThat(NextState.isDue(state, NOW.minus(Duration.ofMinutes(20)), false))
                    .isFalse();
        }
    }

    @Test
    void isDueWhenItWasNeverAskedOrItsTimeHasCome() {
        FeedState state = remembered();

        assertThat(NextState.isDue(FeedState.UNASKED, NOW, false)).isTrue();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofMinutes(29)), false))
                .isFalse();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofMinutes(29)), true))
                .isTrue();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofMinutes(30)).minusMillis(80), false))
                .isTrue();
    }

    @Test
    void saysThatAFeedListsTooManyEntries() {
        ParsedFeed endless = new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, null, 1_000, entries(4));

        assertThat(at(NOW).read(FeedState.UNASKED, fetched(null, null), endless).warning())
                .isEqualTo("it lists 1004 entries, too many for one feed: the oldest 1000 are not read");
    }

    @Test
    void readsAFileInEveryRun() {
        NextState next = new NextState(new Subscription(URI.create("feeds/ann.xml"), 4), Settings.DEFAULT, NOW);

        FeedState unchanged = next.notModified(FeedState.UNASKED, notModified(null));
        FeedState missing =
                next.failed(FeedState.UNASKED, new FetchOutcome.Failed(FailureReason.FILE, "is not there", TOOK));

        assertThat(NextState.isDue(unchanged, NOW, false)).isTrue();
        assertThat(NextState.isDue(missing, NOW, false)).isTrue();
    }

    private static NextState at(Instant now) {
        return new NextState(FEED, Settings.DEFAULT, now);
    }

    /** A lively feed, read half a minimum ago by nobody's clock. */
    private static FeedState remembered() {
        return at(NOW).read(FeedState.UNASKED, fetched(null, null), parsed(4, null));
    }

    private static FetchOutcome.Fetched fetched(@Nullable URI movedTo, @Nullable String notice) {
        URI from = movedTo == null ? LISTED : movedTo;
        return new FetchOutcome.Fetched(
                new Representation(from, "application/atom+xml", null, new byte[] {'<'}),
                HELD,
                "digest",
                null,
                movedTo,
                notice,
                TOOK);
    }

    private static FetchOutcome.NotModified notModified(@Nullable URI movedTo) {
        return new FetchOutcome.NotModified(null, movedTo, null, TOOK);
    }

    private static ParsedFeed parsed(int entries, @Nullable String repaired) {
        return new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, repaired, 0, entries(entries));
    }

    /** Dated each day up to now. */
    private static List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new Entry(
                    new EntryId("post " + i, EntryId.Kind.GUID), dated(NOW.minus(Duration.ofDays(i))), null, null));
        }
        return entries;
    }

    private static Metadata dated(Instant published) {
        return new Metadata(
                null, "A post", published, null, List.of(), List.of(), null, null, null, List.of(), null, null, null,
                null);
    }
}
