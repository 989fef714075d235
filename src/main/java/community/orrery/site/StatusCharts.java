package community.orrery.site;

import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import community.orrery.health.Run;
import community.orrery.health.VisitDay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the status page draws, each with the numbers that it draws: answers by day, runs, posts by week. */
final class StatusCharts {

    /** Days of answers that are drawn and told; the last is that of the newest visit to any feed. */
    static final int DAYS = 30;

    /** Newest runs that are drawn and told. */
    private static final int RUNS = 48;

    private static final Duration WEEK = Duration.ofDays(7);

    private final Words words;
    private final StatusViews views;
    private final Health health;
    private final List<LocalDate> days;

    StatusCharts(Words words, StatusViews views, Health health) {
        this.words = words;
        this.views = views;
        this.health = health;
        this.days = feeds(health)
                .flatMap(feed -> feed.visits().stream())
                .map(VisitDay::day)
                .max(Comparator.naturalOrder())
                .map(last -> Stream.iterate(last.minusDays(DAYS - 1), day -> day.plusDays(1))
                        .limit(DAYS)
                        .toList())
                .orElse(List.of());
    }

    /** A drawing and what it says in words. */
    record Drawing(Columns columns, String words) {}

    /** A table's row. */
    record Row(String name, List<String> cells) {}

    /** A feed's answers by day; null when it was not visited in that time. */
    @Nullable
    Drawing answers(FeedHealth feed) {
        Map<LocalDate, VisitDay> visits = byDay(feed);
        List<VisitDay> told =
                days.stream().flatMap(day -> Stream.ofNullable(visits.get(day))).toList();
        if (told.isEmpty()) {
            return null;
        }
        List<Double> heights = new ArrayList<>();
        List<Boolean> failed = new ArrayList<>();
        for (LocalDate day : days) {
            VisitDay visited = visits.get(day);
            heights.add(visited == null ? 0 : Columns.seconds(visited.mean()));
            failed.add(visited != null && visited.failures() > 0);
        }
        int asked = told.stream().mapToInt(VisitDay::visits).sum();
        Duration took = told.stream().map(VisitDay::took).reduce(Duration.ZERO, Duration::plus);
        Duration slowest = told.stream()
                .map(VisitDay::slowest)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Drawing(
                Columns.of(heights, failed),
                words.text(
                        "status.chart.answers",
                        asked,
                        seconds(took.dividedBy(asked)),
                        seconds(slowest),
                        told.stream().mapToInt(VisitDay::failures).sum()));
    }

    /** The days of every feed's answers, as column heads. */
    List<String> days() {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(words.text("status.day"), words.locale());
        return days.stream().map(form::format).toList();
    }

    /** A feed's answers: seconds on average, and how many visits of that day brought no feed. */
    List<Row> answerRows(StatusLeaf leaf) {
        return leaf.parts().stream().flatMap(this::answerRows).toList();
    }

    private Stream<Row> answerRows(StatusLeaf.Part part) {
        MemberHealth member = part.health();
        boolean several = member.feeds().size() > 1;
        return part.feeds().stream().filter(feed -> answers(feed) != null).map(feed -> {
            Map<LocalDate, VisitDay> visits = byDay(feed);
            return new Row(
                    member.member().name()
                            + (several ? " (" + feed.subscription().label() + ")" : ""),
                    days.stream()
                            .map(day -> Optional.ofNullable(visits.get(day))
                                    .map(this::cell)
                                    .orElse(""))
                            .toList());
        });
    }

    /** A member's posts by month, for those that have any. */
    List<Row> months(StatusLeaf leaf) {
        return leaf.parts().stream()
                .filter(part -> part.isFirst() && !part.health().months().isEmpty())
                .map(part -> new Row(
                        part.health().member().name(),
                        Bars.of(health, part.health().months()).cells()))
                .toList();
    }

    /** Of the whole planet. */
    String perWeek() {
        return String.format(words.locale(), "%.1f", health.perWeek());
    }

    private String cell(VisitDay visited) {
        return number(visited.mean()) + (visited.failures() > 0 ? " (" + visited.failures() + ")" : "");
    }

    /** The planet's posts by week; null on a planet without posts. */
    @Nullable
    Drawing weeks() {
        int posts = health.weeks().values().stream().mapToInt(Integer::intValue).sum();
        return posts == 0
                ? null
                : new Drawing(
                        Columns.of(List.copyOf(health.weeks().values())),
                        words.text("status.chart.weeks", words.count("posts", posts)));
    }

    List<Row> weekRows() {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale());
        return health.weeks().entrySet().stream()
                .map(week -> new Row(day.format(week.getKey()), List.of(String.valueOf(week.getValue()))))
                .toList();
    }

    /** How long the newest runs took; null before the first. */
    @Nullable
    Drawing runs() {
        List<Run> runs = newest();
        return runs.isEmpty()
                ? null
                : new Drawing(
                        Columns.of(runs.stream()
                                .map(run -> Math.max(0.001, Columns.seconds(run.took())))
                                .toList()),
                        words.text("status.chart.runs", runs.size()));
    }

    /** What became of the runs of the week that ends with the newest; null before the first. */
    @Nullable
    String week() {
        if (health.runs().isEmpty()) {
            return null;
        }
        Run last = health.runs().get(health.runs().size() - 1);
        List<Duration> took = health.runs().stream()
                .filter(run -> run.begun().isAfter(last.begun().minus(WEEK)))
                .map(Run::took)
                .sorted()
                .toList();
        return words.text(
                "status.own.week", took.size(), seconds(took.get(took.size() / 2)), seconds(took.get(took.size() - 1)));
    }

    /** The newest first: when, seconds, feeds asked, without a feed, posts new, updated, withdrawn, files written. */
    List<Row> runRows() {
        List<Row> rows = new ArrayList<>();
        for (Run run : newest()) {
            rows.add(
                    0,
                    new Row(
                            views.moment(run.begun()).text(),
                            Stream.concat(
                                            Stream.of(number(run.took())),
                                            Stream.of(
                                                            run.asked(),
                                                            run.failed(),
                                                            run.added(),
                                                            run.updated(),
                                                            run.withdrawn(),
                                                            run.written())
                                                    .map(String::valueOf))
                                    .toList()));
        }
        return rows;
    }

    private List<Run> newest() {
        return newest(health.runs());
    }

    /** @param runs the oldest first, as what is returned */
    static List<Run> newest(List<Run> runs) {
        return runs.subList(Math.max(0, runs.size() - RUNS), runs.size());
    }

    private static Map<LocalDate, VisitDay> byDay(FeedHealth feed) {
        return feed.visits().stream().collect(Collectors.toMap(VisitDay::day, Function.identity()));
    }

    private static Stream<FeedHealth> feeds(Health health) {
        return health.members().stream().flatMap(member -> member.feeds().stream());
    }

    private String number(Duration duration) {
        return String.format(words.locale(), "%.1f", Columns.seconds(duration));
    }

    private String seconds(Duration duration) {
        return words.text("status.seconds", number(duration));
    }
}
