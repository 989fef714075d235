package community.orrery.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The feeds that a web page names in its head: link rel=alternate with a feed's media type. */
public final class Autodiscovery {

    private static final Set<String> FEED_TYPES =
            Set.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml");

    /** What may be anything, so that its words must say feed: the first is JSON Feed 1.0's, and WordPress's interface has it. */
    private static final Set<String> BROAD_TYPES = Set.of("application/json", "text/xml", "application/xml");

    private static final Pattern FEED_WORDS = Pattern.compile("feed|\\brss|\\batom\\b");

    /** A head that is longer names its feeds before this. */
    private static final int ENOUGH = 512 * 1024;

    private Autodiscovery() {}

    /**
     * @param html in any charset; the page's own meta is believed
     * @param address of the page; its base element is obeyed
     * @return absolute http(s) addresses in the page's order, those of a broad type later, feeds of comments last; empty when
     *     it names none
     */
    public static List<URI> find(byte[] html, URI address) {
        return links(html, address).stream()
                .filter(link -> isFeed(link) && !link.attr("href").isBlank())
                .sorted(Comparator.comparingInt(link -> isOfComments(link) ? 2 : isOfBroadType(link) ? 1 : 0))
                .flatMap(link -> absolute(link.absUrl("href")).stream())
                .distinct()
                .toList();
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
        boolean typed = isOfBroadType(link) ? FEED_WORDS.matcher(words(link)).find() : FEED_TYPES.contains(type(link));
        return rel.contains("alternate") && typed || rel.contains("feed");
    }

    private static boolean isOfBroadType(Element link) {
        return BROAD_TYPES.contains(type(link));
    }

    private static String type(Element link) {
        return link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    }

    private static boolean isOfComments(Element link) {
        return words(link).contains("comment");
    }

    private static String words(Element link) {
        return (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
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
