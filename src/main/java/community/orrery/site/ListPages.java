package community.orrery.site;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.site.PlannedFile.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of posts: a group's pages, and the planet's own, whose first is the front page. */
final class ListPages {

    private ListPages() {}

    static void plan(SitePlan plan) {
        plan.planet().allGroups().forEach(group -> planGroup(plan, group));
        Catalogue catalogue = plan.catalogue();
        Inputs about = Inputs.of("front").with(catalogue.pieces().size());
        plan.planet().members().forEach(member -> about.with(catalogue.digestOf(member.id())));
        String community = about.digest();
        for (Leaf leaf : lastFirst(Leaf.of(catalogue.shown(), perPage(plan), "index.html", "page/"))) {
            Inputs inputs = leaf.into(plan.inputs("index")).with(leaf.isFirst() ? community : null);
            plan.add(Stage.LIST, leaf.path(), inputs, press -> front(press, leaf));
        }
    }

    static int perPage(SitePlan plan) {
        return plan.planet().settings().postsPerPage();
    }

    /** So that the first page of a list, which links to the others, appears after them. */
    static List<Leaf> lastFirst(List<Leaf> leaves) {
        List<Leaf> reversed = new ArrayList<>(leaves);
        Collections.reverse(reversed);
        return reversed;
    }

    static Map<String, @Nullable Object> model(Press press, Leaf leaf) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("cards", press.views().cards(leaf.pieces()));
        model.put("leaf", leaf);
        return model;
    }

    static String title(Press press, String title, Leaf leaf) {
        return leaf.isFirst() ? title : press.words().text("page.title", title, leaf.number());
    }

    private static byte[] front(Press press, Leaf leaf) {
        SitePlan plan = press.plan();
        Map<String, @Nullable Object> model = model(press, leaf);
        model.put("orrery", leaf.isFirst() ? Orrery.of(plan) : null);
        model.put("posts", plan.catalogue().pieces().size());
        model.put("members", plan.planet().members().size());
        View.Head head = new View.Head(
                title(press, plan.planet().title(), leaf),
                plan.planet().description(),
                press.absolute(leaf.isFirst() ? "" : leaf.path()),
                null,
                Feeds.links(plan),
                SocialCards.ofPage(press, leaf.path()),
                null);
        return press.page("index.html", leaf.path(), "index", head, model);
    }

    private static void planGroup(SitePlan plan, Group group) {
        List<Piece> pieces = plan.catalogue().of(group);
        List<Member> members = plan.planet().members().stream()
                .filter(member -> group.holds(member.id()))
                .toList();
        Inputs about = Inputs.of("group").with(group.id()).with(group.name()).with(pieces.size());
        group.groups().forEach(inner -> about.with(inner.id()).with(inner.name()));
        members.forEach(member -> about.with(plan.catalogue().digestOf(member.id())));
        String community = about.digest();
        String first = Views.path(group);
        for (Leaf leaf : lastFirst(Leaf.of(pieces, perPage(plan), first, "groups/" + group.id() + "/"))) {
            Inputs inputs = leaf.into(plan.inputs("group")).with(group.name()).with(leaf.isFirst() ? community : null);
            plan.add(Stage.LIST, leaf.path(), inputs, press -> group(press, group, members, pieces.size(), leaf));
        }
    }

    private static byte[] group(Press press, Group group, List<Member> members, int posts, Leaf leaf) {
        Map<String, @Nullable Object> model = model(press, leaf);
        model.put("group", group.name());
        model.put("groupPath", Views.path(group));
        model.put("inner", group.groups().stream().map(press.views()::group).toList());
        model.put("blogs", members.stream().map(press.views()::blog).toList());
        model.put("posts", posts);
        View.Head head = new View.Head(
                title(press, group.name(), leaf),
                press.words()
                        .text(
                                "group.description",
                                group.name(),
                                press.plan().planet().title()),
                press.absolute(leaf.path()),
                null,
                Feeds.links(press.plan(), group),
                SocialCards.ofPage(press, leaf.path()),
                null);
        return press.page("group.html", leaf.path(), "group", head, model);
    }
}
