package community.orrery.site;

import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.Subscription;
import community.orrery.health.Absence;
import community.orrery.health.Absence.Reason;
import community.orrery.health.Condition;
import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what the status page's template is given. What servers and feeds said stays text. */
final class StatusViews {

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

    /** A blog that should be looked at. */
    record Alarm(String id, String name, String mark, String condition, List<String> said) {}

    /**
     * @param mark the condition as a class of the style sheet
     * @param tallies posts by what became of them
     * @param absences the newest that are told one by one
     * @param rest those that are not told and that nothing else on the site knows, by the rule
     * @param more how many are not told
     * @param hosts names of its servers, separated by spaces
     */
    record Blog(
            View.Blog blog,
            String mark,
            List<Feed> feeds,
            @Nullable Newest newest,
            List<String> tallies,
            List<String> warnings,
            List<Missing> absences,
            List<Rest> rest,
            int more,
            int total,
            @Nullable Bars chart,
            String hosts) {}

    /** Posts of one fate. @param keys fingerprints of their addresses, separated by spaces */
    record Rest(String keys, String rule) {}

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

    /**
     * A post that is not on the front page.
     *
     * @param keys fingerprints of its addresses, separated by spaces
     * @param title null, as is its path, for one that is not named here
     * @param elsewhere the post whose page it shares
     */
    record Missing(
            String keys,
            View.When published,
            @Nullable String title,
            @Nullable String path,
            String rule,
            @Nullable Newest elsewhere,
            @Nullable String elsewhereBlog,
            @Nullable String judged) {}

    /** Day and time of day, in the planet's zone. */
    View.When moment(Instant instant) {
        return new View.When(words.machine(instant), words.day(instant) + ", " + clock.format(instant));
    }

    Alarm alarm(MemberHealth member) {
        return new Alarm(
                member.member().id(),
                member.member().name(),
                mark(member.condition()),
                text(member.condition()),
                member.feeds().stream()
                        .filter(feed -> feed.condition().standsOut())
                        .map(feed -> feed.state().words())
                        .toList());
    }

    Blog blog(MemberHealth member) {
        Told told = Told.of(member.absences());
        List<Missing> absences = told.each().stream()
                .map(absence -> missing(member.member(), absence))
                .toList();
        List<Rest> rest = told.rest().stream()
                .map(alike -> new Rest(keys(alike), rule(member.member(), alike.get(0))))
                .toList();
        return new Blog(
                press.views().blog(member.member()),
                mark(member.condition()),
                member.feeds().stream().map(this::feed).toList(),
                newest(member.newest()),
                tallies(member),
                member.warnings().stream()
                        .map(warning -> words.text(
                                "status.warning." + StatusJson.name(warning),
                                member.member().id(),
                                String.valueOf(member.member().statedId())))
                        .toList(),
                absences,
                rest,
                member.absences().size() - absences.size(),
                member.absences().size(),
                member.months().isEmpty() ? null : Bars.of(health, member.months()),
                hosts(member));
    }

    private List<String> tallies(MemberHealth member) {
        List<String> tallies = new ArrayList<>();
        tallies.add(words.text("status.count.shown", member.shown()));
        for (Reason reason : Reason.values()) {
            int count = member.count(reason);
            if (count > 0) {
                tallies.add(words.text("status.count." + StatusJson.name(reason), count));
            }
        }
        return tallies;
    }

    private Feed feed(FeedHealth feed) {
        FeedState state = feed.state();
        Subscription subscription = feed.subscription();
        boolean timed = !subscription.isFile() && feed.nextVisit().isPresent();
        return new Feed(
                subscription.label(),
                subscription.isFile() ? null : subscription.label(),
                mark(feed.condition()),
                text(feed.condition()),
                state.failingSince() == null ? null : moment(state.failingSince()),
                state.words(),
                state.warning(),
                state.lastSuccess() == null ? null : moment(state.lastSuccess()),
                timed ? feed.nextVisit().map(this::moment).orElse(null) : null,
                timed ? null : words.text("status.next." + next(feed)),
                response(state.lastResponse()),
                state.certificateEnds() == null
                        ? null
                        : words.text("status.certificate", words.day(state.certificateEnds())),
                charts.answers(feed));
    }

    private static String keys(List<Absence> absences) {
        return absences.stream()
                .flatMap(absence -> absence.fingerprints().stream())
                .distinct()
                .collect(Collectors.joining(" "));
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

    private Missing missing(Member member, Absence absence) {
        Post post = absence.post();
        Verdict verdict = absence.verdict();
        boolean told = absence.isTold();
        return new Missing(
                String.join(" ", absence.fingerprints()),
                press.views().when(post.ordered()),
                told ? post.metadata().title() : null,
                told && verdict == null ? post.path() : null,
                rule(member, absence),
                verdict == null ? null : newest(verdict.original()),
                verdict == null
                        ? null
                        : press.plan().catalogue().member(verdict.original()).name(),
                verdict == null
                        ? null
                        : words.text(
                                "status.judged." + StatusJson.name(verdict.reason()),
                                Math.round(verdict.likeness() * 100)));
    }

    private String rule(Member member, Absence absence) {
        String key = "status.rule." + StatusJson.name(absence.reason());
        return switch (absence.reason()) {
            case HIDDEN ->
                words.text(
                        key,
                        Objects.requireNonNull(absence.hidden()).line(),
                        absence.hidden().why());
            case HELD_BACK -> words.text(key, press.plan().planet().settings().newcomerPosts());
            case NOT_CARRIED -> words.text(key, String.join(", ", new TreeSet<>(member.categories())));
            case WITHDRAWN, MERGED -> words.text(key);
        };
    }

    private static String hosts(MemberHealth member) {
        return Stream.concat(
                        Stream.ofNullable(member.member().home()),
                        member.feeds().stream().map(feed -> feed.subscription().xmlUrl()))
                .map(URI::getHost)
                .filter(Objects::nonNull)
                .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private String text(Condition condition) {
        return words.text("status.condition." + StatusJson.name(condition));
    }

    private static String mark(Condition condition) {
        return condition.standsOut() ? "bad " + StatusJson.name(condition) : StatusJson.name(condition);
    }
}
