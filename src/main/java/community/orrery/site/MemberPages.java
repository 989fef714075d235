package community.orrery.site;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.Subscription;
import community.orrery.site.PlannedFile.Stage;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who writes here: a page for each member, and the list of them all. */
final class MemberPages {

    /** Members on one page of their list, each with about 1.2 kB. */
    private static final int PER_PAGE = 45;

    /** A member's line in the list. @param newest null when there is no post yet */
    record Row(
            View.Blog blog,
            String description,
            List<View.Link> groups,
            int posts,
            View.@Nullable Card newest,
            @Nullable Sparkline activity,
            @Nullable String feed,
            boolean retired) {}

    private MemberPages() {}

    static void plan(SitePlan plan) {
        plan.planet().members().forEach(member -> planMember(plan, member));
        Collator collator = Collator.getInstance(plan.planet().language());
        List<Member> byName = plan.planet().members().stream()
                .sorted(Comparator.comparing(Member::name, collator::compare).thenComparing(Member::id))
                .toList();
        int pages = Math.max(1, (byName.size() + PER_PAGE - 1) / PER_PAGE);
        for (int page = pages; page >= 1; page--) {
            planList(
                    plan, byName.subList((page - 1) * PER_PAGE, Math.min(page * PER_PAGE, byName.size())), page, pages);
        }
    }

    private static void planMember(SitePlan plan, Member member) {
        List<Piece> pieces = plan.catalogue().of(member);
        Sum digest = plan.catalogue().digestOf(member.id());
        String folder = "members/" + member.id() + "/";
        for (Leaf<Piece> leaf :
                ListPages.lastFirst(Leaf.of(pieces, ListPages.perPage(plan), Views.path(member), folder))) {
            Inputs inputs = leaf.into(plan.inputs("member"), Piece::digest)
                    .with(digest)
                    .with(leaf.isFirst() ? pieces.size() : null);
            plan.add(Stage.LIST, leaf.path(), inputs, press -> member(press, member, leaf));
        }
    }

    private static byte[] member(Press press, Member member, Leaf<Piece> leaf) {
        Catalogue catalogue = press.plan().catalogue();
        Map<String, @Nullable Object> model = ListPages.model(press, leaf);
        model.put("blog", press.views().blog(member));
        model.put("description", member.description());
        model.put("retired", member.status() == Member.Status.RETIRED);
        model.put("posts", catalogue.of(member).size());
        model.put(
                "groups",
                catalogue.groupsOf(member).stream().map(press.views()::group).toList());
        model.put("feed", feed(member));
        View.Head head = new View.Head(
                ListPages.title(press, member.name(), leaf),
                press.words()
                        .text(
                                "member.description",
                                member.name(),
                                press.plan().planet().title()),
                press.absolute(leaf.path()),
                member.indexed() ? null : "noindex",
                Feeds.links(press.plan(), member),
                SocialCards.ofPage(press, leaf.path()),
                null);
        return press.page("member.html", leaf.path(), "member", head, model);
    }

    private static void planList(SitePlan plan, List<Member> members, int page, int pages) {
        Catalogue catalogue = plan.catalogue();
        Inputs inputs = plan.inputs("members")
                .with(page)
                .with(pages)
                .with(plan.planet().members().size())
                .with(Sparkline.until(catalogue));
        for (Member member : members) {
            List<Piece> pieces = catalogue.of(member);
            inputs.with(catalogue.digestOf(member.id())).with(pieces.size());
            inputs.with(pieces.isEmpty() ? null : pieces.get(0).digest());
            for (int posts : Sparkline.months(catalogue, pieces)) {
                inputs.with(posts);
            }
        }
        String path = path(page);
        plan.add(Stage.LIST, path, inputs, press -> list(press, members, path, page, pages));
    }

    private static String path(int page) {
        return page == 1 ? "members.html" : "members-" + page + ".html";
    }

    private static byte[] list(Press press, List<Member> members, String path, int page, int pages) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("rows", members.stream().map(member -> row(press, member)).toList());
        model.put("count", press.plan().planet().members().size());
        model.put("before", page == 1 ? null : path(page - 1));
        model.put("after", page == pages ? null : path(page + 1));
        View.Head head = new View.Head(
                ListPages.title(press, press.words().text("nav.members"), page),
                press.words().text("members.description", press.plan().planet().title()),
                press.absolute(path),
                null,
                Feeds.links(press.plan()),
                SocialCards.ofPage(press, path),
                null);
        return press.page("members.html", path, "members", head, model);
    }

    private static Row row(Press press, Member member) {
        Catalogue catalogue = press.plan().catalogue();
        List<Piece> pieces = catalogue.of(member);
        return new Row(
                press.views().blog(member),
                member.description(),
                catalogue.groupsOf(member).stream().map(press.views()::group).toList(),
                pieces.size(),
                pieces.isEmpty() ? null : press.views().card(pieces.get(0)),
                Sparkline.of(catalogue, pieces).orElse(null),
                feed(member),
                member.status() == Member.Status.RETIRED);
    }

    /** The member's own feed, for readers who want to follow it at home; null when it is a file of ours. */
    static @Nullable String feed(Member member) {
        return feeds(member).map(Subscription::label).findFirst().orElse(null);
    }

    /** The same for one post: of a member's several feeds the one that it is read from, while the list names it. */
    static @Nullable String feed(Member member, Post post) {
        return feeds(member)
                .filter(subscription -> subscription.xmlUrl().equals(post.feed().xmlUrl()))
                .map(Subscription::label)
                .findFirst()
                .orElseGet(() -> feed(member));
    }

    private static Stream<Subscription> feeds(Member member) {
        return member.subscriptions().stream().filter(subscription -> !subscription.isFile());
    }
}
