package community.orrery.crawl;

import community.orrery.feed.Entry;
import community.orrery.feed.FeedState;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Rhythm;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.fetch.FailureReason;
import community.orrery.fetch.FetchOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to remember of a feed after a visit: a pure function of what was remembered, how the visit ended, and now. One
 * method for each ending.
 *
 * @param feed the list's line, for what a person should change there
 * @param settings for the minimum between two visits
 * @param now the beginning of the run, so that a feed is due again exactly so many runs later
 * @param spread whether feeds are to be asked apart from each other: see {@link Mode#staying()}
 */
record NextState(Subscription feed, Settings settings, Instant now, boolean spread) {

    /** A feed that has failed for as long is worth a person's attention. */
    private static final Duration LONG = Duration.ofDays(7);

    /**
     * As many of the longest waits between two visits without one, and a failure is no longer the same one: the feed was retired
     * or off the list meanwhile, or the planet was off. More than a planet that is run by hand each fortnight leaves out.
     */
    private static final int WAITS_MISSED = 21;

    /** Runs begin on a schedule; a scheduler is early or late by less than this. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    /** A clock that is set back by less costs a feed no more than that. */
    private static final Duration CLOCK_WRONG = Duration.ofHours(1);

    /**
     * Whether to ask now. A Retry-After cannot be forced; after a 410 a feed is asked only when forced, since its blogger may
     * have brought it back, and only a person can know. A feed last asked well in the future was asked when
     * this machine's clock was wrong, and what was reckoned from that moment would keep it waiting for as long.
     */
    static boolean isDue(FeedState state, Instant now, boolean force) {
        FeedState.Turn turn = state.turn();
        if (turn.gone() && !force) {
            return false;
        }
        return isOfWrongClock(state, now)
                || (rest(state, now).isEmpty() && (force || !isAfter(turn.nextDue(), now.plus(SLACK))));
    }

    /** The moment before which its server does not want to be asked; empty when there is none, or it has come. */
    static Optional<Instant> rest(FeedState state, Instant now) {
        return Optional.ofNullable(state.turn().notBefore())
                .filter(moment -> moment.isAfter(now) && !isOfWrongClock(state, now));
    }

    private static boolean isOfWrongClock(FeedState state, Instant now) {
        return isAfter(state.course().lastAsked(), now.plus(CLOCK_WRONG));
    }

    /** A good feed came: all that its response brought is remembered, in the transaction that stores its posts. */
    FeedState read(FeedState state, FetchOutcome.Fetched fetched, ParsedFeed parsed) {
        List<Instant> published = parsed.entries().stream()
                .map(Entry::metadata)
                .flatMap(entry -> Stream.ofNullable(entry.published() == null ? entry.updated() : entry.published()))
                .filter(date -> !date.isAfter(now))
                .toList();
        return answered(
                approach(fetched),
                new Pace(
                        Due.rhythm(published),
                        parsed.rhythm(),
                        published.stream().max(Comparator.naturalOrder()).orElse(null)),
                fetched.freshFor(),
                fetched.elapsed(),
                "read, " + counted(parsed.entries().size()),
                fetched.certificateEnds(),
                warning(fetched.movedTo(), fetched.notice(), flaws(parsed)));
    }

    /** The same bytes came again without a 304: nothing was parsed. */
    FeedState sameBytes(FeedState state, FetchOutcome.Fetched fetched) {
        return answered(
                approach(fetched),
                Pace.of(state.turn()),
                fetched.freshFor(),
                fetched.elapsed(),
                "unchanged",
                fetched.certificateEnds(),
                keptWarning(state, fetched.movedTo(), fetched.notice()));
    }

    FeedState notModified(FeedState state, FetchOutcome.NotModified outcome) {
        return answered(
                state.approach().withMovedTo(outcome.movedTo()),
                Pace.of(state.turn()),
                outcome.freshFor(),
                outcome.elapsed(),
                outcome.words(),
                outcome.certificateEnds(),
                keptWarning(state, outcome.movedTo(), outcome.notice()));
    }

    /**
     * A body came that is no readable feed: nothing of its response is kept, so that the next one comes whole; nor is a remembered
     * address that gave it, as in {@link #failed}.
     */
    FeedState unreadable(FeedState state, FetchOutcome.Fetched fetched, String words) {
        return failing(state, state.approach().withMovedTo(null), null, fetched.elapsed(), words);
    }

    /** 410 is final until a feed comes, unless a remembered address says it: then the list's own is asked first. */
    FeedState gone(FeedState state, FetchOutcome.Gone outcome) {
        if (state.approach().movedTo() != null) {
            String words = "is gone from where it had moved to (410): the list's own address is asked next";
            return failing(state, state.approach().withMovedTo(null), null, outcome.elapsed(), words);
        }
        return failing(state, state.approach(), Instant.MAX, outcome.elapsed(), outcome.words());
    }

    FeedState retryLater(FeedState state, FetchOutcome.RetryLater outcome) {
        Instant notBefore = Due.bounded(outcome.notBefore(), now);
        String words = new FetchOutcome.RetryLater(outcome.status(), notBefore, outcome.elapsed()).words();
        return failing(state, state.approach(), notBefore, outcome.elapsed(), words);
    }

    FeedState failed(FeedState state, FetchOutcome.Failed outcome) {
        // A remembered address that fails is forgotten, since the list's own may lead elsewhere by now; but not one
        // that gave up encryption, or forgetting would be a way round the refusal.
        FeedState.Approach approach = outcome.reason() == FailureReason.DOWNGRADE
                ? state.approach()
                : state.approach().withMovedTo(null);
        return failing(state, approach, null, outcome.elapsed(), outcome.words());
    }

    private static FeedState.Approach approach(FetchOutcome.Fetched fetched) {
        return new FeedState.Approach(
                fetched.validators(), fetched.representation().uri(), fetched.movedTo(), fetched.digest());
    }

    private FeedState answered(
            FeedState.Approach approach,
            Pace pace,
            @Nullable Duration freshFor,
            Duration elapsed,
            String words,
            @Nullable Instant certificateEnds,
            @Nullable String warning) {
        Instant nextDue = feed.isFile()
                ? now // a file costs nobody anything
                : Due.afterAnswer(
                        now,
                        settings.minInterval(),
                        pace.interval(),
                        pace.newest(),
                        freshFor,
                        pace.wishes(),
                        feed.xmlUrl(),
                        spread);
        return new FeedState(
                approach,
                new FeedState.Turn(nextDue, null, pace.interval(), pace.wishes(), pace.newest(), false),
                new FeedState.Course(now, now, elapsed, 0, null, words, warning, certificateEnds));
    }

    /** @param notBefore as the server asks; {@link Instant#MAX} when it is not to be asked again unless forced */
    private FeedState failing(
            FeedState state, FeedState.Approach approach, @Nullable Instant notBefore, Duration elapsed, String words) {
        FeedState.Turn turn = state.turn();
        FeedState.Course course = state.course();
        boolean saysGone = Instant.MAX.equals(notBefore);
        // One that was asked once more by force and gave no feed is not to be asked each day again.
        boolean gone = saysGone || turn.gone();
        boolean anew = !gone && wasLeftAlone(course);
        int failures = anew ? 1 : course.failures() + 1;
        Instant since = anew ? now : Objects.requireNonNullElse(course.failingSince(), now);
        Instant nextDue =
                feed.isFile() ? now : Due.afterFailure(now, settings.minInterval(), failures, feed.xmlUrl(), spread);
        String warning = gone || Duration.between(since, now).compareTo(LONG) >= 0
                ? "no feed since " + since.atOffset(ZoneOffset.UTC).toLocalDate() + ": it " + words
                : null;
        return new FeedState(
                approach,
                new FeedState.Turn(
                        notBefore != null && notBefore.isAfter(nextDue) && !saysGone ? notBefore : nextDue,
                        saysGone ? null : notBefore,
                        turn.interval(),
                        turn.rhythm(),
                        turn.newest(),
                        gone),
                new FeedState.Course(
                        now, course.lastSuccess(), elapsed, failures, since, words, warning, course.certificateEnds()));
    }

    /** Whether nobody asked for so long that it is not known whether the feed failed all the while. */
    private boolean wasLeftAlone(FeedState.Course course) {
        Duration longest = Due.longestWait(settings.minInterval()).multipliedBy(WAITS_MISSED);
        return course.lastAsked() != null
                && Duration.between(course.lastAsked(), now).compareTo(longest) > 0;
    }

    /** A document that was mended and did not change is still ill-formed; the way to it is judged anew. */
    private @Nullable String keptWarning(FeedState state, @Nullable URI movedTo, @Nullable String notice) {
        FeedState.Course course = state.course();
        boolean sameWay = Objects.equals(movedTo, state.approach().movedTo())
                && isSameNotice(Objects.requireNonNullElse(course.warning(), ""), movedTo, notice);
        return sameWay && !course.isFailing() ? course.warning() : warning(movedTo, notice, null);
    }

    /** A remembered address is asked at once, and what once led there is not met again. */
    private static boolean isSameNotice(String before, @Nullable URI movedTo, @Nullable String notice) {
        if (notice != null) {
            return before.startsWith(notice);
        }
        return movedTo != null
                || !(before.startsWith(FetchOutcome.WEB_PAGE) || before.startsWith(FetchOutcome.DOWNGRADED));
    }

    private @Nullable String warning(@Nullable URI movedTo, @Nullable String notice, @Nullable String flaws) {
        List<String> parts = new ArrayList<>();
        if (notice != null) {
            parts.add(notice);
        }
        if (movedTo != null) {
            parts.add("lives at " + movedTo + " now: on line " + feed.line() + " of the list, write xmlUrl=\"" + movedTo
                    + "\"");
        }
        if (flaws != null) {
            parts.add(flaws);
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    /** What is wrong with the document itself; null when nothing is. */
    private static @Nullable String flaws(ParsedFeed parsed) {
        List<String> flaws = new ArrayList<>();
        if (parsed.repaired() != null) {
            flaws.add(parsed.repaired());
        }
        if (parsed.leftOut() > 0) {
            flaws.add("it lists " + counted(parsed.entries().size() + parsed.leftOut())
                    + ", too many for one feed: the oldest " + parsed.leftOut() + " are not read");
        }
        if (Beginnings.isAll(parsed.entries())) {
            flaws.add(
                    "gives only the beginning of each post: most platforms have a setting for whole posts in the feed");
        }
        return flaws.isEmpty() ? null : String.join("; ", flaws);
    }

    private static String counted(int entries) {
        return entries == 1 ? "1 entry" : entries + " entries";
    }

    private static boolean isAfter(@Nullable Instant moment, Instant now) {
        return moment != null && moment.isAfter(now);
    }

    /** What the feed is like: its own rhythm, its wishes, its newest entry. */
    private record Pace(Duration interval, Rhythm wishes, @Nullable Instant newest) {

        static Pace of(FeedState.Turn turn) {
            return new Pace(Objects.requireNonNullElse(turn.interval(), Due.UNDATED), turn.rhythm(), turn.newest());
        }
    }
}
