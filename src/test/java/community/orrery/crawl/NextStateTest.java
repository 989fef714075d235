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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(state.approach().validators()).isEqualTo(HELD);
        assertThat(state.approach().validatorsFor()).isEqualTo(LISTED);
        assertThat(state.approach().bodyDigest()).isEqualTo("digest");
        assertThat(state.approach().movedTo()).isNull();
        assertThat(state.course().lastAsked()).isEqualTo(NOW);
        assertThat(state.course().lastSuccess()).isEqualTo(NOW);
        assertThat(state.course().lastResponse()).isEqualTo(TOOK);
        assertThat(state.turn().interval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(state.turn().newest()).isEqualTo(NOW);
        assertThat(state.turn().nextDue()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(state.course().failures()).isZero();
        assertThat(state.course().words()).isEqualTo("read, 3 entries");
        assertThat(state.course().warning()).isNull();
    }

    /** Whoever dates a post ahead would else seem to have written today, for as long. */
    @Test
    void takesForTheNewestNoPostDatedAheadAndALastChangeWhereThatIsAllThatIsGiven() {
        Instant changed = NOW.minus(Duration.ofDays(20));
        List<Entry> entries = List.of(
                entry(null, changed), entry(NOW.plus(Duration.ofDays(2)), null), entry(null, changed.minusSeconds(1)));
        ParsedFeed feed = new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, null, 0, entries);

        assertThat(at(NOW).read(FeedState.UNASKED, fetched(null, null), feed)
                        .turn()
                        .newest())
                .isEqualTo(changed);
    }

    @Test
    void remembersNoValidatorsWhereNoneCame() {
        Representation body = new Representation(LISTED, null, null, new byte[1]);
        FetchOutcome.Fetched bare = new FetchOutcome.Fetched(body, Validators.NONE, "d", null, null, null, TOOK, null);

        FeedState state = at(NOW).read(remembered(), bare, parsed(1, null));

        assertThat(state.approach().validators()).isEqualTo(Validators.NONE);
        assertThat(state.approach().validatorsFor()).isNull();
    }

    @Test
    void remembersAMoveAfterAGoodFeedAndSaysWhatToWrite() {
        FeedState state = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(1, null));

        assertThat(state.approach().movedTo()).isEqualTo(MOVED);
        assertThat(state.course().warning())
                .isEqualTo("lives at https://new.example/feed now: on line 12 of the list, write"
                        + " xmlUrl=\"https://new.example/feed\"");
    }

    @Test
    void remembersNoMoveThatLedToNoFeed() {
        FeedState state = at(NOW).unreadable(FeedState.UNASKED, fetched(MOVED, null), "is no feed");

        assertThat(state.approach().movedTo()).isNull();
        assertThat(state.approach().validators()).isEqualTo(Validators.NONE);
        assertThat(state.approach().bodyDigest()).isNull();
        assertThat(state.course().failures()).isEqualTo(1);
        assertThat(state.course().words()).isEqualTo("is no feed");
    }

    @Test
    void keepsTheValidatorsOfTheLastGoodFeedWhenOneIsUnreadable() {
        FeedState state = at(NOW).unreadable(remembered(), fetched(null, null), "is no feed");

        assertThat(state.approach().validators()).isEqualTo(HELD);
        assertThat(state.approach().bodyDigest()).isEqualTo("digest");
        assertThat(state.course().lastSuccess()).isEqualTo(NOW);
    }

    @Test
    void forgetsAMoveWhoseTargetBecameUnreadableSinceTheListsOwnAddressMayLeadElsewhere() {
        FeedState moved = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(1, null));

        FeedState state = at(NOW).unreadable(moved, fetched(MOVED, null), "is no feed");

        assertThat(state.approach().movedTo()).isNull();
        assertThat(state.approach().validators()).isEqualTo(HELD);
        assertThat(state.approach().validatorsFor()).isEqualTo(MOVED);
    }

    @Test
    void warnsOfADocumentThatHadToBeMendedUntilItChanges() {
        FeedState mended = at(NOW).read(FeedState.UNASKED, fetched(null, null), parsed(1, "is cut off in line 7"));
        FeedState unchanged = at(NOW).notModified(mended, notModified(null));
        FeedState same = at(NOW).sameBytes(unchanged, fetched(null, null));
        FeedState good = at(NOW).read(same, fetched(null, null), parsed(1, null));

        assertThat(List.of(mended, unchanged, same))
                .extracting(state -> state.course().warning())
                .containsOnly("is cut off in line 7");
        assertThat(good.course().warning()).isNull();
    }

    @Test
    void warnsOfAMendedDocumentBesideTheWayToIt() {
        FeedState mended = at(NOW).read(
                        FeedState.UNASKED, fetched(null, FetchOutcome.DOWNGRADED), parsed(1, "is cut off in line 7"));

        FeedState same = at(NOW).sameBytes(mended, fetched(null, FetchOutcome.DOWNGRADED));

        assertThat(same.course().warning()).isEqualTo(FetchOutcome.DOWNGRADED + "; is cut off in line 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {FetchOutcome.DOWNGRADED, FetchOutcome.WEB_PAGE + "https://blog.example/atom"})
    void saysNothingMoreOfAWayThatIsNoLongerTaken(String notice) {
        FeedState led = at(NOW).read(FeedState.UNASKED, fetched(null, notice), parsed(1, null));

        FeedState straight = at(NOW).sameBytes(led, fetched(null, null));

        assertThat(led.course().warning()).isEqualTo(notice);
        assertThat(straight.course().warning()).isNull();
    }

    @Test
    void saysWhichWayIsTakenNow() {
        FeedState led = at(NOW).read(FeedState.UNASKED, fetched(null, FetchOutcome.DOWNGRADED), parsed(1, null));

        FeedState otherwise =
                at(NOW).sameBytes(led, fetched(null, FetchOutcome.WEB_PAGE + "https://blog.example/atom"));

        assertThat(otherwise.course().warning()).isEqualTo(FetchOutcome.WEB_PAGE + "https://blog.example/atom");
    }

    @Test
    void saysThatAFeedGivesOnlyBeginnings() {
        List<Entry> cut = entries(4).stream()
                .map(entry -> new Entry(
                        entry.id(), entry.metadata(), new UntrustedHtml("<p>We moved a queue […]</p>", LISTED), null))
                .toList();
        ParsedFeed feed = new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, "is cut off in line 7", 0, cut);

        assertThat(at(NOW).read(FeedState.UNASKED, fetched(null, null), feed)
                        .course()
                        .warning())
                .startsWith("is cut off in line 7; gives only the beginning of each post");
    }

    @Test
    void forgetsAMoveThatIsNoLongerOne() {
        FeedState moved = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(1, null));

        FeedState back = at(NOW).notModified(moved, notModified(null));

        assertThat(back.approach().movedTo()).isNull();
        assertThat(back.course().warning()).isNull();
    }

    @Test
    void keepsTheFeedsOwnWishesThroughAnswersThatDoNotRepeatThem() {
        Rhythm atNight = new Rhythm(Duration.ofHours(3), Set.of(15, 16), Set.of());
        ParsedFeed feed = new ParsedFeed(FeedMetadata.NONE, null, atNight, null, 0, entries(5));
        FeedState read = at(NOW).read(FeedState.UNASKED, fetched(null, null), feed);

        for (FeedState state : List.of(
                read, at(NOW).notModified(read, notModified(null)), at(NOW).sameBytes(read, fetched(null, null)))) {
            assertThat(state.turn().rhythm()).isEqualTo(atNight);
            assertThat(state.turn().newest()).isEqualTo(NOW);
            assertThat(state.turn().nextDue())
                    .isBetween(NOW.plus(Duration.ofHours(5)), NOW.plus(Duration.ofMinutes(330)));
        }
    }

    @Test
    void asksASilentFeedEverMoreSeldom() {
        FeedState state = at(NOW).read(FeedState.UNASKED, fetched(null, null), parsed(5, null));
        Instant later = NOW.plus(Duration.ofDays(4));

        state = at(later).notModified(state, notModified(null));
        assertThat(state.turn().nextDue()).isAfterOrEqualTo(later.plus(Duration.ofHours(2)));

        Instant muchLater = NOW.plus(Duration.ofDays(200));
        state = at(muchLater).notModified(state, notModified(null));
        assertThat(state.turn().nextDue()).isAfterOrEqualTo(muchLater.plus(Duration.ofHours(6)));
        assertThat(state.course().words()).isEqualTo("unchanged");
    }

    @Test
    void obeysARetryAfterAcrossRunsEvenWhenForced() {
        FetchOutcome.RetryLater later = new FetchOutcome.RetryLater(429, NOW.plus(Duration.ofHours(5)), TOOK);

        FeedState state = at(NOW).retryLater(remembered(), later);

        assertThat(state.turn().notBefore()).isEqualTo(NOW.plus(Duration.ofHours(5)));
        assertThat(state.turn().nextDue()).isEqualTo(NOW.plus(Duration.ofHours(5)));
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(4)), true)).isFalse();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(5)), true)).isTrue();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(5)), false)).isTrue();
        assertThat(state.approach().validators()).isEqualTo(HELD);
        assertThat(state.course().words()).contains("429", "2026-03-02T17:00:00Z");
    }

    @Test
    void boundsARetryAfterToADay() {
        FeedState state =
                at(NOW).retryLater(remembered(), new FetchOutcome.RetryLater(503, NOW.plus(Duration.ofDays(90)), TOOK));

        assertThat(state.turn().notBefore()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(state.course().words()).contains("2026-03-03T12:00:00Z");
    }

    @Test
    void backsOffAlsoWhereAServerAsksForLess() {
        FeedState state = FeedState.UNASKED;
        for (int i = 0; i < 3; i++) {
            state = at(NOW).retryLater(state, new FetchOutcome.RetryLater(503, NOW.plusSeconds(60), TOOK));
        }

        assertThat(state.turn().notBefore()).isEqualTo(NOW.plusSeconds(60));
        assertThat(state.turn().nextDue()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(4)));
    }

    @Test
    void saysUntilWhenToTheSecond() {
        Instant moment = Instant.parse("2026-03-02T12:02:00.123456789Z");

        FeedState state = at(NOW).retryLater(remembered(), new FetchOutcome.RetryLater(429, moment, TOOK));

        assertThat(state.course().words()).contains(" until 2026-03-02T12:02:00Z: ");
        assertThat(state.turn().notBefore()).isEqualTo(moment);
    }

    @Test
    void forgetsARetryAfterOnceTheFeedAnswers() {
        FeedState state = at(NOW).retryLater(remembered(), new FetchOutcome.RetryLater(429, NOW.plusSeconds(60), TOOK));

        FeedState answered = at(NOW.plusSeconds(90)).notModified(state, notModified(null));

        assertThat(answered.turn().notBefore()).isNull();
        assertThat(answered.course().failures()).isZero();
        assertThat(answered.course().failingSince()).isNull();
    }

    @Test
    void asksWhatIsGoneOnlyWhenAPersonForcesIt() {
        FeedState state = at(NOW).gone(remembered(), new FetchOutcome.Gone(TOOK));

        assertThat(state.turn().gone()).isTrue();
        assertThat(state.course().warning()).contains("410", "update --force");
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofDays(999)), false))
                .isFalse();
        assertThat(NextState.isDue(state, NOW.minus(Duration.ofDays(999)), false))
                .isFalse();
        assertThat(NextState.isDue(state, NOW.plusSeconds(60), true)).isTrue();
    }

    @Test
    void staysGoneUntilAFeedComesAndObeysItsServerMeanwhile() {
        Instant forced = NOW.plus(Duration.ofDays(400));
        FeedState gone = at(NOW).gone(remembered(), new FetchOutcome.Gone(TOOK));

        FeedState silent =
                at(forced).failed(gone, new FetchOutcome.Failed(FailureReason.NOT_FOUND, "is not there (404)", TOOK));
        FeedState resting =
                at(forced).retryLater(gone, new FetchOutcome.RetryLater(503, forced.plus(Duration.ofHours(5)), TOOK));
        FeedState back = at(forced).read(silent, fetched(null, null), parsed(1, null));

        assertThat(silent.turn().gone()).isTrue();
        assertThat(silent.course().failingSince()).isEqualTo(NOW);
        assertThat(resting.turn().gone()).isTrue();
        assertThat(NextState.isDue(resting, forced.plus(Duration.ofHours(4)), true))
                .isFalse();
        assertThat(NextState.isDue(resting, forced.plus(Duration.ofHours(5)), true))
                .isTrue();
        assertThat(back.turn().gone()).isFalse();
        assertThat(NextState.isDue(back, forced.plus(Duration.ofDays(2)), false))
                .isTrue();
    }

    @Test
    void asksTheListsOwnAddressOnceMoreWhenWhereItMovedToIsGone() {
        FeedState moved = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(1, null));

        FeedState state = at(NOW).gone(moved, new FetchOutcome.Gone(TOOK));

        assertThat(state.turn().gone()).isFalse();
        assertThat(state.approach().movedTo()).isNull();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofHours(2)), false)).isTrue();
        assertThat(at(NOW).gone(state, new FetchOutcome.Gone(TOOK)).turn().gone())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void keepsEverythingThroughAFailure(FailureReason reason) {
        FeedState moved = at(NOW).read(FeedState.UNASKED, fetched(MOVED, null), parsed(4, null));

        FeedState state = at(NOW).failed(moved, new FetchOutcome.Failed(reason, "did not answer", TOOK));

        assertThat(state.approach().validators()).isEqualTo(HELD);
        assertThat(state.approach().bodyDigest()).isEqualTo("digest");
        assertThat(state.course().lastSuccess()).isEqualTo(NOW);
        assertThat(state.turn().gone()).isFalse();
        assertThat(state.course().failures()).isEqualTo(1);
        assertThat(state.course().failingSince()).isEqualTo(NOW);
        assertThat(state.course().words()).startsWith("did not answer: ");
        assertThat(state.turn().nextDue()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(state.approach().movedTo()).isEqualTo(reason == FailureReason.DOWNGRADE ? MOVED : null);
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
            warnings.add(String.valueOf(state.course().warning()));
        }

        assertThat(warnings.subList(0, 7)).containsOnly("null");
        assertThat(warnings.get(7)).startsWith("no feed since 2026-03-02: it is not there (404): ");
        assertThat(state.turn().gone()).isFalse();
        FeedState fine = at(NOW.plus(Duration.ofDays(9))).read(state, fetched(null, null), parsed(1, null));
        assertThat(fine.course().warning()).isNull();
        assertThat(fine.course().failures()).isZero();
    }

    @Test
    void countsNoTimeInWhichItWasNotAskedAsFailing() {
        FetchOutcome.Failed broken = new FetchOutcome.Failed(FailureReason.SERVER_ERROR, "failed (500)", TOOK);
        FeedState failing = remembered();
        for (int day = 0; day < 5; day++) {
            failing = at(NOW.plus(Duration.ofDays(day))).failed(failing, broken);
        }
        Instant back = NOW.plus(Duration.ofDays(4 + 21)).plusSeconds(1);

        FeedState anew = at(back).failed(failing, broken);

        assertThat(anew.course().failingSince()).isEqualTo(back);
        assertThat(anew.course().failures()).isEqualTo(1);
        assertThat(anew.course().warning()).isNull();
        assertThat(anew.course().lastSuccess()).isEqualTo(NOW);
        assertThat(anew.turn().nextDue()).isBefore(back.plus(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource({"PT30M, 21", "P30D, 35"})
    void countsAsFailingWhatASlowPlanetAsksSeldom(Duration minimum, int days) {
        FetchOutcome.Failed broken = new FetchOutcome.Failed(FailureReason.SERVER_ERROR, "failed (500)", TOOK);
        Settings slow = atMostEach(minimum);
        FeedState state = remembered();
        for (int run = 0; run < 4; run++) {
            state = new NextState(FEED, slow, NOW.plus(Duration.ofDays((long) run * days)), true).failed(state, broken);
        }

        assertThat(state.course().failingSince()).isEqualTo(NOW);
        assertThat(state.course().failures()).isEqualTo(4);
    }

    @Test
    void isDueWhenItWasAskedByAClockThatRanAhead() {
        FeedState wished =
                at(NOW).retryLater(remembered(), new FetchOutcome.RetryLater(503, NOW.plus(Duration.ofDays(1)), TOOK));
        for (FeedState state : List.of(remembered(), wished)) {
            assertThat(NextState.isDue(state, NOW.minus(Duration.ofMinutes(61)), false))
                    .isTrue();
            assertThat(NextState.isDue(state, NOW.minus(Duration.ofHours(1)), false))
                    .isFalse();
        }
    }

    @Test
    void isDueWhenItWasNeverAskedOrItsTimeHasCome() {
        FeedState state = remembered();

        assertThat(NextState.isDue(FeedState.UNASKED, NOW, false)).isTrue();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofMinutes(30)).minusSeconds(6), false))
                .isFalse();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofMinutes(29)), true))
                .isTrue();
        assertThat(NextState.isDue(state, NOW.plus(Duration.ofMinutes(30)).minusMillis(80), false))
                .isTrue();
    }

    @Test
    void saysThatAFeedListsTooManyEntries() {
        ParsedFeed endless = new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, null, 1_000, entries(4));

        assertThat(at(NOW).read(FeedState.UNASKED, fetched(null, null), endless)
                        .course()
                        .warning())
                .isEqualTo("it lists 1004 entries, too many for one feed: the oldest 1000 are not read");
    }

    @Test
    void readsAFileInEveryRun() {
        NextState next = new NextState(new Subscription(URI.create("feeds/ann.xml"), 4), Settings.DEFAULT, NOW, true);

        FeedState unchanged = next.notModified(FeedState.UNASKED, notModified(null));
        FeedState missing =
                next.failed(FeedState.UNASKED, new FetchOutcome.Failed(FailureReason.FILE, "is not there", TOOK));

        assertThat(NextState.isDue(unchanged, NOW, false)).isTrue();
        assertThat(NextState.isDue(missing, NOW, false)).isTrue();
    }

    private static Settings atMostEach(Duration minimum) {
        Settings usual = Settings.DEFAULT;
        return new Settings(
                usual.postsPerPage(),
                usual.feedPosts(),
                usual.newcomerPosts(),
                usual.schedule(),
                minimum,
                usual.requests(),
                usual.requestsPerHost(),
                usual.hostPause(),
                usual.connectTimeout(),
                usual.callTimeout(),
                usual.maxBytes(),
                usual.timezone(),
                null,
                null,
                null);
    }

    private static NextState at(Instant now) {
        return new NextState(FEED, Settings.DEFAULT, now, true);
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
                TOOK,
                null);
    }

    private static FetchOutcome.NotModified notModified(@Nullable URI movedTo) {
        return new FetchOutcome.NotModified(null, movedTo, null, TOOK, null);
    }

    private static ParsedFeed parsed(int entries, @Nullable String repaired) {
        return new ParsedFeed(FeedMetadata.NONE, null, Rhythm.NONE, repaired, 0, entries(entries));
    }

    /** Dated each day up to now. */
    private static List<Entry> entries(int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(NOW.minus(Duration.ofDays(i)), null));
        }
        return entries;
    }

    private static Entry entry(@Nullable Instant published, @Nullable Instant updated) {
        return new Entry(
                new EntryId("post of " + published, EntryId.Kind.GUID),
                new Metadata(
                        null, "A post", published, updated, List.of(), List.of(), null, null, null, List.of(), null,
                        null, null, null),
                null,
                null);
    }
}
