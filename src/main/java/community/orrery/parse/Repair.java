package community.orrery.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Ill-formed XML to the tree its author meant, by jsoup's XML parser: junk before and after the feed goes, unknown entities
 * stay as they are written, a last item cut off in the middle waits for the next run. {@link SoupTree} does the rest.
 */
final class Repair {

    private static final Pattern ROOT =
            Pattern.compile("<(?:\\w+:)?(?:rss|rdf|feed|channel)(?=[\\s>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM =
            Pattern.compile("<(/?)(?:\\w+:)?(item|entry)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern END =
            Pattern.compile("</(?:\\w+:)?(?:rss|rdf|feed|channel)\\s*>?", Pattern.CASE_INSENSITIVE);

    /**
     * What HTML may take for a reference though nobody meant one: a link's {@code &section=2} is no paragraph sign. XML's own names
     * are meant, also without their semicolon. Sought outside of CDATA.
     */
    private static final Pattern BARE_AMPERSAND = Pattern.compile(
            "(<!\\[CDATA\\[.*?(?:]]>|\\z))|&(?!(?:amp|lt|gt|quot|apos)\\b)(?=\\w++(?!;))", Pattern.DOTALL);

    private Repair() {}

    /**
     * @param document null when there is nothing in it that could be a feed
     * @param cut whether a last, partial item was left out
     */
    record Repaired(@Nullable Document document, boolean cut) {}

    static Repaired read(String text) {
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            return new Repaired(null, false);
        }
        String feed = clean(text.substring(root.start()));
        int end = whole(feed);
        String kept = end < 0 ? feed : feed.substring(0, end);
        String referring = BARE_AMPERSAND
                .matcher(kept)
                .replaceAll(found -> found.group(1) == null ? "&amp;" : Matcher.quoteReplacement(found.group(1)));
        org.jsoup.nodes.Document soup =
                Parser.xmlParser().setMaxDepth(StrictXml.DEPTH).parseInput(referring, "");
        if (soup.childrenSize() == 0) {
            return new Repaired(null, end >= 0);
        }
        return new Repaired(SoupTree.of(soup.child(0)), end >= 0);
    }

    /** Where a document that was cut off inside its last item has its last whole one end; -1 when nothing is missing. */
    private static int whole(String feed) {
        Matcher item = ITEM.matcher(feed);
        int lastOpen = -1;
        int lastClose = -1;
        boolean closed = false;
        while (item.find()) {
            closed = !item.group(1).isEmpty();
            lastOpen = closed ? lastOpen : item.start();
            lastClose = closed ? item.start() : lastClose;
        }
        if (lastOpen <= lastClose || lastOpen < 0) {
            return -1;
        }
        return END.matcher(feed).region(lastOpen, feed.length()).find() ? -1 : lastOpen;
    }

    /** Without what XML can't hold: control characters and lone surrogates. A space where one of them parts lines or pages. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                clean.append(c).append(text.charAt(++i));
            } else if (isLegal(c)) {
                clean.append(c);
            } else if (Character.isWhitespace(c)) {
                clean.append(' ');
            }
        }
        return clean.toString();
    }

    private static boolean isLegal(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c < 0xfffe || c == '\n' || c == '\t' || c == '\r';
    }

    /** Why the strict reader refused, for the blogger. */
    static String words(String text, String problem, boolean cut) {
        Matcher root = ROOT.matcher(text);
        String before = root.find() ? text.substring(0, root.start()) : "";
        int declaration = before.indexOf("<?xml ");
        boolean junk = declaration > 0 || declaration < 0 && !before.isBlank() && !before.startsWith("<!");
        if (cut) {
            return "it breaks off in the middle of its last item, which waits for the next run (" + problem + ")";
        } else if (junk) {
            return "there is something before the XML begins (" + problem + ")";
        }
        return "it is not well-formed XML (" + problem + ")";
    }
}
