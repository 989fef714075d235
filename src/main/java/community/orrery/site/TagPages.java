package community.orrery.site;

import community.orrery.site.PlannedFile.Stage;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags that two posts and more bear: a page and feeds for each, and the list of them all. */
final class TagPages {

    /** Tags on one page of their list. */
    private static final int PER_PAGE = 400;

    /** A tag in the list. @param weight 1 to 4: how often it is used beside the others */
    record Row(String path, String name, int weight) {}

    private TagPages() {}

    static void plan(SitePlan plan) {
        Map<String, List<Piece>> tags = plan.catalogue().tags();
        tags.forEach((slug, pieces) -> planTag(plan, slug, plan.catalogue().tagName(slug), pieces));
        Collator collator = Collator.getInstance(plan.planet().language());
        List<String> slugs = tags.keySet().stream()
                .sorted(Comparator.comparing((String slug) -> plan.catalogue().tagName(slug), collator::compare)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int pages = Math.max(1, (slugs.size() + PER_PAGE - 1) / PER_PAGE);
        for (int page = pages; page >= 1; page--) {
            planList(plan, slugs.subList((page - 1) * PER_PAGE, Math.min(page * PER_PAGE, slugs.size())), page, pages);
        }
    }

    private static void planTag(SitePlan plan, String slug, String name, List<Piece> pieces) {
        String first = "tags/" + slug + ".html";
        for (Leaf<Piece> leaf :
                ListPages.lastFirst(Leaf.of(pieces, ListPages.perPage(plan), first, "tags/" + slug + "/"))) {
            Inputs inputs =
                    leaf.into(plan.inputs("tag"), Piece::digest).with(name).with(leaf.isFirst() ? pieces.size() : null);
            plan.add(Stage.LIST, leaf.path(), inputs, press -> tag(press, slug, name, pieces.size(), leaf));
        }
        Feeds.planTag(plan, slug, name, pieces);
    }

    private static byte[] tag(Press press, String slug, String name, int posts, Leaf<Piece> leaf) {
        Map<String, @Nullable Object> model = ListPages.model(press, leaf);
        model.put("tag", name);
        model.put("tagPath", "tags/" + slug + ".html");
        model.put("posts", posts);
        View.Head head = new View.Head(
                ListPages.title(press, name, leaf),
                press.words()
                        .text("tag.description", name, press.plan().planet().title()),
                press.absolute(leaf.path()),
                null,
                Feeds.tagLinks(press.plan(), slug, name),
                SocialCards.ofPage(press, leaf.path()),
                null);
        return press.page("tag.html", leaf.path(), "tags", head, model);
    }

    private static void planList(SitePlan plan, List<String> slugs, int page, int pages) {
        Inputs inputs = plan.inputs("tags").with(page).with(pages);
        slugs.forEach(slug ->
                inputs.with(slug).with(plan.catalogue().tagName(slug)).with(weight(plan.catalogue(), slug, slugs)));
        plan.add(Stage.LIST, path(page), inputs, press -> list(press, slugs, page, pages));
    }

    /**
     * How large a tag is written, 1 to 4, beside the others: by powers of two, since an exact number would change this page with
     * every post.
     */
    private static int weight(Catalogue catalogue, String slug, List<String> slugs) {
        int most = slugs.stream().mapToInt(catalogue::tagged).max().orElse(1);
        int halvings = magnitude(most) - magnitude(catalogue.tagged(slug));
        return Math.max(1, 4 - halvings);
    }

    private static int magnitude(int number) {
        return 32 - Integer.numberOfLeadingZeros(number);
    }

    private static String path(int page) {
        return page == 1 ? "tags.html" : "tags-" + page + ".html";
    }

    private static byte[] list(Press press, List<String> slugs, int page, int pages) {
        Catalogue catalogue = press.plan().catalogue();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put(
                "rows",
                slugs.stream()
                        .map(slug -> new Row(
                                "tags/" + slug + ".html", catalogue.tagName(slug), weight(catalogue, slug, slugs)))
                        .toList());
        model.put("before", page == 1 ? null : path(page - 1));
        model.put("after", page == pages ? null : path(page + 1));
        View.Head head = new View.Head(
                ListPages.title(press, press.words().text("nav.tags"), page),
                press.words().text("tags.description", press.plan().planet().title()),
                press.absolute(path(page)),
                null,
                Feeds.links(press.plan()),
                SocialCards.ofPage(press, path(page)),
                null);
        return press.page("tags.html", path(page), "tags", head, model);
    }
}
