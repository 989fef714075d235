package community.orrery.site;

import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.feed.FeedState;
import community.orrery.feed.Hidden;
import community.orrery.feed.Post;
import community.orrery.health.Absence;
import community.orrery.health.Absence.Reason;
import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import community.orrery.health.Run;
import community.orrery.health.VisitDay;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code status.json}: all that the status page tells, for programs. A key whose value is not known is left out. Times are
 * those of the archive, in UTC.
 */
final class StatusJson {

    /** Of each member's posts that are not on the front page, as many newest are listed. */
    private static final int MOST_LISTED = 200;

    private StatusJson() {}

    static Map<String, Object> of(Health health, Fingerprints fingerprints) {
        return Json.object(
                "asOf",
                health.asOf().map(Instant::toString).orElse(null),
                "listTrouble",
                health.listTrouble(),
                "postsPerWeek",
                Math.round(health.perWeek() * 10) / 10.0,
                "postsByWeek",
                health.weeks(),
                "runs",
                StatusCharts.newest(health.runs()).stream().map(StatusJson::run).toList(),
                "members",
                health.members().stream()
                        .map(member -> member(member, fingerprints))
                        .toList());
    }

    private static Map<String, Object> run(Run run) {
        return Json.object(
                "begun",
                run.begun().toString(),
                "millis",
                run.took().toMillis(),
                "asked",
                run.asked(),
                "failed",
                run.failed(),
                "added",
                run.added(),
                "updated",
                run.updated(),
                "withdrawn",
                run.withdrawn(),
                "written",
                run.written());
    }

    private static Map<String, Object> visits(VisitDay day) {
        return Json.object(
                "day",
                day.day().toString(),
                "visits",
                day.visits(),
                "failures",
                day.failures(),
                "meanMillis",
                day.mean().toMillis(),
                "slowestMillis",
                day.slowest().toMillis());
    }

    private static Map<String, Object> member(MemberHealth health, Fingerprints fingerprints) {
        return Json.object(
                "id",
                health.member().id(),
                "name",
                health.member().name(),
                "condition",
                name(health.condition()),
                "feeds",
                health.feeds().stream().map(StatusJson::feed).toList(),
                "newest",
                health.newest() == null ? null : post(health.newest()),
                "posts",
                counts(health),
                "warnings",
                health.warnings().stream().map(StatusJson::name).toList(),
                "postsByMonth",
                health.months(),
                "notOnTheFrontPage",
                health.absences().stream()
                        .limit(MOST_LISTED)
                        .map(absence -> absence(absence, fingerprints))
                        .toList());
    }

    private static Map<String, Object> feed(FeedHealth feed) {
        FeedState.Course course = feed.state().course();
        URI movedTo = feed.state().approach().movedTo();
        return Json.object(
                "url",
                feed.subscription().label(),
                "condition",
                name(feed.condition()),
                "said",
                course.words(),
                "warning",
                course.warning(),
                "lastAsked",
                text(course.lastAsked()),
                "lastSuccess",
                text(course.lastSuccess()),
                "failingSince",
                text(course.failingSince()),
                "failures",
                course.failures(),
                "nextVisit",
                feed.nextVisit().map(Instant::toString).orElse(null),
                "responseMillis",
                course.lastResponse() == null ? null : course.lastResponse().toMillis(),
                "certificateEnds",
                text(course.certificateEnds()),
                "movedTo",
                movedTo == null ? null : movedTo.toString(),
                "visits",
                feed.visits().stream().map(StatusJson::visits).toList());
    }

    static Map<String, Object> counts(MemberHealth health) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("shown", health.shown());
        for (Reason reason : Reason.values()) {
            counts.put(name(reason), health.count(reason));
        }
        return counts;
    }

    private static Map<String, Object> absence(Absence absence, Fingerprints fingerprints) {
        Hidden hidden = absence.hidden();
        Verdict verdict = absence.verdict();
        return Json.object(
                "reason",
                name(absence.reason()),
                "published",
                absence.post().ordered().toString(),
                "post",
                absence.isTold() ? post(absence.post()) : null,
                "fingerprints",
                fingerprints.of(absence),
                "hiddenOnLine",
                hidden == null ? null : hidden.line(),
                "hiddenWhy",
                hidden == null ? null : hidden.why(),
                "original",
                verdict == null ? null : post(verdict.original()),
                "judgedBy",
                verdict == null ? null : verdict.reason().words(),
                "likeness",
                verdict == null ? null : Math.round(verdict.likeness() * 100) / 100.0);
    }

    private static Map<String, Object> post(Post post) {
        return Json.object(
                "title",
                post.metadata().title(),
                "member",
                post.member(),
                "published",
                post.ordered().toString(),
                "page",
                post.path(),
                "original",
                Originals.of(post).map(URI::toString).orElse(null));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** {@code HELD_BACK} as {@code heldBack}. */
    static String name(Enum<?> value) {
        StringBuilder name = new StringBuilder();
        for (String word : value.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
