package community.orrery.site;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The planet's feeds, and those of its groups, members and tags. */
final class Feeds {

    /** @param home the page it belongs to, below the site's root */
    private record Scope(String title, String description, String home, String folder, List<Piece> pieces) {}

    private Feeds() {}

    static void plan(SitePlan plan) {
        Scope whole = new Scope(
                plan.planet().title(),
                plan.planet().description(),
                "",
                "",
                plan.catalogue().shown());
        plan(plan, whole, RssFeed.FILE, RssFeed::print);
    }

    private static void plan(
            SitePlan plan, Scope scope, String file, BiFunction<SitePlan, FeedChannel, byte[]> format) {
        int most = plan.planet().settings().feedPosts();
        List<Piece> pieces =
                scope.pieces().subList(0, Math.min(most, scope.pieces().size()));
        Inputs inputs = plan.inputs(file)
                .with(scope.folder())
                .with(scope.title())
                .with(scope.description())
                .withAll(pieces.stream().map(Piece::digest).toList());
        plan.add(scope.folder() + file, inputs, press -> {
            String home = plan.absolute(scope.home());
            FeedChannel channel = new FeedChannel(
                    scope.title(),
                    scope.description(),
                    home == null ? "../".repeat(RssFeed.depth(scope.folder())) + "index.html" : home,
                    scope.folder(),
                    FeedItem.of(press, pieces));
            return format.apply(plan, channel);
        });
    }

    /** For the head of a page about the whole planet. */
    static List<View.FeedLink> links(SitePlan plan) {
        return links(plan.planet().title(), "");
    }

    static List<View.FeedLink> links(SitePlan plan, Member member) {
        return links(plan);
    }

    static List<View.FeedLink> links(SitePlan plan, Group group) {
        return links(plan);
    }

    private static List<View.FeedLink> links(String title, String folder) {
        List<View.FeedLink> links = new ArrayList<>();
        links.add(new View.FeedLink(folder + RssFeed.FILE, RssFeed.TYPE, title));
        return links;
    }
}
