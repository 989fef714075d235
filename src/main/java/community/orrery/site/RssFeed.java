package community.orrery.site;

import community.orrery.feed.Enclosure;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RSS 2.0 with content:encoded, dc:creator and atom:link. */
final class RssFeed {

    static final String FILE = "feed.xml";
    static final String TYPE = "application/rss+xml";

    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RssFeed() {}

    static byte[] print(SitePlan plan, FeedChannel channel) {
        String self = channel.self(plan, FILE);
        Xml xml = new Xml()
                .instruction("xml-stylesheet href=\"" + "../".repeat(depth(channel.folder()))
                        + "assets/feed.css\" type=\"text/css\"")
                .start(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:dcterms",
                        "http://purl.org/dc/terms/",
                        "xmlns:creativeCommons",
                        "http://backend.userland.com/creativeCommonsRssModule")
                .start("channel")
                .text("title", channel.title())
                // Required, and no relative one is allowed (RSS 2.0): where the planet has no address, a name.
                .text("link", self == null ? channel.unaddressed() : channel.home())
                .text("description", channel.description().isEmpty() ? channel.title() : channel.description())
                .text("language", Views.language(plan.planet()))
                .text("lastBuildDate", date(channel.updated()))
                .text("docs", "https://www.rssboard.org/rss-specification");
        if (self != null) {
            xml.empty("atom:link", "rel", "self", "type", TYPE, "href", self);
        }
        if (plan.planet().settings().hub() != null) {
            xml.empty(
                    "atom:link", "rel", "hub", "href", plan.planet().settings().hub());
        }
        channel.items().forEach(item -> item(xml, item));
        return xml.end().end().bytes();
    }

    static int depth(String folder) {
        return (int) folder.chars().filter(c -> c == '/').count();
    }

    /** RSS has a place for the feed that an item is from, but none for the blog: that is Dublin Core's isPartOf. */
    private static void item(Xml xml, FeedItem item) {
        xml.start("item")
                .text("title", item.post().metadata().title())
                .text("link", item.original() == null ? item.page() : address(item.original()))
                .text("guid", item.guid(), "isPermaLink", item.permalink())
                .text("pubDate", date(item.published()));
        if (item.authors().isEmpty()) {
            xml.text("dc:creator", item.member().name());
        }
        item.authors().forEach(author -> xml.text("dc:creator", author.name()));
        item.categories().forEach(category -> xml.text("category", category.name(), "domain", category.scheme()));
        String source = source(item);
        xml.text("source", source == null ? null : item.member().name(), "url", source); // RSS 2.0: the url is required
        xml.text("dcterms:isPartOf", address(item.member().home()));
        onlyEnclosure(item.post().metadata().enclosures()).ifPresent(enclosure -> enclosure(xml, enclosure));
        xml.text("comments", address(item.post().metadata().comments()))
                .text("creativeCommons:license", address(item.post().metadata().license()))
                .text("dc:rights", item.post().metadata().rights())
                .text("dc:language", item.post().metadata().language())
                .text("description", Html.escape(item.summary()))
                .text("content:encoded", item.content().escaped())
                .end();
    }

    /** The member's feed; where it is a file of ours, the blog. */
    private static @Nullable String source(FeedItem item) {
        return item.feed() != null ? item.feed() : address(item.member().home());
    }

    /** RSS has room for one, as most readers understand it: the episode, not its cover. */
    private static Optional<Enclosure> onlyEnclosure(List<Enclosure> enclosures) {
        return enclosures.stream().min(Comparator.comparing(Enclosure::isPicture));
    }

    private static void enclosure(Xml xml, Enclosure enclosure) {
        xml.empty(
                "enclosure",
                "url",
                address(enclosure.uri()),
                "length",
                enclosure.length() == null ? 0 : enclosure.length(),
                "type",
                enclosure.type() == null ? "application/octet-stream" : enclosure.type());
    }

    /** Addresses of RSS are older than letters beyond ASCII in them. */
    private static @Nullable String address(@Nullable URI uri) {
        return uri == null ? null : uri.toASCIIString();
    }

    static String date(Instant instant) {
        return RFC_822.format(instant);
    }
}
