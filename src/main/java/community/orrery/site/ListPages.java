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

    /** Blogs of a group above its posts; where there are more, all of them have pages of their own. */
    private static final int MOST_FACES = 16;

    /** Blogs on one of those pages. */
    private static final int FACES_PER_PAGE = 150;

    private ListPages() {}

    static void plan(SitePlan plan) {
        plan.planet().allGroups().forEach(group -> planGroup(plan, group));
        Catalogue catalogue = plan.catalogue();
        Inputs about = Inputs.of("front").with(catalogue.pieces().size());
        plan.planet().members().forEach(member -> about.with(catalogue.digestOf(member.id())));
        Sum community = about.digest();
        for (Leaf<Piece> leaf : lastFirst(Leaf.of(catalogue.shown(), perPage(plan), "index.html", "page/"))) {
            Inputs inputs = leaf.into(plan.inputs("index"), Piece::digest).with(leaf.isFirst() ? community : null);
            plan.add(Stage.LIST, leaf.path(), inputs, press -> front(press, leaf));
        }
    }

    static int perPage(SitePlan plan) {
        return plan.planet().settings().postsPerPage();
    }

    /** So that the first page of a list, which links to the others, appears after them. */
    static <T> List<Leaf<T>> lastFirst(List<Leaf<T>> leaves) {
        List<Leaf<T>> reversed = new ArrayList<>(leaves);
        Collections.reverse(reversed);
        return reversed;
    }

    static Map<String, @Nullable Object> model(Press press, Leaf<Piece> leaf) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("cards", press.views().cards(leaf.items()));
        model.put("leaf", leaf);
        return model;
    }

    static String title(Press press, String title, Leaf<?> leaf) {
        return leaf.isFirst() ? title : press.words().text("page.title", title, leaf.number());
    }

    /** @param page of a list that is counted from its beginning, the first being 1 */
    static String title(Press press, String title, int page) {
        return page == 1 ? title : press.words().text("page.title", title, page);
    }

    private static byte[] front(Press press, Leaf<Piece> leaf) {
        SitePlan plan = press.plan();
        Map<String, @Nullable Object> model = model(press, leaf);
        model.put("orrery", leaf.isFirst() ? Orrery.of(plan) : null);
        model.put("posts", plan.catalogue().pieces().size());
        model.put("members", plan.planet().members().size());
        String address = leaf.isFirst() ? "" : leaf.path();
        View.Head head = new View.Head(
                title(press, plan.planet().title(), leaf),
                plan.planet().description(),
                press.absolute(address),
                null,
                Feeds.links(plan),
                SocialCards.ofPage(press, address),
                null);
        return press.page("index.html", leaf.path(), "index", head, model);
    }

    private static void planGroup(SitePlan plan, Group group) {
        List<Piece> pieces = plan.catalogue().of(group);
        List<Member> members = plan.planet().members().stream()
                .filter(member -> plan.catalogue().groupsOf(member).contains(group))
                .toList();
        if (members.size() > MOST_FACES) {
            planFaces(plan, group, members);
        }
        List<Member> faces = members.size() > MOST_FACES ? members.subList(0, MOST_FACES) : members;
        Inputs about = Inputs.of("group").with(group.id()).with(group.name()).with(pieces.size());
        group.groups().forEach(inner -> about.with(inner.id()).with(inner.name()));
        faces.forEach(member -> about.with(plan.catalogue().digestOf(member.id())));
        Sum community = about.with(members.size()).digest();
        String first = Views.path(group);
        for (Leaf<Piece> leaf : lastFirst(Leaf.of(pieces, perPage(plan), first, "groups/" + group.id() + "/"))) {
            Inputs inputs = leaf.into(plan.inputs("group"), Piece::digest)
                    .with(group.name())
                    .with(leaf.isFirst() ? community : null);
            plan.add(
                    Stage.LIST,
                    leaf.path(),
                    inputs,
                    press -> group(press, group, faces, members.size(), pieces.size(), leaf));
        }
    }

    private static void planFaces(SitePlan plan, Group group, List<Member> members) {
        int pages = (members.size() + FACES_PER_PAGE - 1) / FACES_PER_PAGE;
        for (int page = pages; page >= 1; page--) {
            int number = page;
            List<Member> faces =
                    members.subList((page - 1) * FACES_PER_PAGE, Math.min(page * FACES_PER_PAGE, members.size()));
            Inputs inputs = plan.inputs("faces")
                    .with(group.id())
                    .with(group.name())
                    .with(members.size())
                    .with(page);
            faces.forEach(member -> inputs.with(plan.catalogue().digestOf(member.id())));
            plan.add(
                    Stage.LIST,
                    facesPath(group, page),
                    inputs,
                    press -> faces(press, group, faces, members.size(), number, pages));
        }
    }

    private static String facesPath(Group group, int page) {
        return "groups/" + group.id() + "/members" + (page == 1 ? "" : "-" + page) + ".html";
    }

    private static byte[] faces(Press press, Group group, List<Member> faces, int members, int page, int pages) {
        String path = facesPath(group, page);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("group", group.name());
        model.put("groupPath", Views.path(group));
        model.put("blogs", faces.stream().map(press.views()::blog).toList());
        model.put("members", members);
        model.put("before", page == 1 ? null : facesPath(group, page - 1));
        model.put("after", page == pages ? null : facesPath(group, page + 1));
        View.Head head = new View.Head(
                title(press, press.words().text("group.members", group.name()), page),
                press.words()
                        .text(
                                "group.description",
                                group.name(),
                                press.plan().planet().title()),
                press.absolute(path),
                null,
                Feeds.links(press.plan(), group),
                SocialCards.ofPage(press, path),
                null);
        return press.page("group-members.html", path, "group", head, model);
    }

    private static byte[] group(
            Press press, Group group, List<Member> faces, int members, int posts, Leaf<Piece> leaf) {
        Map<String, @Nullable Object> model = model(press, leaf);
        model.put("group", group.name());
        model.put("groupPath", Views.path(group));
        model.put("inner", group.groups().stream().map(press.views()::group).toList());
        model.put("blogs", faces.stream().map(press.views()::blog).toList());
        model.put("members", members);
        model.put("allMembers", members > faces.size() ? facesPath(group, 1) : null);
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
