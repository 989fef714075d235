package community.orrery.site;

import community.orrery.health.Absence.Reason;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import community.orrery.site.PlannedFile.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How each feed is doing and what became of each post: {@code status.html} and {@code status.json}. The only files that a run
 * without news may rewrite, and only when it asked a feed: every time shown is one that was stored.
 */
final class StatusPage {

    /** Of each member's posts that are not on the front page, as many newest are listed one by one. */
    static final int MOST_LISTED = 200;

    static final String PATH = "status.html";

    private StatusPage() {}

    static void plan(SitePlan plan, Health health) {
        byte[] json = Json.file(StatusJson.of(health));
        Inputs inputs = plan.inputs("status").with(json);
        plan.planet().members().forEach(member -> inputs.with(plan.catalogue().digestOf(member.id())));
        inputs.with(plan.planet().settings().newcomerPosts());
        plan.add(Stage.LIST, PATH, inputs, press -> page(press, health));
        plan.add(Stage.LIST, "status.json", Inputs.of("status.json").with(json), press -> json);
    }

    /** The search page's shards know every post that has a page of its own: those shown and those held back. */
    private static int shards(Health health) {
        int posts = health.members().stream()
                .mapToInt(each -> each.shown() + each.count(Reason.HELD_BACK))
                .sum();
        return (posts + SearchIndex.PER_SHARD - 1) / SearchIndex.PER_SHARD;
    }

    private static byte[] page(Press press, Health health) {
        StatusViews views = new StatusViews(press, health);
        Words words = press.words();
        StatusCharts drawn = views.charts();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("asOf", health.asOf().map(views::moment).orElse(null));
        model.put("zone", press.plan().planet().settings().timezone().getId());
        model.put("listTrouble", health.listTrouble());
        model.put(
                "feeds",
                health.members().stream().mapToInt(each -> each.feeds().size()).sum());
        model.put("members", health.members().size());
        model.put("perWeek", String.format(words.locale(), "%.1f", health.perWeek()));
        model.put("standingOut", health.standingOut().stream().map(views::alarm).toList());
        model.put("blogs", health.members().stream().map(views::blog).toList());
        model.put("all", Bars.of(health, health.postsByMonth()));
        model.put("months", health.months().stream().map(words::month).toList());
        model.put("charts", charts(health));
        model.put("days", drawn.days());
        model.put("answers", drawn.answerRows());
        model.put("weeks", drawn.weeks());
        model.put("weekRows", drawn.weekRows());
        model.put("runs", drawn.runs());
        model.put("runRows", drawn.runRows());
        model.put("ownWeek", drawn.week());
        model.put("shards", shards(health));
        View.Head head = new View.Head(
                words.text("status.title"),
                words.text("status.description", press.plan().planet().title()),
                null,
                "noindex",
                Feeds.links(press.plan()),
                null,
                null);
        return press.page("status.html", PATH, "status", head, model);
    }

    private static List<Chart> charts(Health health) {
        return health.members().stream()
                .filter(each -> !each.months().isEmpty())
                .map(each -> chart(health, each))
                .toList();
    }

    private static Chart chart(Health health, MemberHealth member) {
        return new Chart(
                member.member().name(), Bars.of(health, member.months()).cells());
    }

    /** A chart's row of the table. */
    record Chart(String name, List<String> cells) {}
}
