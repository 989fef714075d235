package community.orrery.parse;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import community.orrery.feed.Enclosure;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Source;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3: ROME's reading of the entries, joined with what only the tree can say. */
final class AtomReader {

    private final Bases bases;
    private final Instant now;
    private final AtomShape shape;
    private final @Nullable URI site;
    private final Draft defaults = new Draft();

    private AtomReader(Element root, Bases bases, Instant now) {
        this.bases = bases;
        this.now = now;
        this.site = site(root, bases);
        this.shape = new AtomShape(root, bases, site, entry -> Modules.date(entry, bases, now));
    }

    static ParsedFeed read(Element root, Bases bases, Instant now, @Nullable String repaired) throws FeedException {
        return new AtomReader(root, bases, now).read(repaired);
    }

    private ParsedFeed read(@Nullable String repaired) throws FeedException {
        Feed feed = (Feed) new WireFeedInput(false, Locale.ROOT).build(shape.document);
        boolean lone = Names.local(shape.feed).equals("entry");
        if (!lone) {
            new Modules(defaults, bases, now).read(shape.feed, site);
            feed.getAuthors().forEach(author -> defaults.author(person(author)));
            defaults.rights = feed.getRights() == null ? defaults.rights : Texts.orNull(Texts.fold(feed.getRights()));
            defaults.license = link(feed.getOtherLinks(), "license", defaults.license);
            String language = Bases.language(shape.feed);
            defaults.language = language == null ? defaults.language : language;
        }
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < feed.getEntries().size(); i++) {
            drafts.add(draft(feed.getEntries().get(i), shape.entries.get(i)));
        }
        String title = lone ? "" : text(feed.getTitleEx());
        FeedMetadata metadata = lone
                ? FeedMetadata.NONE
                : new FeedMetadata(
                        Texts.orNull(Texts.fold(feed.getId())), title, site, defaults.authors, defaults.rights);
        return new ParsedFeed(
                metadata, defaults.language, Rhythms.of(shape.feed), repaired, shape.leftOut, Entries.of(drafts));
    }

    /** The feed's own page: its alternate link, never its self link. */
    private static @Nullable URI site(Element feed, Bases bases) {
        URI found = null;
        for (Element child : feed.getChildren()) {
            String rel = Names.attribute(child, "rel");
            if (Names.local(child).equals("link") && (rel == null || rel.equalsIgnoreCase("alternate"))) {
                String href = Names.attribute(child, "href");
                URI link = Addresses.web(href == null ? child.getText() : href, bases.of(child));
                found = found == null || isPage(Names.attribute(child, "type")) && link != null ? link : found;
            }
        }
        return found;
    }

    private static boolean isPage(@Nullable String type) {
        return type != null && (type.toLowerCase(Locale.ROOT).startsWith("text/html") || type.contains("xhtml"));
    }

    private Draft draft(Entry entry, Element element) {
        Draft draft = new Draft();
        draft.title = text(entry.getTitleEx());
        draft.guid = entry.getId() == null || entry.getId().isBlank()
                ? null
                : entry.getId().strip();
        draft.link = alternate(entry.getAlternateLinks());
        for (Link link : entry.getOtherLinks()) {
            other(draft, link);
        }
        Modules modules = new Modules(draft, bases, now);
        modules.read(element, site);
        contents(draft, entry, element);
        draft.content = draft.content == null ? modules.text(site) : draft.content;
        if (draft.link == null) {
            draft.link = Addresses.web(draft.guid, null); // an id is often the page's address, and better than no link
        }
        entry.getAuthors().forEach(author -> draft.author(person(author)));
        for (var category : entry.getCategories()) {
            draft.category(category.getTerm(), category.getScheme(), category.getLabel());
        }
        draft.rights = entry.getRights() == null ? draft.rights : Texts.orNull(Texts.fold(entry.getRights()));
        modules.complete();
        source(draft, entry.getSource(), element);
        inherit(draft, element);
        return draft;
    }

    /** The first page among the alternates, else the first of them. */
    private static @Nullable URI alternate(List<Link> links) {
        Link best = null;
        for (Link link : links) {
            if (best == null
                    || !isPage(best.getType())
                            && best.getType() != null
                            && (link.getType() == null || isPage(link.getType()))) {
                best = link;
            }
        }
        return best == null ? null : Addresses.web(best.getHref(), null);
    }

    private static void other(Draft draft, Link link) {
        URI uri = Addresses.web(link.getHref(), null);
        if (uri == null) {
            return;
        }
        switch (link.getRel()) {
            case "enclosure" ->
                draft.enclosure(new Enclosure(
                        uri, Modules.type(link.getType()), link.getLength() > 0 ? link.getLength() : null, null));
            case "canonical" -> draft.canonical = uri;
            case "license" -> draft.license = draft.license == null ? uri : draft.license;
            case "replies" ->
                draft.comments = draft.comments == null && (link.getType() == null || isPage(link.getType()))
                        ? uri
                        : draft.comments;
            default -> {}
        }
    }

    private static @Nullable URI link(List<Link> links, String rel, @Nullable URI otherwise) {
        return links.stream()
                .filter(link -> rel.equals(link.getRel()))
                .findFirst()
                .map(link -> Addresses.web(link.getHref(), null))
                .orElse(otherwise);
    }

    private void contents(Draft draft, Entry entry, Element element) {
        Content content =
                entry.getContents().isEmpty() ? null : entry.getContents().get(0);
        if (content != null && content.getSrc() != null) {
            elsewhere(draft, content);
            content = null;
        }
        Passage text = passage(content, draft, element, "content");
        Passage summary = passage(entry.getSummary(), draft, element, "summary");
        draft.content = text == null ? summary : text;
        draft.summary = text == null ? null : summary;
    }

    /** Content by src is a link: to the entry's page where it has no other, to a file where it is none. */
    private static void elsewhere(Draft draft, Content content) {
        URI src = Addresses.web(content.getSrc(), null);
        String type = Modules.type(content.getValue());
        if (src != null && (type == null || type.startsWith("text/") || isPage(type))) {
            draft.link = draft.link == null ? src : draft.link;
        } else if (src != null) {
            draft.enclosure(new Enclosure(src, type, null, null));
        }
    }

    private @Nullable Passage passage(@Nullable Content content, Draft draft, Element entry, String name) {
        if (content == null || content.getValue() == null || content.getValue().isBlank()) {
            return null;
        }
        Element own = entry;
        for (Element child : entry.getChildren()) {
            if (Names.local(child).equals(name)) {
                own = child;
                break;
            }
        }
        URI base = bases.of(inner(own), draft.link, site);
        return "html".equals(content.getType())
                ? Passage.markup(content.getValue(), base)
                : Passage.plain(content.getValue(), base);
    }

    /** The div around xhtml may carry its own base. */
    private static Element inner(Element text) {
        return text.getChildren().size() == 1 ? text.getChildren().get(0) : text;
    }

    private static String text(@Nullable Content content) {
        if (content == null) {
            return "";
        }
        return "html".equals(content.getType()) ? Texts.rendered(content.getValue()) : Texts.fold(content.getValue());
    }

    private static community.orrery.feed.@Nullable Person person(SyndPerson person) {
        return People.named(person.getName(), Addresses.web(person.getUri(), null));
    }

    private static void source(Draft draft, @Nullable Feed source, Element entry) {
        if (source == null) {
            return;
        }
        String title = Texts.orNull(text(source.getTitleEx()));
        String id = source.getId() == null ? null : Texts.orNull(source.getId().strip());
        URI self = link(source.getOtherLinks(), "self", null);
        URI link = alternate(source.getAlternateLinks());
        if (title != null || id != null || self != null || link != null) {
            draft.source = new Source(id, title, link, self);
        }
        if (draft.authors.isEmpty()) {
            source.getAuthors().forEach(author -> draft.author(person(author)));
        }
    }

    private void inherit(Draft draft, Element element) {
        String language = Bases.language(element);
        draft.language = language != null ? language : draft.language != null ? draft.language : defaults.language;
        draft.rights = draft.rights == null ? defaults.rights : draft.rights;
        draft.license = draft.license == null ? defaults.license : draft.license;
        if (draft.authors.isEmpty()) {
            defaults.authors.forEach(draft::author);
        }
    }
}
