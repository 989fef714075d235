package community.orrery.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import community.orrery.feed.Entry;
import community.orrery.feed.Metadata;
import community.orrery.feed.Representation;
import community.orrery.feed.UntrustedHtml;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * In how many documents of feedparser's own {@code tests/} Orrery reads what feedparser reads: as many entries, each with the
 * same title (where feedparser finds one), link, date to the second, and text; without entries, the same title of the feed.
 * Prints where they differ and how, then the table of the README. {@code TESTS} is that folder, from a clone of its
 * repository; the first command needs Debian's python3-feedparser.
 *
 * <pre>
 * python3 src/bench/feedparser/reference.py TESTS &gt; reference.jsonl
 * mvn -q -Pbench test-compile exec:java -Dexec.classpathScope=test \
 *     -Dmain.class=community.orrery.parse.FeedparserAgreement -Dexec.args="reference.jsonl TESTS"
 * </pre>
 */
public final class FeedparserAgreement {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** When the documents are read. */
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private enum Group {
        WELL_FORMED,
        ILL_FORMED,
        WITHOUT_ENTRY
    }

    private record Score(int agree, int documents) {

        Score and(Score other) {
            return new Score(agree + other.agree, documents + other.documents);
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d of %d | %.1f %% |",
                    name,
                    agree,
                    documents,
                    documents == 0 ? 0 : 100.0 * agree / documents);
        }
    }

    private FeedparserAgreement() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "Give two arguments: the file that reference.py wrote, and the folder tests/ of feedparser's repository");
        }
        Map<Group, Score> scores = new EnumMap<>(Group.class);
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            JsonNode theirs = JSON.readTree(line);
            String name = theirs.get("name").asText();
            List<String> differences = differences(theirs, Files.readAllBytes(Path.of(args[1], name)));
            differences.forEach(difference -> System.out.println(name + ": " + difference));
            scores.merge(group(theirs), new Score(differences.isEmpty() ? 1 : 0, 1), Score::and);
        }
        Score none = new Score(0, 0);
        Score illFormed = scores.getOrDefault(Group.ILL_FORMED, none);
        Score withoutEntry = scores.getOrDefault(Group.WITHOUT_ENTRY, none);
        System.out.println();
        System.out.println("| documents | agree | |");
        System.out.println("|---|---|---|");
        System.out.println(scores.getOrDefault(Group.WELL_FORMED, none).row("well-formed, with an entry"));
        System.out.println(illFormed.and(withoutEntry).row("all others"));
        System.out.println(illFormed.row("of these: ill-formed, with an entry"));
        System.out.println(withoutEntry.row("of these: without an entry"));
    }

    private static Group group(JsonNode theirs) {
        if (theirs.get("entries").isEmpty()) {
            return Group.WITHOUT_ENTRY;
        }
        return theirs.get("illFormed").asBoolean() ? Group.ILL_FORMED : Group.WELL_FORMED;
    }

    /** In words; empty when both read the same. */
    private static List<String> differences(JsonNode theirs, byte[] document) {
        ParseOutcome ours = FeedParser.parse(
                new Representation(
                        URI.create(theirs.get("address").asText()),
                        text(theirs, "contentType"),
                        location(text(theirs, "contentLocation")),
                        document),
                NOW);
        List<Entry> entries = ours.fold(readable -> readable.feed().entries(), unreadable -> List.of());
        JsonNode expected = theirs.get("entries");
        List<String> found = new ArrayList<>();
        if (expected.isEmpty()) {
            String title = ours.fold(readable -> readable.feed().title(), unreadable -> "");
            compare(found, "feed's title", title, rendered(theirs.path("title").asText("")));
        }
        compare(found, "number of entries", entries.size(), expected.size());
        for (int i = 0; i < entries.size() && entries.size() == expected.size(); i++) {
            entry(found, entries.get(i), expected.get(i));
        }
        return found;
    }

    private static void entry(List<String> found, Entry ours, JsonNode theirs) {
        Metadata metadata = ours.metadata();
        String title = title(theirs);
        if (!title.isEmpty()) {
            compare(found, "title", metadata.title(), title);
        }
        URI link = metadata.link();
        compare(
                found,
                "link",
                link == null ? "" : address(link.toString()),
                address(theirs.path("link").asText("")));
        Long published = seconds(metadata.published());
        Long updated = seconds(metadata.updated());
        Long theirPublished = seconds(theirs, "published");
        Long theirUpdated = seconds(theirs, "updated");
        compare(
                found,
                "date",
                published == null ? updated : published,
                theirPublished == null ? theirUpdated : theirPublished);
        if (theirPublished != null && theirUpdated != null) {
            compare(found, "date of the update", updated, theirUpdated);
        }
        UntrustedHtml content = ours.content();
        compare(
                found,
                "text",
                content == null ? "" : parsed(content.markup(), content.base().toString()),
                content(theirs));
    }

    private static void compare(List<String> found, String what, @Nullable Object ours, @Nullable Object theirs) {
        if (!Objects.equals(ours, theirs)) {
            String words = what + ": ours is " + ours + ", feedparser's " + theirs;
            found.add(words.replaceAll("\\R", " "));
        }
    }

    private static String title(JsonNode theirs) {
        String title = theirs.path("title").asText("");
        boolean html = theirs.path("titleType").asText("").contains("html");
        return folded(html ? rendered(title) : title);
    }

    private static String content(JsonNode theirs) {
        String value = theirs.path("content").asText("");
        String type = theirs.path("contentType").asText("");
        boolean markup = type.contains("html") || type.contains("xml");
        return parsed(markup ? value : value.replace("&", "&amp;").replace("<", "&lt;"), "");
    }

    /** Text, names of elements, and where they point to: what is left when spelling and white space don't count. */
    private static String parsed(String markup, String base) {
        StringBuilder out = new StringBuilder();
        Jsoup.parseBodyFragment(markup, base).body().traverse((node, depth) -> append(out, node));
        String text = folded(out.toString());
        while (text.startsWith("<div>")) {
            text = text.substring("<div>".length()).strip();
        }
        return text;
    }

    private static void append(StringBuilder out, Node node) {
        if (node instanceof TextNode text) {
            out.append(text.getWholeText());
        } else if (node instanceof DataNode data) {
            out.append(data.getWholeData());
        } else if (node instanceof Element element && !element.normalName().equals("body")) {
            out.append('<').append(element.normalName());
            for (String attribute : List.of("href", "src")) {
                String value = element.attr(attribute);
                if (!value.isEmpty()) {
                    String absolute = value.startsWith("#") ? "" : element.absUrl(attribute);
                    out.append(' ').append(address(absolute.isEmpty() ? value : absolute));
                }
            }
            out.append('>');
        }
    }

    private static String rendered(String html) {
        return Jsoup.parseBodyFragment(html).body().text().strip();
    }

    private static String folded(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** A slash at the end and the spelling of a space don't make another address. */
    private static String address(String uri) {
        return uri.replace(" ", "%20").replaceAll("/$", "");
    }

    /** Null where there is none that a server could send. */
    private static @Nullable URI location(@Nullable String location) {
        return location != null && location.matches("https?://[^\\s<>\"{}|\\\\^`]+") ? URI.create(location) : null;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    private static @Nullable Long seconds(JsonNode node, String name) {
        return node.hasNonNull(name) ? (Long) node.get(name).asLong() : null;
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : (Long) instant.getEpochSecond();
    }
}
