package community.orrery.site;

import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.Member;
import community.orrery.feed.Metadata;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Atom (RFC 4287). An entry's link is the original's; our page is related; its source is the member's feed. */
final class AtomFeed {

    static final String FILE = "atom.xml";
    static final String TYPE = "application/atom+xml";

    private AtomFeed() {}

    static byte[] print(SitePlan plan, FeedChannel channel) {
        String self = channel.self(plan, FILE);
        Xml xml = new Xml()
                .instruction("xml-stylesheet href=\"" + "../".repeat(RssFeed.depth(channel.folder()))
                        + "assets/feed.css\" type=\"text/css\"")
                .start("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", Views.language(plan.planet()))
                .text("id", self == null ? channel.unaddressed() : self)
                .text("title", channel.title())
                .text("subtitle", channel.description().isEmpty() ? null : channel.description())
                .text("updated", channel.updated().toString())
                .text("generator", "Orrery");
        if (self != null) {
            xml.empty("link", "rel", "self", "type", TYPE, "href", self);
        }
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", channel.home());
        if (plan.planet().settings().hub() != null) {
            xml.empty("link", "rel", "hub", "href", plan.planet().settings().hub());
        }
        channel.items().forEach(item -> entry(xml, item));
        return xml.end().bytes();
    }

    private static void entry(Xml xml, FeedItem item) {
        Metadata metadata = item.post().metadata();
        xml.start("entry", "xml:lang", metadata.language())
                .text("id", item.iri())
                .text("title", metadata.title())
                .text("published", item.published().toString())
                .text("updated", item.updated().toString());
        String page = item.original() == null ? item.page() : item.original().toString();
        if (page != null) {
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", page);
        }
        if (item.page() != null) {
            xml.empty("link", "rel", "related", "type", "text/html", "href", item.page());
        }
        authors(xml, item);
        item.categories().forEach(category -> category(xml, category));
        metadata.enclosures().forEach(enclosure -> enclosure(xml, enclosure));
        link(xml, "license", metadata.license());
        link(xml, "replies", metadata.comments());
        xml.text("rights", metadata.rights());
        source(xml, item);
        xml.text("summary", item.summary().isEmpty() ? null : item.summary())
                .text("content", item.content(), "type", "html")
                .end();
    }

    private static void authors(Xml xml, FeedItem item) {
        if (item.authors().isEmpty()) {
            xml.start("author")
                    .text("name", item.member().name())
                    .text("uri", text(item.member().home()))
                    .end();
        }
        item.authors().forEach(author -> xml.start("author")
                .text("name", author.name())
                .text("uri", author.uri())
                .end());
    }

    private static void category(Xml xml, Category category) {
        String scheme = category.scheme();
        boolean named =
                scheme != null && scheme.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+"); // must be an IRI
        xml.empty("category", "term", category.term(), "scheme", named ? scheme : null, "label", category.label());
    }

    private static void enclosure(Xml xml, Enclosure enclosure) {
        xml.empty(
                "link",
                "rel",
                "enclosure",
                "type",
                enclosure.type(),
                "length",
                enclosure.length(),
                "href",
                enclosure.uri());
    }

    private static void link(Xml xml, String rel, @Nullable URI uri) {
        if (uri != null) {
            xml.empty("link", "rel", rel, "href", uri);
        }
    }

    private static void source(Xml xml, FeedItem item) {
        Member member = item.member();
        String id = item.feed() != null ? item.feed() : "urn:orrery:" + member.id();
        xml.start("source")
                .text("id", id)
                .text("title", member.name())
                .text("updated", item.updated().toString());
        if (item.feed() != null) {
            xml.empty("link", "rel", "self", "href", item.feed());
        }
        if (member.home() != null) {
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", member.home());
        }
        xml.end();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
