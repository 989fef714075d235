package community.orrery.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import community.orrery.feed.Enclosure;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Rhythm;
import community.orrery.parse.ParseOutcome.Kind;
import community.orrery.parse.ParseOutcome.Readable;
import community.orrery.parse.ParseOutcome.Unreadable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org), which ROME does not read. */
final class JsonFeedReader {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(StrictXml.DEPTH)
                    .maxStringLength(64 << 20)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build());

    private final URI document;
    private final Instant now;
    private final @Nullable URI site;
    private final JsonNode feed;

    private JsonFeedReader(JsonNode feed, URI document, Instant now) {
        this.feed = feed;
        this.document = document;
        this.now = now;
        this.site = Addresses.web(text(feed, "home_page_url"), document);
    }

    static ParseOutcome read(String text, URI document, Instant now, @Nullable String repaired) {
        JsonNode feed;
        try {
            feed = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            boolean deep = String.valueOf(e.getMessage()).contains("nesting depth");
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return deep
                    ? new Unreadable(
                            Kind.TOO_MUCH,
                            "It is JSON nested deeper than " + StrictXml.DEPTH + " levels, which no feed needs.")
                    : new Unreadable(Kind.BROKEN, "It begins like JSON but is broken at line " + line + ".");
        }
        boolean named =
                String.valueOf(text(feed, "version")).toLowerCase(Locale.ROOT).contains("jsonfeed.org");
        if (!feed.isObject() || !feed.path("items").isArray() && !named) {
            return new Unreadable(Kind.NOT_A_FEED, "It is JSON, but not a JSON Feed: it has no items.");
        }
        return new Readable(new JsonFeedReader(feed, document, now).read(repaired));
    }

    private ParsedFeed read(@Nullable String repaired) {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : feed.path("items")) {
            if (item.isObject() && !item.isEmpty()) {
                items.add(item);
            }
        }
        Listing<JsonNode> listing = Listing.of(items, item -> Dates.read(text(item, "date_published"), now));
        List<Draft> drafts = listing.kept().stream().map(this::draft).toList();
        return new ParsedFeed(
                new FeedMetadata(null, title(feed), site, List.of(), null),
                Texts.language(text(feed, "language")),
                Rhythm.NONE,
                repaired,
                listing.leftOut(),
                Entries.of(drafts));
    }

    private Draft draft(JsonNode item) {
        Draft draft = new Draft();
        URI base = site == null ? document : site;
        String id = text(item, "id");
        draft.guid = id == null || id.isBlank() ? null : id.strip();
        draft.link = Addresses.web(text(item, "url"), base);
        draft.permalink = draft.guid != null && draft.link == null && Addresses.isWeb(draft.guid);
        draft.link = draft.permalink ? Addresses.web(draft.guid, null) : draft.link;
        draft.title = title(item);
        draft.published = Dates.read(text(item, "date_published"), now);
        draft.updated = Dates.read(text(item, "date_modified"), now);
        URI textBase = draft.link == null ? base : draft.link;
        texts(draft, item, textBase);
        authors(draft, item);
        authors(draft, draft.authors.isEmpty() ? feed : item);
        item.path("tags").forEach(tag -> draft.category(Repair.clean(tag.asText("")), null, null));
        item.path("attachments").forEach(file -> attachment(draft, file, textBase));
        draft.thumbnail = Addresses.web(text(item, "image"), textBase);
        draft.thumbnail =
                draft.thumbnail == null ? Addresses.web(text(item, "banner_image"), textBase) : draft.thumbnail;
        String language = Texts.language(text(item, "language"));
        draft.language = language == null ? Texts.language(text(feed, "language")) : language;
        return draft;
    }

    /** Plain text by the specification, and yet with character references out of many a program. Tags are none. */
    private static String title(JsonNode node) {
        String title = text(node, "title");
        return title == null ? "" : Texts.fold(Parser.unescapeEntities(title, true));
    }

    private static void texts(Draft draft, JsonNode item, URI base) {
        String html = Texts.orNull(text(item, "content_html"));
        String plain = Texts.orNull(text(item, "content_text"));
        String summary = Texts.orNull(text(item, "summary"));
        Passage shorter = summary == null ? null : Passage.plain(summary, base);
        Passage text = html != null ? Passage.markup(html, base) : plain == null ? null : Passage.plain(plain, base);
        draft.content = text == null ? shorter : text;
        draft.summary = text == null ? null : shorter;
    }

    /** 1.1 says authors, 1.0 author. */
    private void authors(Draft draft, JsonNode node) {
        node.path("authors").forEach(author -> author(draft, author));
        if (draft.authors.isEmpty()) {
            author(draft, node.path("author"));
        }
    }

    private void author(Draft draft, JsonNode author) {
        String name = author.isTextual() ? Repair.clean(author.asText()) : text(author, "name");
        draft.author(People.named(name, Addresses.web(text(author, "url"), document)));
    }

    private static void attachment(Draft draft, JsonNode file, URI base) {
        URI uri = Addresses.web(text(file, "url"), base);
        if (uri != null) {
            long length = file.path("size_in_bytes").asLong(0);
            Duration duration =
                    Modules.duration(file.path("duration_in_seconds").asText(""));
            draft.enclosure(
                    new Enclosure(uri, Modules.type(text(file, "mime_type")), length > 0 ? length : null, duration));
        }
    }

    /**
     * A string, or a number written where a string is meant; null otherwise. JSON can say what XML can't hold and the archive
     * would not give back: half an emoji.
     */
    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber() ? Repair.clean(value.asText()) : null;
    }
}
