package community.orrery.health;

import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a week brought, for the person who looks after the planet: each Monday morning in the planet's time zone. */
public final class WeekLetter {

    private static final DayOfWeek DAY = DayOfWeek.MONDAY;
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** When it falls due, as Quartz has it: a second later, so that it is then. */
    public static final String CRON = "1 " + MORNING.getMinute() + " " + MORNING.getHour() + " ? * "
            + DAY.name().substring(0, 3);

    private WeekLetter() {}

    /**
     * Whether a Monday morning has come since the last one; several that were missed are one. A last one in the future, as a
     * clock that ran ahead leaves it, counts as none.
     */
    public static boolean isDue(Instant last, Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        ZonedDateTime monday = there.toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DAY))
                .atTime(MORNING)
                .atZone(zone);
        ZonedDateTime newest = monday.isAfter(there) ? monday.minusWeeks(1) : monday;
        return last.isBefore(newest.toInstant()) || last.isAfter(now);
    }

    /**
     * Tells what lies between two moments.
     *
     * @param planet with its members under the ids by which their posts are known
     * @param posts that the planet carries: no hidden ones; those of its members count that were met between the two moments
     *     and that a page may name
     * @param runs any
     */
    public static Notice of(Planet planet, Health health, List<Post> posts, List<Run> runs, Instant from, Instant to) {
        ZoneId zone = planet.settings().timezone();
        LocalDate first = from.atZone(zone).toLocalDate();
        LocalDate last = to.atZone(zone).toLocalDate();
        Map<String, List<Post>> met = posts.stream()
                .filter(post -> post.standing() != Post.Standing.WITHDRAWN)
                .filter(post ->
                        !post.firstSeen().isBefore(from) && post.firstSeen().isBefore(to))
                .collect(Collectors.groupingBy(Post::member));
        int all = 0;
        List<String> parts = new ArrayList<>();
        for (Member member : planet.members()) {
            int own = met.getOrDefault(member.id(), List.of()).size();
            if (own > 0) {
                parts.add("- " + member.name() + ": " + own);
            }
            all += own;
        }
        parts.add(0, counted(all, "new post") + ".");
        List<MemberHealth> ill = health.standingOut();
        parts.add("");
        parts.add(ill.isEmpty() ? "Every feed is well, or was a day ago." : "To be looked at:");
        ill.forEach(member -> parts.add(
                "- " + member.member().name() + ": " + member.condition().words()));
        parts.add("");
        parts.add(runs(runs.stream()
                .filter(run -> !run.begun().isBefore(from) && run.begun().isBefore(to))
                .toList()));
        return new Notice(
                "digest-" + last,
                planet.title() + ": " + counted(all, "new post") + ", " + first + " to " + last,
                String.join("\n", parts));
    }

    private static String runs(List<Run> runs) {
        if (runs.isEmpty()) {
            return "No run asked a feed.";
        }
        Duration took = runs.stream().map(Run::took).reduce(Duration.ZERO, Duration::plus);
        return String.format(
                Locale.ROOT,
                "%s asked %d times for a feed, %d times in vain, and took %.1f seconds on average.",
                counted(runs.size(), "run"),
                runs.stream().mapToInt(Run::asked).sum(),
                runs.stream().mapToInt(Run::failed).sum(),
                took.toMillis() / 1000.0 / runs.size());
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
