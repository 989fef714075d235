package community.orrery.site;

import community.orrery.feed.Member;
import community.orrery.site.PlannedFile.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For search engines: robots.txt, and a sitemap where the planet has an address. Members who do not wish to be indexed are not
 * in it, nor is a post's page that names its original as the one that counts: to ask for it all the same would gainsay that.
 * Posts are split from the oldest, far below the protocol's 50,000 a file, so that a new post rewrites a small one.
 */
final class Sitemap {

    static final int PER_FILE = 5_000;

    /** Lists of members and tags, each of which may go on in further pages. */
    private static final Pattern LIST = Pattern.compile("(?:members|tags|groups/[^/]+/members)(?:-\\d+)?\\.html");

    /** @param changed null where it would change with every post */
    private record Place(String path, @Nullable Instant changed) {}

    private Sitemap() {}

    /** After all pages, some of which it takes from the plan. */
    static void plan(SitePlan plan) {
        String address = plan.absolute("sitemap.xml");
        plan.add(Stage.FEED, "robots.txt", plan.inputs("robots"), press -> ("User-agent: *\nAllow: /\n"
                        + (address == null ? "" : "Sitemap: " + address + "\n"))
                .getBytes(StandardCharsets.UTF_8));
        if (address == null) {
            return;
        }
        List<String> files = new ArrayList<>();
        planParts(plan, "sitemap-pages-", pages(plan), files);
        planParts(plan, "sitemap-posts-", posts(plan), files);
        plan.add(Stage.FEED, "sitemap.xml", plan.inputs("sitemap").withAll(files), press -> index(plan, files));
    }

    private static List<Place> pages(SitePlan plan) {
        Stream<String> fixed = Stream.of("", "archive.html", "about.html");
        Stream<String> lists = plan.files().stream().map(PlannedFile::path).filter(LIST.asMatchPredicate());
        Stream<String> groups = plan.planet().allGroups().map(Views::path);
        Stream<String> members =
                plan.planet().members().stream().filter(Member::indexed).map(Views::path);
        Stream<String> tags = plan.catalogue().tags().keySet().stream().map(slug -> "tags/" + slug + ".html");
        return Stream.of(fixed, lists, groups, members, tags)
                .flatMap(paths -> paths)
                .map(path -> new Place(path, null))
                .toList();
    }

    private static List<Place> posts(SitePlan plan) {
        List<Place> oldestFirst = new ArrayList<>();
        List<Piece> pieces = plan.catalogue().pieces();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            Piece piece = pieces.get(i);
            if (piece.member().indexed() && Originals.of(piece.post()).isEmpty()) {
                oldestFirst.add(new Place(piece.path(), FeedItem.updated(piece.post())));
            }
        }
        return oldestFirst;
    }

    private static void planParts(SitePlan plan, String prefix, List<Place> places, List<String> files) {
        for (int from = 0; from < places.size(); from += PER_FILE) {
            List<Place> part = places.subList(from, Math.min(from + PER_FILE, places.size()));
            String file = prefix + (from / PER_FILE + 1) + ".xml";
            plan.add(Stage.FEED, file, inputs(plan, part), press -> part(plan, part));
            files.add(file);
        }
    }

    private static Inputs inputs(SitePlan plan, List<Place> places) {
        Inputs inputs = plan.inputs("sitemap part");
        places.forEach(place -> inputs.with(place.path()).with(place.changed()));
        return inputs;
    }

    private static byte[] part(SitePlan plan, List<Place> places) {
        Xml xml = new Xml().start("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
        places.forEach(place -> xml.start("url")
                .text("loc", plan.absolute(place.path()))
                .text(
                        "lastmod",
                        place.changed() == null ? null : place.changed().toString())
                .end());
        return xml.end().bytes();
    }

    private static byte[] index(SitePlan plan, List<String> files) {
        Xml xml = new Xml().start("sitemapindex", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
        files.forEach(
                file -> xml.start("sitemap").text("loc", plan.absolute(file)).end());
        return xml.end().bytes();
    }
}
