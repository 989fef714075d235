package community.orrery.cli;

import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.feed.FeedState;
import community.orrery.feed.Hidden;
import community.orrery.feed.Metadata;
import community.orrery.feed.Post;
import community.orrery.health.Absence;
import community.orrery.health.Absence.Reason;
import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import community.orrery.health.Warning;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The status page as plain text. Everything that others wrote is printed without control characters. */
final class StatusTable {

    private static final String ROW = "%-36s  %-16s  %-16s  %-16s  %s%n";

    private final PrintStream out;
    private final DateTimeFormatter moment;

    /** @param zone in which times are told */
    StatusTable(PrintStream out, ZoneId zone) {
        this.out = out;
        this.moment =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** A line for each member, more for one that needs somebody. */
    void print(Health health) {
        row("BLOG", "LAST READ", "NEXT VISIT", "NEWEST POST", "POSTS");
        for (MemberHealth member : health.members()) {
            row(
                    Progress.clean(member.member().name()),
                    lastRead(member),
                    nextVisit(member),
                    member.newest() == null
                            ? "-"
                            : moment.format(member.newest().ordered()),
                    counts(member));
            member.feeds().forEach(feed -> trouble(member, feed));
            warnings(member);
        }
        long needy = health.members().stream()
                .flatMap(member -> member.feeds().stream())
                .filter(feed -> feed.condition().standsOut())
                .count();
        out.printf(
                Locale.ROOT,
                "%nAs of %s. %.1f posts a week; %s somebody.%n",
                health.asOf().map(moment::format).orElse("now: no feed has been asked yet"),
                health.perWeek(),
                needy == 1 ? "1 feed needs" : needy + " feeds need");
    }

    /** All of one member. */
    void print(MemberHealth member) {
        out.println(
                Progress.clean(member.member().name()) + " (" + member.member().id() + ")");
        for (FeedHealth feed : member.feeds()) {
            FeedState.Course course = feed.state().course();
            out.println("  Feed        " + feed.subscription().label() + ", "
                    + feed.condition().words()
                    + (course.failingSince() == null ? "" : " since " + moment.format(course.failingSince())));
            out.println("  Last visit  " + (course.lastAsked() == null ? "" : moment.format(course.lastAsked()) + ": ")
                    + Progress.clean(course.words()));
            out.println(
                    "  Last read   " + (course.lastSuccess() == null ? "never" : moment.format(course.lastSuccess())));
            out.println("  Next visit  " + next(feed));
            if (course.warning() != null) {
                out.println("  ! " + Progress.clean(course.warning()));
            }
            certificate(course);
        }
        warnings(member);
        if (member.newest() != null) {
            out.println("  Newest      " + moment.format(member.newest().ordered()) + "  "
                    + Progress.clean(member.newest().metadata().title()));
        }
        out.println("  Posts       " + counts(member));
        member.absences().forEach(this::absence);
    }

    private void row(String name, String read, String next, String newest, String posts) {
        String shortened = name.codePointCount(0, name.length()) > 36
                ? name.substring(0, name.offsetByCodePoints(0, 35)) + "…"
                : name;
        out.printf(Locale.ROOT, ROW, shortened, read, next, newest, posts);
    }

    private void trouble(MemberHealth member, FeedHealth feed) {
        FeedState.Course course = feed.state().course();
        if (course.isFailing()) {
            String which = member.feeds().size() == 1 ? "" : feed.subscription().label() + ": ";
            out.println("  x " + which + feed.condition().words()
                    + (course.failingSince() == null ? "" : ", since " + moment.format(course.failingSince())) + ": "
                    + Progress.clean(course.words()));
        }
        if (course.warning() != null && !course.isFailing()) {
            out.println("  ! " + Progress.clean(course.warning()));
        }
        certificate(course);
    }

    private void certificate(FeedState.Course course) {
        if (course.certificateEnds() != null) {
            out.println("  ! its server's certificate expires on " + moment.format(course.certificateEnds())
                    + ": unless it is renewed, nobody can read the feed after that");
        }
    }

    private void warnings(MemberHealth member) {
        for (Warning warning : member.warnings()) {
            out.println("  ! the feed " + warning.words());
        }
    }

    private void absence(Absence absence) {
        Post post = absence.post();
        Metadata entry = post.metadata();
        out.println("    " + moment.format(post.ordered()) + "  " + Progress.clean(entry.title())
                + (entry.link() == null ? "" : "  " + entry.link()));
        out.println("        " + why(absence));
    }

    private static String why(Absence absence) {
        Hidden hidden = absence.hidden();
        Verdict verdict = absence.verdict();
        if (hidden != null) {
            return "hidden by line " + hidden.line() + " of the list: " + Progress.clean(hidden.why());
        }
        if (verdict != null) {
            return String.format(
                    Locale.ROOT,
                    "merged with \"%s\" of %s, since %s (likeness %.2f)",
                    Progress.clean(verdict.original().metadata().title()),
                    verdict.original().member(),
                    verdict.reason().words(),
                    verdict.likeness());
        }
        return switch (absence.reason()) {
            case WITHDRAWN -> "withdrawn: it vanished from its feed while older posts were still listed";
            case HELD_BACK -> "held back: it came with a newcomer's history or among many old posts at once";
            case NOT_CARRIED -> "not carried: it has none of the member's planet:categories";
            case HIDDEN, MERGED -> absence.reason().words();
        };
    }

    private static String counts(MemberHealth member) {
        List<String> counts = new ArrayList<>();
        counts.add(member.shown() + " shown");
        for (Reason reason : Reason.values()) {
            int count = member.count(reason);
            if (count > 0) {
                counts.add(count + " " + reason.words());
            }
        }
        return String.join(", ", counts);
    }

    private String nextVisit(MemberHealth member) {
        return member.feeds().stream().map(this::next).sorted().findFirst().orElse("-");
    }

    private String next(FeedHealth feed) {
        return switch (feed.condition()) {
            case RETIRED -> "none: " + feed.condition().words();
            case GONE -> "none: gone, unless by update --force";
            default ->
                feed.subscription().isFile()
                        ? "at the next run"
                        : feed.nextVisit().map(moment::format).orElse("at the next run");
        };
    }

    private String lastRead(MemberHealth member) {
        return member.feeds().stream()
                .flatMap(feed -> Stream.ofNullable(feed.state().course().lastSuccess()))
                .max(Comparator.naturalOrder())
                .map(moment::format)
                .orElse("never");
    }
}
