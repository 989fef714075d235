package community.orrery.parse;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import community.orrery.feed.Enclosure;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Person;
import community.orrery.feed.Source;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.90 to 2.0, RDF included: ROME's reading of the items, joined with what only the tree can say. */
final class RssReader {

    private final Bases bases;
    private final Instant now;
    private final RssShape shape;
    private final @Nullable URI site;
    private final Draft defaults = new Draft();

    private RssReader(Element root, Bases bases, Instant now) {
        this.bases = bases;
        this.now = now;
        this.shape = new RssShape(root, item -> Modules.date(item, bases, now));
        this.site = site();
    }

    static ParsedFeed read(Element root, Bases bases, Instant now, @Nullable String repaired) throws FeedException {
        return new RssReader(root, bases, now).read(repaired);
    }

    private ParsedFeed read(@Nullable String repaired) throws FeedException {
        Channel channel = (Channel) new WireFeedInput(false, java.util.Locale.ROOT).build(shape.document);
        new Modules(defaults, bases, now).read(shape.channel, site);
        if (defaults.authors.isEmpty()) {
            defaults.author(People.named(channel.getManagingEditor(), null));
        }
        String language = Texts.language(channel.getLanguage());
        String declared = Bases.language(shape.channel);
        defaults.language = language != null ? language : declared != null ? declared : defaults.language;
        String rights = Texts.orNull(Texts.plain(channel.getCopyright()));
        defaults.rights = rights == null ? defaults.rights : rights;
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < channel.getItems().size(); i++) {
            drafts.add(draft(channel.getItems().get(i), shape.items.get(i)));
        }
        String title = Texts.plain(channel.getTitle());
        return new ParsedFeed(
                new FeedMetadata(
                        null, title.isEmpty() ? defaults.title : title, site, defaults.authors, defaults.rights),
                defaults.language,
                Rhythms.of(shape.channel),
                repaired,
                shape.leftOut,
                Entries.of(drafts));
    }

    private @Nullable URI site() {
        for (Element child : shape.channel.getChildren()) {
            if (Names.local(child).equals("link") && !Names.isAtom(child.getNamespaceURI())) {
                URI link = Addresses.web(child.getText(), bases.of(child));
                if (link != null) {
                    return link;
                }
            }
        }
        return atomLink(shape.channel, "alternate", null);
    }

    private Draft draft(Item item, Element element) {
        Draft draft = new Draft();
        draft.title = Texts.plain(item.getTitle());
        identity(draft, item, element);
        Modules modules = new Modules(draft, bases, now);
        modules.read(element, site);
        if (draft.link == null && draft.guid != null && draft.permalink) {
            draft.link = Addresses.web(draft.guid, bases.of(element, site));
        }
        contents(draft, item, element);
        draft.content = draft.content == null ? modules.text(site) : draft.content;
        authors(draft, item, element);
        for (Category category : item.getCategories()) {
            draft.category(category.getValue(), category.getDomain(), null);
        }
        for (var enclosure : item.getEnclosures()) {
            enclosure(draft, element, enclosure.getUrl(), enclosure.getType(), enclosure.getLength());
        }
        if (draft.comments == null) {
            draft.comments = Addresses.web(item.getComments(), bases.of(element, draft.link, site));
        }
        modules.complete();
        source(draft, item, element);
        inherit(draft, element);
        return draft;
    }

    private void identity(Draft draft, Item item, Element element) {
        draft.link = Addresses.web(item.getLink(), bases.of(element, site));
        Guid guid = item.getGuid();
        if (guid != null && guid.getValue() != null && !guid.getValue().isBlank()) {
            draft.guid = guid.getValue().strip();
            draft.permalink = guid.isPermaLink() && Addresses.isWeb(draft.guid);
        } else {
            String about = element.getAttributeValue("about", Names.RDF);
            String id = about == null ? atomText(element, "id") : about;
            draft.guid = id == null || id.isBlank() ? null : id.strip();
            draft.permalink = about != null && draft.link == null && Addresses.isWeb(about);
        }
        if (draft.link == null) {
            draft.link = atomLink(element, "alternate", null);
        }
        if (draft.link == null && guid != null && guid.isPermaLink()) {
            draft.link = Addresses.web(draft.guid, null);
        }
        draft.canonical = atomLink(element, "canonical", null);
    }

    private void contents(Draft draft, Item item, Element element) {
        Element rich = RssShape.content(element);
        String description = item.getDescription() == null
                ? null
                : Texts.orNull(item.getDescription().getValue());
        Passage content = null;
        if (rich != null && item.getContent() != null && item.getContent().getValue() != null) {
            URI base = bases.of(rich, draft.link, site);
            content = Names.isAtom(rich.getNamespaceURI())
                    ? Construct.of(rich, null).passage(base)
                    : Passage.markup(item.getContent().getValue(), base);
        }
        Passage summary = description == null
                ? other(draft, element)
                : Passage.presumedHtml(description, bases.of(child(element, "description"), draft.link, site));
        draft.content = content == null ? summary : content;
        draft.summary = content == null ? null : summary;
    }

    /** A text from an extension, where the item has no description of its own. */
    private @Nullable Passage other(Draft draft, Element element) {
        for (Element child : element.getChildren()) {
            String space = child.getNamespaceURI();
            boolean text =
                    switch (Names.local(child)) {
                        case "summary" ->
                            space.equals(Names.ATOM.getURI()) || space.equals(Names.ITUNES) || Names.isRss(space);
                        case "description", "abstract" -> space.equals(Names.DC) || space.equals(Names.DCTERMS);
                        default -> false;
                    };
            if (text && !child.getText().isBlank()) {
                URI base = bases.of(child, draft.link, site);
                return space.equals(Names.ATOM.getURI())
                        ? Construct.of(child, null).passage(base)
                        : Passage.presumedHtml(RssShape.text(child), base);
            }
        }
        return null;
    }

    private void authors(Draft draft, Item item, Element element) {
        for (Element child : element.getChildren()) {
            // Some write an author as Atom has it, without saying so.
            boolean nested =
                    Names.isRss(child.getNamespaceURI()) && !child.getChildren().isEmpty();
            if (Names.local(child).equals("author") && (nested || Names.isAtom(child.getNamespaceURI()))) {
                String name = atomText(child, "name");
                draft.author(People.named(name, Addresses.web(atomText(child, "uri"), bases.of(child, site))));
            }
        }
        Person own = draft.authors.isEmpty() ? People.named(item.getAuthor(), null) : null;
        draft.author(own);
    }

    private void enclosure(Draft draft, Element element, @Nullable String url, @Nullable String type, long length) {
        URI uri = Addresses.web(url, bases.of(element, draft.link, site));
        if (uri != null) {
            draft.enclosure(new Enclosure(uri, Modules.type(type), length > 0 ? length : null, null));
        }
    }

    private void source(Draft draft, Item item, Element element) {
        if (item.getSource() != null) {
            URI feed = Addresses.web(item.getSource().getUrl(), bases.of(element, site));
            String title = Texts.orNull(Texts.plain(item.getSource().getValue()));
            draft.source = feed == null && title == null ? null : new Source(null, title, null, feed);
        }
    }

    private void inherit(Draft draft, Element element) {
        String language = Bases.language(element);
        draft.language = draft.language != null ? draft.language : language != null ? language : defaults.language;
        draft.rights = draft.rights == null ? defaults.rights : draft.rights;
        draft.license = draft.license == null ? defaults.license : draft.license;
        if (draft.authors.isEmpty()) {
            defaults.authors.forEach(draft::author);
        }
    }

    private @Nullable URI atomLink(Element parent, String rel, @Nullable URI otherwise) {
        for (Element child : parent.getChildren()) {
            if (Names.local(child).equals("link")
                    && (Names.isAtom(child.getNamespaceURI()) || Names.attribute(child, "href") != null)) {
                String given = Names.attribute(child, "rel");
                if ((given == null ? "alternate" : given).equalsIgnoreCase(rel)) {
                    URI link = Addresses.web(Names.attribute(child, "href"), bases.of(child));
                    if (link != null) {
                        return link;
                    }
                }
            }
        }
        return otherwise;
    }

    private static @Nullable String atomText(Element parent, String name) {
        for (Element child : parent.getChildren()) {
            if (Names.local(child).equals(name)
                    && (Names.isAtom(child.getNamespaceURI()) || Names.isRss(child.getNamespaceURI()))) {
                return child.getTextTrim();
            }
        }
        return null;
    }

    private static Element child(Element parent, String name) {
        for (Element child : parent.getChildren()) {
            if (Names.local(child).equals(name)) {
                return child;
            }
        }
        return parent;
    }
}
