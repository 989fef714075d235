package community.orrery.crawl;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A feed as a story writes it, as RSS. */
final class StoryFeed {

    private static final int WORDS = 120;

    private StoryFeed() {}

    /** @param entries a line each: id | title | published | link | text | options */
    static String rss(URI home, List<String> entries) {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\n");
        element(feed, "title", home.getHost());
        element(feed, "link", home.toString());
        element(feed, "description", "As told.");
        entries.forEach(line -> item(feed, home, line.split("\\s*\\|\\s*", -1)));
        return feed.append("</channel></rss>\n").toString();
    }

    private static void item(StringBuilder feed, URI home, String[] columns) {
        Map<String, String> options = columns.length < 6 ? Map.of() : options(Arrays.asList(columns[5].split("\\s+")));
        feed.append("<item>");
        element(feed, "title", columns[1]);
        element(
                feed,
                "link",
                columns[3].equals("-") ? null : home.resolve(columns[3]).toString());
        if (!columns[0].equals("-")) {
            feed.append("<guid isPermaLink=\"")
                    .append(columns[0].startsWith("http"))
                    .append("\">");
            feed.append(escaped(columns[0])).append("</guid>");
        }
        Instant published = date(columns[2]);
        element(feed, "pubDate", published == null ? null : rfc822(published));
        Instant updated = date(options.getOrDefault("updated", "-"));
        element(feed, "atom:updated", updated == null ? null : updated.toString());
        element(feed, "dc:creator", options.get("author"));
        element(feed, "category", options.get("category"));
        if (options.containsKey("source")) {
            feed.append("<source url=\"").append(options.get("source")).append("\">Elsewhere</source>");
        }
        for (String rel : List.of("canonical", "via")) {
            if (options.containsKey(rel)) {
                feed.append("<atom:link rel=\"").append(rel).append("\" href=\"");
                feed.append(options.get(rel)).append("\"/>");
            }
        }
        element(feed, "description", text(columns[4]));
        feed.append("</item>\n");
    }

    static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            options.put(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
        }
        return options;
    }

    private static @Nullable Instant date(String text) {
        if (text.equals("-")) {
            return null;
        }
        return Instant.parse(text.contains("T") ? text : text + "T12:00:00Z");
    }

    private static String rfc822(Instant date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    }

    /** "@7" is a text of 120 words made from the seed 7, "@7~3" the same with three words changed; all else is itself. */
    private static String text(String column) {
        if (!column.startsWith("@")) {
            return column;
        }
        int space = column.indexOf(' ');
        String recipe = space < 0 ? column : column.substring(0, space);
        String rest = space < 0 ? "" : column.substring(space);
        String[] parts = recipe.substring(1).split("~");
        Random random = new Random(Long.parseLong(parts[0]));
        String[] words = new String[WORDS];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.toString(random.nextInt(40_000) + 1_000, 36);
        }
        for (int i = 0; parts.length > 1 && i < Integer.parseInt(parts[1]); i++) {
            words[(i * 37 + 5) % words.length] = "changed" + i + "of" + parts[1];
        }
        return "<p>" + String.join(" ", words) + "</p>" + rest;
    }

    private static void element(StringBuilder feed, String name, @Nullable String text) {
        if (text != null) {
            feed.append('<').append(name).append('>').append(escaped(text));
            feed.append("</").append(name).append('>');
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
