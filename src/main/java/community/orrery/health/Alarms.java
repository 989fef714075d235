package community.orrery.health;

import community.orrery.feed.Credentials;
import community.orrery.feed.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be told of feeds: once when one has failed for three days, once when it is well again. All that starts or ends
 * in one run is one message of each kind: when a platform with fifty blogs is down, nobody gets fifty.
 *
 * @param told of whom it is known after these notices that they fail
 */
public record Alarms(List<Notice> notices, Set<Alarm> told) {

    /** Shorter troubles pass by themselves. */
    static final Duration PATIENCE = Duration.ofDays(3);

    public Alarms {
        notices = List.copyOf(notices);
        told = Set.copyOf(told);
    }

    /**
     * Looks at every feed once.
     *
     * @param planet its title, for the subject
     * @param zone in which days are told
     * @param told of whom it was known before; who is no longer listed or was retired since is forgotten without a word. A
     *     feed whose address alone left the list is well again when its member's others are: that is how most are mended
     */
    public static Alarms of(String planet, ZoneId zone, Health health, Set<Alarm> told, Instant now) {
        List<String> failing = new ArrayList<>();
        List<String> well = new ArrayList<>();
        Set<Alarm> after = new LinkedHashSet<>();
        for (MemberHealth member : health.members()) {
            for (FeedHealth feed : member.feeds()) {
                Alarm alarm =
                        new Alarm(member.member().id(), feed.subscription().xmlUrl());
                boolean known = told.contains(alarm);
                if (feed.condition() == Condition.WELL && known) {
                    well.add(line(member, feed));
                } else if (known && feed.condition() != Condition.RETIRED) {
                    after.add(alarm);
                } else if (hasFailedLong(feed, now)) {
                    after.add(alarm);
                    failing.add(
                            line(member, feed) + "\n  It " + words(feed.state().course(), zone));
                }
            }
            List<Alarm> unlisted = unlisted(member, told);
            if (!unlisted.isEmpty() && isReadAgain(member, told)) {
                unlisted.forEach(alarm -> well.add(line(member, alarm)));
            } else if (member.condition() != Condition.RETIRED) {
                after.addAll(unlisted);
            }
        }
        List<Notice> notices = new ArrayList<>();
        String moment = now.truncatedTo(ChronoUnit.SECONDS).toString();
        if (!failing.isEmpty()) {
            notices.add(new Notice(
                    "failing-" + moment,
                    planet + ": " + counted(failing.size()) + " failing for three days",
                    "No feed came from these for three days:\n\n" + String.join("\n\n", failing)
                            + "\n\nTheir posts stay. They are asked further, up to once a day, but for those that are gone"
                            + " (410). The status page tells more. You will hear of each again when it is well."));
        }
        if (!well.isEmpty()) {
            notices.add(new Notice(
                    "well-" + moment,
                    planet + ": " + counted(well.size()) + " well again",
                    "These had failed and are read again:\n\n" + String.join("\n\n", well)));
        }
        return new Alarms(notices, after);
    }

    /** Counted to when it was last asked, so that a planet that was off itself blames nobody; who is gone is not asked. */
    private static boolean hasFailedLong(FeedHealth feed, Instant now) {
        FeedState.Course course = feed.state().course();
        Instant since = course.failingSince();
        Instant asked = feed.condition() == Condition.GONE ? now : course.lastAsked();
        return feed.condition() != Condition.RETIRED
                && course.isFailing()
                && since != null
                && asked != null
                && Duration.between(since, asked).compareTo(PATIENCE) >= 0;
    }

    /** What is known of addresses that the list no longer gives the member. */
    private static List<Alarm> unlisted(MemberHealth member, Set<Alarm> told) {
        return told.stream()
                .filter(alarm -> alarm.member().equals(member.member().id()))
                .filter(alarm -> member.feeds().stream()
                        .noneMatch(feed -> feed.subscription().xmlUrl().equals(alarm.feed())))
                .sorted(Comparator.comparing(Alarm::feed))
                .toList();
    }

    /** Which feed took an address's place is not known: it may be any of which nobody was told that it fails. */
    private static boolean isReadAgain(MemberHealth member, Set<Alarm> told) {
        List<FeedHealth> others = member.feeds().stream()
                .filter(feed -> feed.condition() == Condition.WELL
                        || !told.contains(new Alarm(
                                member.member().id(), feed.subscription().xmlUrl())))
                .toList();
        return !others.isEmpty() && others.stream().allMatch(feed -> feed.condition() == Condition.WELL);
    }

    private static String line(MemberHealth member, FeedHealth feed) {
        return "- " + member.member().name() + ", " + feed.subscription().label();
    }

    private static String line(MemberHealth member, Alarm unlisted) {
        String read = member.feeds().stream()
                .filter(feed -> feed.condition() == Condition.WELL)
                .map(feed -> feed.subscription().label())
                .collect(Collectors.joining(", "));
        return "- " + member.member().name() + ", " + read + " (the list no longer names "
                + Credentials.hidden(unlisted.feed().toString()) + ")";
    }

    private static String words(FeedState.Course course, ZoneId zone) {
        Instant since = course.failingSince();
        return course.words()
                + (since == null ? "" : " (since " + since.atZone(zone).toLocalDate() + ")");
    }

    private static String counted(int feeds) {
        return feeds == 1 ? "a feed is" : feeds + " feeds are";
    }
}
