package community.orrery.site;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.site.PlannedFile.Stage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The planet's feeds, and those of its groups, members and tags. History that is held back is in none of them. */
final class Feeds {

    /**
     * What a feed is about.
     *
     * @param home the page it belongs to, below the site's root
     * @param folder where its files stand: empty or ending in a slash
     */
    private record Scope(String title, String description, String home, String folder, List<Piece> pieces) {}

    /** A way to write a feed down. */
    @FunctionalInterface
    private interface Format {
        byte[] print(SitePlan plan, FeedChannel channel);
    }

    private Feeds() {}

    static void plan(SitePlan plan) {
        plan.planet().allGroups().forEach(group -> plan(plan, group));
        Scope whole = new Scope(
                plan.planet().title(),
                plan.planet().description(),
                "",
                "",
                plan.catalogue().shown());
        planBoth(plan, whole);
        plan(plan, whole, JsonFeed.FILE, JsonFeed::print);
        OpmlFile.plan(plan);
    }

    static void plan(SitePlan plan, Member member) {
        planBoth(
                plan,
                new Scope(
                        title(plan, member.name()),
                        plan.words()
                                .text(
                                        "member.description",
                                        member.name(),
                                        plan.planet().title()),
                        Views.path(member),
                        folder(member),
                        plan.catalogue().of(member)));
    }

    private static void plan(SitePlan plan, Group group) {
        planBoth(
                plan,
                new Scope(
                        title(plan, group.name()),
                        plan.words()
                                .text(
                                        "group.description",
                                        group.name(),
                                        plan.planet().title()),
                        Views.path(group),
                        folder(group),
                        plan.catalogue().of(group)));
    }

    static void planTag(SitePlan plan, String slug, String name, List<Piece> pieces) {
        planBoth(
                plan,
                new Scope(
                        title(plan, name),
                        plan.words().text("tag.description", name, plan.planet().title()),
                        "tags/" + slug + ".html",
                        tagFolder(slug),
                        pieces));
    }

    private static void planBoth(SitePlan plan, Scope scope) {
        plan(plan, scope, AtomFeed.FILE, AtomFeed::print);
        plan(plan, scope, RssFeed.FILE, RssFeed::print);
    }

    private static void plan(SitePlan plan, Scope scope, String file, Format format) {
        List<Piece> pieces = scope.pieces().stream()
                .filter(Piece::isShown)
                .limit(plan.planet().settings().feedPosts())
                .toList();
        Inputs inputs = plan.inputs(file)
                .with(scope.folder())
                .with(scope.title())
                .with(scope.description())
                .withAll(pieces, Piece::digest);
        plan.add(Stage.FEED, scope.folder() + file, inputs, press -> {
            FeedChannel channel = new FeedChannel(
                    scope.title(), scope.description(), home(plan, scope), scope.folder(), FeedItem.of(press, pieces));
            return format.print(plan, channel);
        });
    }

    /** Whether a file of the site is a feed that names the planet's hub. */
    static boolean isFeed(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !path.startsWith("assets/")
                && Set.of(RssFeed.FILE, AtomFeed.FILE, JsonFeed.FILE).contains(name);
    }

    /** Relative to the feed while the planet has no address. */
    private static String home(SitePlan plan, Scope scope) {
        String home = plan.absolute(scope.home());
        return home != null
                ? home
                : "../".repeat(RssFeed.depth(scope.folder())) + (scope.home().isEmpty() ? "index.html" : scope.home());
    }

    private static String title(SitePlan plan, String part) {
        return part + " · " + plan.planet().title();
    }

    private static String folder(Member member) {
        return "members/" + member.id() + "/";
    }

    private static String folder(Group group) {
        return "groups/" + group.id() + "/";
    }

    private static String tagFolder(String slug) {
        return "tags/" + slug + "/";
    }

    /** For the head of a page about the whole planet. */
    static List<View.FeedLink> links(SitePlan plan) {
        return Stream.concat(
                        links(plan.planet().title(), ""),
                        Stream.of(new View.FeedLink(
                                JsonFeed.FILE, JsonFeed.TYPE, plan.planet().title() + " (JSON Feed)")))
                .toList();
    }

    static List<View.FeedLink> links(SitePlan plan, Member member) {
        return linksAnd(plan, member.name(), folder(member));
    }

    static List<View.FeedLink> links(SitePlan plan, Group group) {
        return linksAnd(plan, group.name(), folder(group));
    }

    static List<View.FeedLink> tagLinks(SitePlan plan, String slug, String name) {
        return linksAnd(plan, name, tagFolder(slug));
    }

    /** The part's own feeds first, then the planet's. */
    private static List<View.FeedLink> linksAnd(SitePlan plan, String part, String folder) {
        return Stream.concat(
                        links(title(plan, part), folder), links(plan.planet().title(), ""))
                .toList();
    }

    private static Stream<View.FeedLink> links(String title, String folder) {
        return Stream.of(
                new View.FeedLink(folder + RssFeed.FILE, RssFeed.TYPE, title + " (RSS)"),
                new View.FeedLink(folder + AtomFeed.FILE, AtomFeed.TYPE, title + " (Atom)"));
    }
}
