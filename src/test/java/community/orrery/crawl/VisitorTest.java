package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.Archive;
import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import community.orrery.fetch.FailureReason;
import community.orrery.fetch.FetchOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered of a round of visits in which hosts kept silent. */
class VisitorTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final FeedState FAILING = new FeedState(
            FeedState.UNASKED.approach(),
            FeedState.UNASKED.turn(),
            new FeedState.Course(
                    NOW.minusSeconds(7200), null, null, 1, NOW.minusSeconds(7200), "did not come", null, null));

    private final Member ada = MemberBuilder.of("ada").build();
    private final Member bea = MemberBuilder.of("bea").build();
    private final Member cy = MemberBuilder.of("cy").build();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BAD_ADDRESS", "REFUSED_ADDRESS"})
    void anAddressThatWeDoNotAskIsNoProofThatOurConnectionWorks(FailureReason reason) {
        try (Archive archive = Archive.open(folder.resolve("archive.db"))) {
            Visitor visitor = visitor(archive);
            take(visitor, ada, FailureReason.UNKNOWN_HOST);
            take(visitor, bea, FailureReason.UNREACHABLE);
            take(visitor, cy, reason);
            visitor.save();

            assertThat(archive.states().keySet()).extracting(FeedKey::member).containsExactly("cy");
        }
    }

    @Test
    void whoKeepsSilentWhileAnotherAnswersHasFailed() {
        try (Archive archive = Archive.open(folder.resolve("archive.db"))) {
            Visitor visitor = visitor(archive);
            take(visitor, ada, FailureReason.UNKNOWN_HOST);
            take(visitor, bea, FailureReason.UNREACHABLE);
            take(visitor, cy, FailureReason.NOT_FOUND);
            visitor.save();

            assertThat(archive.states().keySet()).extracting(FeedKey::member).containsExactly("ada", "bea", "cy");
        }
    }

    /** Else two dead hosts of a small planet, due together, would be asked in each run for ever. */
    @Test
    void hostsThatHadFailedBeforeAreNoSignThatOurConnectionIsDown() {
        try (Archive archive = Archive.open(folder.resolve("archive.db"))) {
            Visitor visitor = visitor(archive);
            take(visitor, ada, FailureReason.UNKNOWN_HOST, FAILING);
            take(visitor, bea, FailureReason.UNREACHABLE, FAILING);
            visitor.save();

            assertThat(archive.states().values())
                    .extracting(state -> state.course().failures())
                    .containsExactly(2, 2);

            take(visitor, ada, FailureReason.UNKNOWN_HOST, FAILING);
            take(visitor, bea, FailureReason.UNREACHABLE, FeedState.UNASKED);
            take(visitor, cy, FailureReason.UNREACHABLE, FeedState.UNASKED);
            visitor.save();

            assertThat(archive.states().keySet()).extracting(FeedKey::member).containsExactly("ada", "bea");
        }
    }

    private static void take(Visitor visitor, Member member, FailureReason reason) {
        take(visitor, member, reason, FeedState.UNASKED);
    }

    private static void take(Visitor visitor, Member member, FailureReason reason, FeedState state) {
        Visit visit = new Visit(member, member.subscriptions().get(0), state);
        visitor.take(visit, new FetchOutcome.Failed(reason, "did not come", Duration.ofMillis(5)));
    }

    private Visitor visitor(Archive archive) {
        Planet planet = new Planet(
                "Test",
                null,
                "",
                Locale.ENGLISH,
                null,
                null,
                Settings.DEFAULT,
                List.of(),
                List.of(ada, bea, cy),
                List.of());
        return new Visitor(planet, archive, NOW, true);
    }
}
