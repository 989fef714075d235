package community.orrery.crawl;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.archive.FeedKey;
import community.orrery.archive.Recorded;
import community.orrery.crawl.FeedReport.Ending;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Planet;
import community.orrery.fetch.FetchOutcome;
import community.orrery.history.Reading;
import community.orrery.parse.FeedParser;
import community.orrery.parse.ParseOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what a request for a feed came to: reads, cleans, records. Whatever the feed holds, the visit ends as a report;
 * only an archive that cannot be used ends the run.
 */
final class Visitor {

    private static final Logger LOG = LoggerFactory.getLogger(Visitor.class);

    private final Planet planet;
    private final Archive archive;
    private final Instant now;
    private final boolean staying;
    private final Map<FeedKey, FeedState> unchanged = new ConcurrentHashMap<>();
    private final Map<FeedKey, FeedState> silent = new ConcurrentHashMap<>();
    private final Set<String> newlySilent = ConcurrentHashMap.newKeySet();
    private volatile boolean answered;

    Visitor(Planet planet, Archive archive, Instant now, boolean staying) {
        this.planet = planet;
        this.archive = archive;
        this.now = now;
        this.staying = staying;
    }

    /** Takes in one outcome; callable for many feeds at once. */
    FeedReport take(Visit visit, FetchOutcome outcome) {
        NextState next = new NextState(visit.subscription(), planet.settings(), now, staying);
        FeedState state = visit.state();
        boolean unanswered = outcome.<Boolean>fold(
                fetched -> false,
                notModified -> false,
                gone -> false,
                retryLater -> false,
                heldBack -> false,
                failed -> failed.reason().isSilence() || failed.reason().isOurRefusal());
        if (!unanswered && !visit.subscription().isFile()) {
            answered = true;
        }
        return outcome.fold(
                fetched -> read(visit, next, fetched),
                notModified -> leave(visit, next.notModified(state, notModified), Ending.UNCHANGED, outcome),
                gone -> leave(visit, next.gone(state, gone), Ending.FAILED, outcome),
                retryLater -> leave(visit, next.retryLater(state, retryLater), Ending.DEFERRED, outcome),
                heldBack -> heldBack(visit, heldBack),
                missed -> fail(visit, next.failed(state, missed), missed));
    }

    private FeedReport fail(Visit visit, FeedState state, FetchOutcome.Failed failed) {
        if (!failed.reason().isSilence()) {
            return leave(visit, state, Ending.FAILED, failed);
        }
        silent.put(visit.key(), state);
        if (!visit.state().course().isFailing()) {
            newlySilent.add(visit.server());
        }
        return report(visit, state, Ending.FAILED, failed);
    }

    private FeedReport read(Visit visit, NextState next, FetchOutcome.Fetched fetched) {
        FeedState state = visit.state();
        if (fetched.digest().equals(state.approach().bodyDigest())
                && !state.course().isFailing()) {
            return leave(visit, next.sameBytes(state, fetched), Ending.UNCHANGED, fetched);
        }
        try {
            return FeedParser.parse(fetched.representation(), now)
                    .fold(
                            readable ->
                                    record(visit, next.read(state, fetched, readable.feed()), fetched, readable.feed()),
                            unreadable -> unreadable(visit, next, fetched, unreadable));
        } catch (ArchiveException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // What one document brings to light, a fault of ours or too little memory for it, must not cost the other
            // members their night.
            LOG.error("feed={} fault", visit.subscription().label(), e);
            String words =
                    "Orrery itself stumbled over this feed (" + e.getClass().getSimpleName()
                            + "): its posts stay as they were; please report it with the feed's address";
            return leave(visit, next.unreadable(state, fetched, words), Ending.FAILED, fetched);
        }
    }

    private FeedReport unreadable(
            Visit visit, NextState next, FetchOutcome.Fetched fetched, ParseOutcome.Unreadable unreadable) {
        return leave(visit, next.unreadable(visit.state(), fetched, unreadable.reason()), Ending.FAILED, fetched);
    }

    private FeedReport record(Visit visit, FeedState state, FetchOutcome.Fetched fetched, ParsedFeed feed) {
        Member member = visit.member();
        Reading reading = new Reading(
                member,
                visit.subscription().xmlUrl(),
                feed.metadata(),
                feed.entries(),
                planet.settings().newcomerPosts(),
                now);
        boolean usesMaths = archive.usesMaths(visit.key());
        URI home = state.approach().address(visit.subscription().xmlUrl()); // as the archive knows it later
        Recorded recorded = archive.record(reading, state, entry -> Manuscripts.derive(entry, home, usesMaths));
        return new FeedReport(
                member,
                visit.subscription(),
                recorded.changedAnything() ? Ending.READ : Ending.UNCHANGED,
                state.course().words(),
                warning(visit, state),
                recorded.added() + recorded.returned(),
                recorded.updated(),
                recorded.withdrawn(),
                fetched.elapsed());
    }

    /** Nothing happened that the feed's state should tell of. */
    private FeedReport heldBack(Visit visit, FetchOutcome.HeldBack outcome) {
        Instant until = outcome.until() == null ? null : Due.bounded(outcome.until(), now);
        String words = new FetchOutcome.HeldBack(outcome.server(), until).words();
        return new FeedReport(
                visit.member(), visit.subscription(), Ending.HELD_BACK, words, null, 0, 0, 0, outcome.elapsed());
    }

    /** Nothing to record but how it went. What a crash would lose is asked again; a server's wishes are not to be lost. */
    private FeedReport leave(Visit visit, FeedState state, Ending ending, FetchOutcome outcome) {
        if (ending == Ending.UNCHANGED) {
            unchanged.put(visit.key(), state);
        } else {
            archive.save(Map.of(visit.key(), state));
        }
        return report(visit, state, ending, outcome);
    }

    private static FeedReport report(Visit visit, FeedState state, Ending ending, FetchOutcome outcome) {
        return new FeedReport(
                visit.member(),
                visit.subscription(),
                ending,
                state.course().words(),
                warning(visit, state),
                0,
                0,
                0,
                outcome.elapsed());
    }

    /** What a person should mend in the list, besides what the feed's state tells. */
    private static @Nullable String warning(Visit visit, FeedState state) {
        Member member = visit.member();
        String warning = state.course().warning();
        if (!member.isKnownOtherwise()) {
            return warning;
        }
        String id = "is listed with planet:id=\"" + member.statedId() + "\" but known as \"" + member.id()
                + "\", and its pages keep those addresses: on line "
                + visit.subscription().line()
                + " of the list, write planet:id=\"" + member.id() + "\", or leave it out";
        return warning == null ? id : warning + "; " + id;
    }

    /**
     * Saves how the feeds without news went, all at once: to be called when the visits are over. When no host at all
     * answered, several of which had not been failing, it is our own connection that is down, and no feed is made to wait for
     * that.
     */
    void save() {
        if (answered || newlySilent.size() <= 1) {
            unchanged.putAll(silent);
        }
        archive.save(unchanged);
        unchanged.clear();
        silent.clear();
    }
}
