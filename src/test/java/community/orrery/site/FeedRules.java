package community.orrery.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What the W3C's feed validator calls an error, and those of its warnings that a reader would notice, as rules of our own: RSS
 * 2.0 with the modules we use, what RFC 4287 says in prose, JSON Feed 1.1. Each finding is a sentence with its place.
 */
public final class FeedRules {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";

    /** RFC 2396 as the validator reads it: a scheme, then nothing but the characters of an address. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9;/?:@&=+$,_.!~*'()%#\\[\\]-]+");

    private static final Pattern RFC_822 = Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} "
            + "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} \\d{2}:\\d{2}:\\d{2} (GMT|[+-]\\d{4})");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+_-]+/[A-Za-z0-9.+_-]+");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite", "srcset", "data");

    private final List<String> findings = new ArrayList<>();
    private final String name;

    private FeedRules(String name) {
        this.name = name;
    }

    /** @param name a file name, which tells the format */
    public static List<String> findings(String name, String text) {
        FeedRules rules = new FeedRules(name);
        try {
            if (name.endsWith(".json")) {
                rules.json(new ObjectMapper().readTree(text));
            } else if (name.endsWith("atom.xml")) {
                rules.atom(parse(text));
            } else {
                rules.rss(parse(text));
            }
        } catch (SAXException | JsonProcessingException e) {
            rules.say("cannot be parsed: " + e.getMessage());
        }
        return rules.findings;
    }

    private static Document parse(String xml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | IOException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private void say(String finding) {
        findings.add(name + ": " + finding);
    }

    // RSS 2.0

    private void rss(Document document) {
        Element channel =
                children(document.getDocumentElement(), null, "channel").get(0);
        once(channel, "title", "link", "description");
        atMostOnce(channel, "language", "lastBuildDate", "docs", "generator", "pubDate", "ttl");
        for (String required : List.of("title", "description")) {
            notBlank(channel, required);
        }
        addresses(channel, "link", "docs");
        dates(channel, "lastBuildDate", "pubDate");
        text(channel, "language").ifPresent(language -> match(LANGUAGE, language, "language"));
        List<Element> self = links(channel, "self");
        if (self.size() > 1) {
            say("more than one atom:link rel=self");
        }
        children(channel, ATOM, "link").forEach(link -> match(ADDRESS, link.getAttribute("href"), "atom:link"));
        Set<String> guids = new HashSet<>();
        children(channel, null, "item").forEach(item -> rssItem(item, guids));
    }

    private void rssItem(Element item, Set<String> guids) {
        atMostOnce(item, "title", "link", "description", "guid", "pubDate", "comments", "source", "enclosure");
        if (text(item, "title").orElse("").isBlank()
                && text(item, "description").orElse("").isBlank()) {
            say("an item with neither title nor description");
        }
        addresses(item, "link", "comments");
        dates(item, "pubDate");
        for (Element guid : children(item, null, "guid")) {
            String value = guid.getTextContent();
            if (value.isBlank() || !guids.add(value)) {
                say("guid empty or twice: " + value);
            }
            if (!guid.getAttribute("isPermaLink").equals("false")) {
                match(
                        Pattern.compile("https?:" + ADDRESS.pattern().replaceFirst(".*?:", "")),
                        value,
                        "guid that is a permalink");
            }
        }
        for (Element enclosure : children(item, null, "enclosure")) {
            match(Pattern.compile("https?://.+"), enclosure.getAttribute("url"), "enclosure url");
            match(ADDRESS, enclosure.getAttribute("url"), "enclosure url");
            match(Pattern.compile("\\d+"), enclosure.getAttribute("length"), "enclosure length");
            match(MEDIA_TYPE, enclosure.getAttribute("type"), "enclosure type");
        }
        for (Element source : children(item, null, "source")) {
            match(ADDRESS, source.getAttribute("url"), "source url");
        }
        for (Element category : children(item, null, "category")) {
            if (category.getTextContent().isBlank()) {
                say("empty category");
            }
        }
        for (Element creator : children(item, DC, "creator")) {
            if (creator.getTextContent().isBlank()) {
                say("empty dc:creator");
            }
        }
        children(item, DC, "language").forEach(each -> match(LANGUAGE, each.getTextContent(), "dc:language"));
        children(item, CONTENT, "encoded").forEach(content -> html(content.getTextContent()));
        text(item, "description").ifPresent(this::html);
    }

    // Atom: what the grammar cannot say

    private void atom(Document document) {
        Element feed = document.getDocumentElement();
        if (links(feed, "self").size() > 1) {
            say("more than one link rel=self");
        }
        alternates(feed);
        Set<String> ids = new HashSet<>();
        for (Element entry : children(feed, ATOM, "entry")) {
            String id = text(entry, "id").orElse("");
            if (!ids.add(id)) {
                say("two entries with the id " + id);
            }
            if (children(entry, ATOM, "author").isEmpty()) {
                say("an entry without author: " + id);
            }
            if (links(entry, "alternate").isEmpty()
                    && children(entry, ATOM, "content").isEmpty()) {
                say("an entry with neither alternate link nor content: " + id);
            }
            alternates(entry);
            children(entry, ATOM, "link").forEach(link -> absolute(link.getAttribute("href"), "link of " + id));
            children(entry, ATOM, "category").stream()
                    .filter(category -> category.getAttribute("term").isBlank())
                    .forEach(category -> say("empty category of " + id));
            children(entry, ATOM, "content").forEach(content -> html(content.getTextContent()));
        }
    }

    private void alternates(Element element) {
        Set<String> kinds = new HashSet<>();
        for (Element link : links(element, "alternate")) {
            if (!kinds.add(link.getAttribute("type") + " " + link.getAttribute("hreflang"))) {
                say("two alternate links of one type");
            }
        }
    }

    // JSON Feed 1.1

    private void json(JsonNode feed) {
        if (!feed.path("version").asText().equals("https://jsonfeed.org/version/1.1")) {
            say("version");
        }
        jsonText(feed, "title");
        for (String key : List.of("home_page_url", "feed_url")) {
            if (feed.has(key)) {
                match(ADDRESS, feed.path(key).asText(), key);
            }
        }
        if (!feed.path("items").isArray()) {
            say("no items");
        }
        feed.path("hubs").forEach(hub -> {
            jsonText(hub, "type");
            jsonText(hub, "url");
        });
        Set<String> ids = new HashSet<>();
        feed.path("items").forEach(item -> jsonItem(item, ids));
    }

    private void jsonItem(JsonNode item, Set<String> ids) {
        jsonText(item, "id");
        if (!ids.add(item.path("id").asText())) {
            say("two items with the id " + item.path("id"));
        }
        if (!item.path("content_html").isTextual() && !item.path("content_text").isTextual()) {
            say("an item without content: " + item.path("id"));
        }
        for (String key : List.of("url", "external_url", "image", "banner_image")) {
            if (item.has(key)) {
                absolute(item.path(key).asText(), key);
            }
        }
        for (String key : List.of("date_published", "date_modified")) {
            if (item.has(key)) {
                try {
                    OffsetDateTime.parse(item.path(key).asText());
                } catch (DateTimeParseException e) {
                    say(key + " is not RFC 3339: " + item.path(key));
                }
            }
        }
        item.path("authors").forEach(author -> {
            if (!author.has("name") && !author.has("url") && !author.has("avatar")) {
                say("an author without name, url and avatar");
            }
        });
        item.path("attachments").forEach(attachment -> {
            absolute(attachment.path("url").asText(), "attachment");
            match(MEDIA_TYPE, attachment.path("mime_type").asText(), "mime_type");
            if (attachment.has("size_in_bytes")
                    && !attachment.path("size_in_bytes").isIntegralNumber()) {
                say("size_in_bytes");
            }
        });
        item.path("tags").forEach(tag -> {
            if (tag.asText().isBlank()) {
                say("an empty tag");
            }
        });
        html(item.path("content_html").asText());
    }

    private void jsonText(JsonNode object, String key) {
        if (!object.path(key).isTextual() || object.path(key).asText().isEmpty()) {
            say(key + " is missing in "
                    + object.toString()
                            .substring(0, Math.min(80, object.toString().length())));
        }
    }

    // What all have in common

    /** Relative addresses, scripts and a page's own ids have no place in a feed's content. */
    private void html(String html) {
        for (org.jsoup.nodes.Element element :
                Jsoup.parseBodyFragment(html).body().getAllElements()) {
            if (Set.of("script", "style", "iframe", "object", "embed", "form", "meta", "link")
                    .contains(element.tagName())) {
                say("content holds <" + element.tagName() + ">");
            }
            if (element.hasAttr("id")) {
                say("content holds the id " + element.id());
            }
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("on") || attribute.getKey().equals("style")) {
                    say("content holds " + attribute);
                }
                if (ADDRESSES.contains(attribute.getKey())) {
                    absolute(attribute.getValue(), attribute.getKey() + " of <" + element.tagName() + ">");
                }
            }
        }
    }

    private void absolute(String address, String where) {
        if (!address.matches("(?i)(https?:|mailto:|urn:|tag:|data:image/).+")) {
            say(where + " is no absolute address: " + address.substring(0, Math.min(80, address.length())));
        }
    }

    private void match(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            say(what + " is not sound: " + value);
        }
    }

    private void addresses(Element parent, String... names) {
        for (String each : names) {
            children(parent, null, each).forEach(element -> match(ADDRESS, element.getTextContent(), each));
        }
    }

    private void dates(Element parent, String... names) {
        for (String each : names) {
            for (Element element : children(parent, null, each)) {
                match(RFC_822, element.getTextContent(), each);
                try {
                    DateTimeFormatter.RFC_1123_DATE_TIME
                            .withLocale(Locale.ENGLISH)
                            .parse(element.getTextContent());
                } catch (DateTimeParseException e) {
                    say(each + " is no day: " + e.getMessage());
                }
            }
        }
    }

    private void once(Element parent, String... names) {
        for (String each : names) {
            if (children(parent, null, each).size() != 1) {
                say(parent.getTagName() + " needs one " + each);
            }
        }
    }

    private void atMostOnce(Element parent, String... names) {
        for (String each : names) {
            if (children(parent, null, each).size() > 1) {
                say(parent.getTagName() + " has more than one " + each);
            }
        }
    }

    private void notBlank(Element parent, String child) {
        if (text(parent, child).orElse("").isBlank()) {
            say(child + " is empty");
        }
    }

    private static Optional<String> text(Element parent, String child) {
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (child.equals(nodes.item(i).getLocalName())) {
                return Optional.of(nodes.item(i).getTextContent());
            }
        }
        return Optional.empty();
    }

    private static List<Element> links(Element parent, String relation) {
        return children(parent, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .toList();
    }

    private static List<Element> children(Element parent, @Nullable String namespace, String child) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element
                    && child.equals(node.getLocalName())
                    && Objects.equals(namespace, node.getNamespaceURI())) {
                found.add(element);
            }
        }
        return found;
    }
}
