package community.orrery.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The feeds that a web page names in its head: link rel=alternate with a feed's media type. */
public final class Autodiscovery {

    /** Not application/json: with it, WordPress names its programming interface. */
    private static final Set<String> FEED_TYPES =
            Set.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");

    /** A head that is longer names its feeds before this. */
    private static final int ENOUGH = 512 * 1024;

    private Autodiscovery() {}

    /**
     * @param html in any charset; the page's own meta is believed
     * @param address of the page; its base element is obeyed
     * @return absolute http(s) addresses in the page's order, feeds of comments last; empty when it names none
     */
    public static List<URI> find(byte[] html, URI address) {
        Set<URI> feeds = new LinkedHashSet<>();
        Set<URI> comments = new LinkedHashSet<>();
        for (Element link : links(html, address)) {
            if (isFeed(link) && !link.attr("href").isBlank()) {
                absolute(link.absUrl("href")).ifPresent((isOfComments(link) ? comments : feeds)::add);
            }
        }
        feeds.addAll(comments);
        return new ArrayList<>(feeds);
    }

    private static List<Element> links(byte[] html, URI address) {
        ByteArrayInputStream beginning = new ByteArrayInputStream(html, 0, Math.min(html.length, ENOUGH));
        try {
            return Jsoup.parse(beginning, null, address.toString()).select("link[rel][href]");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static boolean isFeed(Element link) {
        List<String> rel = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
        String type =
                link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return (rel.contains("alternate") && FEED_TYPES.contains(type)) || rel.contains("feed");
    }

    private static boolean isOfComments(Element link) {
        String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
        return words.contains("comment");
    }

    private static Optional<URI> absolute(String href) {
        try {
            URI uri = new URI(href.strip().replace(" ", "%20"));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return scheme.equals("http") || scheme.equals("https") ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
