package community.orrery.parse;

import com.rometools.rome.io.FeedException;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Representation;
import community.orrery.parse.ParseOutcome.Kind;
import community.orrery.parse.ParseOutcome.Readable;
import community.orrery.parse.ParseOutcome.Unreadable;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads any feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. Told by content, not by media type or name. Bytes are
 * decoded, a well-formed document is read in one strict pass, and only one that is not is repaired and read again. Whatever
 * a stranger sends comes out as a value, in bounded time.
 */
public final class FeedParser {

    private static final Pattern FEED_TAG =
            Pattern.compile("<(?:\\w+:)?(?:rss|rdf|feed|channel|opml)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_TAG =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private FeedParser() {}

    /** @param now to tell a date that can't be meant; a date is never made from it */
    public static ParseOutcome parse(Representation representation, Instant now) {
        Decoder.Decoded decoded = Decoder.decode(representation.body(), representation.contentType());
        String text = decoded.text();
        Bases bases = new Bases(
                representation.contentLocation() == null ? representation.uri() : representation.contentLocation());
        int start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start))
                        || text.charAt(start) == '\ufeff'
                        || text.charAt(start) == 0)) {
            start++;
        }
        if (start == text.length()) {
            return new Unreadable(Kind.EMPTY, "The answer was empty.");
        }
        if (text.charAt(start) == '{' || text.charAt(start) == '[') {
            return JsonFeedReader.read(text.substring(start), bases.document(), now, decoded.mended());
        }
        return xml(text, bases, now, decoded.mended());
    }

    private static ParseOutcome xml(String text, Bases bases, Instant now, @Nullable String mended) {
        StrictXml.Read strict = StrictXml.read(text);
        if (strict.problem() != null) {
            String expanded = Entities.expanded(text);
            strict = expanded == null ? strict : StrictXml.read(expanded);
        }
        if (strict.excess() != null) {
            return new Unreadable(Kind.TOO_MUCH, strict.excess());
        }
        Document document = strict.document();
        if (document != null) {
            return dialect(document.getRootElement(), bases, now, mended, text);
        }
        return repaired(text, String.valueOf(strict.problem()), bases, now, mended);
    }

    private static ParseOutcome repaired(
            String text, String problem, Bases bases, Instant now, @Nullable String mended) {
        Repair.Repaired repaired = Repair.read(text);
        if (repaired.document() == null) {
            return notAFeed(text, problem);
        }
        String why = Repair.words(text, problem, repaired.cut());
        return dialect(
                repaired.document().getRootElement(), bases, now, mended == null ? why : mended + "; " + why, text);
    }

    private static ParseOutcome dialect(
            Element root, Bases bases, Instant now, @Nullable String repaired, String text) {
        try {
            ParsedFeed feed =
                    switch (Names.local(root)) {
                        case "rss", "rdf", "channel" -> RssReader.read(root, bases, now, repaired);
                        case "feed", "entry" -> AtomReader.read(root, bases, now, repaired);
                        default -> null;
                    };
            return feed == null ? notAFeed(text, "its root is <" + root.getQualifiedName() + ">") : new Readable(feed);
        } catch (FeedException | IllegalArgumentException e) {
            return new Unreadable(Kind.BROKEN, "It looks like a feed but can't be read: " + e.getMessage());
        }
    }

    private static Unreadable notAFeed(String text, String problem) {
        String head = text.substring(0, Math.min(text.length(), 20_000));
        if (PAGE_TAG.matcher(head).find() && !FEED_TAG.matcher(head).find()) {
            return new Unreadable(
                    Kind.HTML_PAGE,
                    "The answer was a web page, not a feed: the feed may have moved, or a wall stands before it.");
        } else if (head.toLowerCase(Locale.ROOT).contains("<opml")) {
            return new Unreadable(Kind.NOT_A_FEED, "It is an OPML list of feeds, not a feed.");
        }
        return new Unreadable(Kind.NOT_A_FEED, "It is not a feed: " + problem + ".");
    }
}
