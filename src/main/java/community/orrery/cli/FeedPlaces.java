package community.orrery.cli;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where known platforms keep the feed of a blog whose page does not name it. */
final class FeedPlaces {

    /** The likeliest first: each costs the blog's server a request. */
    private static final List<String> USUAL = List.of(
            "feed.xml", // Jekyll
            "index.xml", // Hugo, Quartz
            "feed/", // WordPress
            "rss.xml",
            "atom.xml",
            "feeds/all.atom.xml", // Pelican
            "feed_rss_created.xml", // MkDocs Material
            "feeds/posts/default", // Blogger
            "rss/", // Ghost
            "feed.json");

    /** A page of a name like this stands in the blog's folder, and is none. */
    private static final Pattern FILE = Pattern.compile(".*\\.(?:x?html?|php|aspx?)", Pattern.CASE_INSENSITIVE);

    private FeedPlaces() {}

    /** @return below the page itself, then at its host's root; the page's own address is not among them */
    static List<URI> of(URI page) {
        Set<URI> places = new LinkedHashSet<>();
        String host = String.valueOf(page.getHost()).toLowerCase(Locale.ROOT);
        String path = page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
        if (host.equals("dev.to") || host.equals("medium.com")) {
            places.add(page.resolve("/feed" + path));
        } else {
            boolean file = FILE.matcher(path).matches();
            URI folder = page.resolve(path.substring(0, file ? path.lastIndexOf('/') + 1 : path.length())
                    + (path.endsWith("/") || file ? "" : "/"));
            USUAL.forEach(usual -> places.add(folder.resolve(usual)));
            if (!path.equals("/")) {
                USUAL.forEach(usual -> places.add(page.resolve("/" + usual)));
            }
        }
        places.remove(page);
        return List.copyOf(places);
    }
}
