package community.orrery.site;

import community.orrery.feed.FeedState;
import community.orrery.feed.Post;
import community.orrery.health.Absence.Reason;
import community.orrery.health.Condition;
import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import community.orrery.site.PlannedFile.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How each feed is doing: {@code status.html} and {@code status.json}, and where there are many members {@code status-2.html} and
 * so on. Every time shown is one that was stored. A run without news may rewrite the first two, since they tell of the newest
 * visit; the further pages say as of when they are true, and follow when the condition or the posts of one of their members change,
 * and four times a day.
 */
final class StatusPage {

    /** Blogs that need somebody, told at the top; the others are among all blogs. */
    private static final int MOST_ALARMS = 15;

    private StatusPage() {}

    static void plan(SitePlan plan, Health health) {
        Fingerprints fingerprints = new Fingerprints();
        List<StatusLeaf> leaves = StatusLeaf.of(health);
        Map<String, String> places = places(leaves);
        for (MemberHealth member : health.members()) {
            if (!member.absences().isEmpty()) {
                AbsencePages.plan(
                        plan, member, places.getOrDefault(member.member().id(), ""));
            }
        }
        int digits = StatusIndex.plan(plan, health, places, fingerprints);
        byte[] json = Json.file(StatusJson.of(health, fingerprints));
        Long period = health.asOf().map(SitePlan::statusPeriod).orElse(null);
        for (int i = leaves.size() - 1; i >= 0; i--) {
            StatusLeaf leaf = leaves.get(i);
            Inputs inputs = plan.inputs("status")
                    .with(leaf.number())
                    .with(leaves.size())
                    .with(digits);
            if (leaf.isFirst()) {
                inputs.with(json);
                plan.planet()
                        .members()
                        .forEach(member -> inputs.with(plan.catalogue().digestOf(member.id())));
            } else {
                told(plan, inputs.with(period).with(health.until()), leaf);
            }
            plan.add(
                    Stage.LIST, leaf.path(), inputs, press -> page(press, health, leaf, leaves.size(), places, digits));
        }
        plan.add(Stage.LIST, "status.json", Inputs.of("status.json").with(json), press -> json);
    }

    /** Where each member is told of, by its id. */
    private static Map<String, String> places(List<StatusLeaf> leaves) {
        Map<String, String> places = new HashMap<>();
        for (StatusLeaf leaf : leaves) {
            for (StatusLeaf.Part part : leaf.parts()) {
                String id = part.health().member().id();
                places.putIfAbsent(id, leaf.path() + "#blog-" + id);
            }
        }
        return places;
    }

    /** All that a further page tells of its members but the times of visits. */
    private static void told(SitePlan plan, Inputs inputs, StatusLeaf leaf) {
        for (StatusLeaf.Part part : leaf.parts()) {
            MemberHealth member = part.health();
            inputs.with(plan.catalogue().digestOf(member.member().id()))
                    .with(StatusJson.counts(member))
                    .with(member.months())
                    .withAll(member.warnings())
                    .with(newest(member.newest()));
            part.feeds().forEach(feed -> inputs.with(lasting(feed)));
        }
    }

    private static @Nullable Sum newest(@Nullable Post post) {
        return post == null
                ? null
                : Inputs.of("newest")
                        .with(post.path())
                        .with(post.metadata().title())
                        .with(post.ordered())
                        .digest();
    }

    /** The words of a failure, not those of each good answer. */
    private static Sum lasting(FeedHealth feed) {
        FeedState.Course course = feed.state().course();
        return Inputs.of("feed")
                .with(feed.condition())
                .with(feed.condition() == Condition.WELL ? null : course.words())
                .with(course.warning())
                .with(course.failingSince())
                .with(course.certificateEnds())
                .digest();
    }

    /** The search page's shards know every post that has a page of its own: those shown and those held back. */
    private static int shards(Health health) {
        int posts = health.members().stream()
                .mapToInt(each -> each.shown() + each.count(Reason.HELD_BACK))
                .sum();
        return (posts + SearchIndex.PER_SHARD - 1) / SearchIndex.PER_SHARD;
    }

    private static byte[] page(
            Press press, Health health, StatusLeaf leaf, int pages, Map<String, String> places, int digits) {
        StatusViews views = new StatusViews(press, health);
        Words words = press.words();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("leaf", leaf);
        model.put("asOf", health.asOf().map(views::moment).orElse(null));
        model.put("zone", press.plan().planet().settings().timezone().getId());
        model.put("blogs", leaf.parts().stream().map(views::blog).toList());
        model.put("months", health.months().stream().map(words::month).toList());
        model.put("charts", views.charts().months(leaf));
        model.put("days", views.charts().days());
        model.put("answers", views.charts().answerRows(leaf));
        model.put("before", leaf.isFirst() ? null : StatusLeaf.path(leaf.number() - 1));
        model.put("after", leaf.number() == pages ? null : StatusLeaf.path(leaf.number() + 1));
        if (leaf.isFirst()) {
            own(model, views, health, places);
            model.put("shards", shards(health));
            model.put("digits", digits);
        }
        String title = words.text("status.title");
        View.Head head = new View.Head(
                leaf.isFirst() ? title : words.text("page.title", title, leaf.number()),
                words.text("status.description", press.plan().planet().title()),
                null,
                "noindex",
                Feeds.links(press.plan()),
                null,
                null);
        return press.page("status.html", leaf.path(), "status", head, model);
    }

    /** What the first page tells of the whole planet. */
    private static void own(
            Map<String, @Nullable Object> model, StatusViews views, Health health, Map<String, String> places) {
        StatusCharts drawn = views.charts();
        List<MemberHealth> standingOut = health.standingOut();
        model.put("listTrouble", health.listTrouble());
        model.put(
                "feeds",
                health.members().stream().mapToInt(each -> each.feeds().size()).sum());
        model.put("members", health.members().size());
        model.put("perWeek", drawn.perWeek());
        model.put(
                "standingOut",
                standingOut.stream()
                        .limit(MOST_ALARMS)
                        .map(member -> views.alarm(
                                member, places.getOrDefault(member.member().id(), "")))
                        .toList());
        model.put("moreStandOut", Math.max(0, standingOut.size() - MOST_ALARMS));
        model.put("all", Bars.of(health, health.postsByMonth()));
        model.put("weeks", drawn.weeks());
        model.put("weekRows", drawn.weekRows());
        model.put("runs", drawn.runs());
        model.put("runRows", drawn.runRows());
        model.put("ownWeek", drawn.week());
    }
}
