package community.orrery.site;

import community.orrery.feed.FeedState;
import community.orrery.feed.Post;
import community.orrery.feed.Subscription;
import community.orrery.health.Condition;
import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what the status page's template is given of its members. What servers and feeds said stays text. */
final class StatusViews {

    /** Feeds of one member whose trouble stands at the top. */
    private static final int MOST_SAID = 3;

    private final Press press;
    private final Words words;
    private final Health health;
    private final DateTimeFormatter clock;
    private final StatusCharts charts;

    StatusViews(Press press, Health health) {
        this.press = press;
        this.words = press.words();
        this.health = health;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                .withZone(press.plan().planet().settings().timezone());
        this.charts = new StatusCharts(words, this, health);
    }

    StatusCharts charts() {
        return charts;
    }

    /** A blog that should be looked at. @param path where its feeds are told of */
    record Alarm(String path, String name, String mark, String condition, List<String> said) {}

    /**
     * A member, or more feeds of one whose feeds fill several pages.
     *
     * @param first whether this tells of the member itself; what follows the feeds is empty when it does not
     * @param tallies posts by what became of them
     * @param absent how many posts are not on the front page
     * @param why the page that tells the rule of each
     */
    record Blog(
            View.Blog blog,
            boolean first,
            List<Feed> feeds,
            @Nullable Newest newest,
            List<String> tallies,
            List<String> warnings,
            int absent,
            String why,
            @Nullable Bars chart) {}

    /**
     * @param url null when it is a file of ours
     * @param next in words, where there is no moment to name
     * @param certificate what to do about its server's; null when nothing
     * @param answers null when there were none lately
     */
    record Feed(
            String label,
            @Nullable String url,
            String mark,
            String condition,
            View.@Nullable When since,
            String said,
            @Nullable String warning,
            View.@Nullable When lastSuccess,
            View.@Nullable When nextAt,
            @Nullable String next,
            @Nullable String response,
            @Nullable String certificate,
            StatusCharts.@Nullable Drawing answers) {}

    record Newest(View.When published, String title, String path) {}

    /** Day and time of day, in the planet's zone. */
    View.When moment(Instant instant) {
        return new View.When(words.machine(instant), words.day(instant) + ", " + clock.format(instant));
    }

    Alarm alarm(MemberHealth member, String path) {
        return new Alarm(
                path,
                member.member().name(),
                mark(member.condition()),
                text(member.condition()),
                member.feeds().stream()
                        .filter(feed -> feed.condition().standsOut())
                        .map(feed -> feed.state().course().words())
                        .limit(MOST_SAID)
                        .toList());
    }

    Blog blog(StatusLeaf.Part part) {
        MemberHealth member = part.health();
        boolean first = part.isFirst();
        return new Blog(
                press.views().blog(member.member()),
                first,
                part.feeds().stream().map(this::feed).toList(),
                first ? newest(member.newest()) : null,
                first ? tallies(member) : List.of(),
                first ? warnings(member) : List.of(),
                first ? member.absences().size() : 0,
                AbsencePages.path(member.member()),
                first && !member.months().isEmpty() ? Bars.of(health, member.months()) : null);
    }

    private List<String> tallies(MemberHealth member) {
        return Stream.concat(
                        Stream.of(words.text("status.count.shown", member.shown())),
                        AbsencePages.tallies(words, member).stream())
                .toList();
    }

    private List<String> warnings(MemberHealth member) {
        return member.warnings().stream()
                .map(warning -> words.text(
                        "status.warning." + StatusJson.name(warning),
                        member.member().id(),
                        String.valueOf(member.member().statedId())))
                .toList();
    }

    private Feed feed(FeedHealth feed) {
        FeedState.Course course = feed.state().course();
        Subscription subscription = feed.subscription();
        boolean timed = !subscription.isFile() && feed.nextVisit().isPresent();
        return new Feed(
                subscription.label(),
                subscription.isFile() ? null : subscription.label(),
                mark(feed.condition()),
                text(feed.condition()),
                course.failingSince() == null ? null : moment(course.failingSince()),
                course.words(),
                course.warning(),
                course.lastSuccess() == null ? null : moment(course.lastSuccess()),
                timed ? feed.nextVisit().map(this::moment).orElse(null) : null,
                timed ? null : words.text("status.next." + next(feed)),
                response(course.lastResponse()),
                course.certificateEnds() == null
                        ? null
                        : words.text("status.certificate", words.day(course.certificateEnds())),
                charts.answers(feed));
    }

    private static String next(FeedHealth feed) {
        return switch (feed.condition()) {
            case RETIRED -> "retired";
            case GONE -> "gone";
            default -> "run";
        };
    }

    private @Nullable String response(@Nullable Duration response) {
        return response == null
                ? null
                : words.text("status.seconds", String.format(words.locale(), "%.1f", response.toMillis() / 1000.0));
    }

    private @Nullable Newest newest(@Nullable Post post) {
        return post == null
                ? null
                : new Newest(press.views().when(post.ordered()), post.metadata().title(), post.path());
    }

    /** Names of its servers, in lower case and without www. */
    static List<String> hosts(MemberHealth member) {
        return Stream.concat(
                        Stream.ofNullable(member.member().home()),
                        member.feeds().stream().map(feed -> feed.subscription().xmlUrl()))
                .map(URI::getHost)
                .filter(Objects::nonNull)
                .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""))
                .distinct()
                .toList();
    }

    private String text(Condition condition) {
        return words.text("status.condition." + StatusJson.name(condition));
    }

    private static String mark(Condition condition) {
        return condition.standsOut() ? "bad " + StatusJson.name(condition) : StatusJson.name(condition);
    }
}
