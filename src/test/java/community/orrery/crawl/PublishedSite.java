package community.orrery.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A site as its readers find it in the published files, told in a line for each post's address. */
final class PublishedSite {

    private static final String ROOT = "https://planet.example/";
    private static final String WITHDRAWN = "Withdrawn This post was withdrawn by its author.";

    /** An item of the combined feed. */
    private record Item(String id, String link) {}

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Document> posts = new TreeMap<>();
    private final Map<String, String> judged = new HashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> front;
    private final List<String> all;

    private PublishedSite(Path output) throws IOException {
        try (Stream<Path> found = Files.walk(output)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String path = output.relativize(file).toString().replace('\\', '/');
                files.put(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        files.forEach((path, text) -> {
            if (path.startsWith("posts/")) {
                posts.put(path, Jsoup.parse(text, ROOT + path));
            }
        });
        front = linked("index.html", ".card h2 a");
        all = files.keySet().stream()
                .filter(path -> path.matches("archive/\\d{4}-\\d\\d\\.html"))
                .sorted(Comparator.reverseOrder())
                .flatMap(path -> linked(path, ".titles > li > a").stream())
                .toList();
        for (JsonNode member : new ObjectMapper().readTree(text("status.json")).path("members")) {
            member.path("notOnTheFrontPage")
                    .forEach(absence -> judged.put(
                            absence.path("post").path("page").asText(),
                            absence.path("judgedBy").asText()));
        }
        readFeeds();
    }

    static PublishedSite read(Path output) throws IOException {
        return new PublishedSite(output);
    }

    /** @param known addresses that posts once had: each is told of, also when nothing is there any more */
    List<String> told(Set<String> known) {
        Set<String> paths = new LinkedHashSet<>(all);
        paths.addAll(posts.keySet());
        paths.addAll(known);
        return paths.stream().map(this::told).toList();
    }

    private String told(String path) {
        Document page = posts.get(path);
        if (page == null) {
            return path + " | absent";
        }
        Element moved = page.selectFirst("meta[http-equiv=refresh]");
        if (moved != null) {
            String to = moved.attr("content").replaceFirst(".*url=", "");
            return path + " | copy of " + resolved(path, to) + " | " + judged.getOrDefault(path, "");
        }
        if (page.selectFirst("article.post") == null) {
            return path + " | withdrawn";
        }
        Item item = items.get(path);
        StringBuilder line = new StringBuilder(path)
                .append(front.contains(path) ? " | front | " : " | history | ")
                .append(page.select(".post-head h1").text())
                .append(" | ")
                .append(item == null ? "-" : item.id())
                .append(" | ")
                .append(page.select("a.original").attr("href"));
        Element revised = page.selectFirst(".post-head .meta span time");
        if (revised != null) {
            line.append(" | revised ").append(revised.attr("datetime"), 0, "yyyy-mm-dd".length());
        }
        page.select(".post-foot > p:contains(Also posted at) a")
                .forEach(link -> line.append(" | also ").append(link.attr("href")));
        return line.toString();
    }

    /**
     * What must hold of every site.
     *
     * @param ids of the posts' feed items by their pages, as far as they are known; those that are met for the first time
     *     are added
     */
    List<String> faults(Map<String, String> ids) {
        expectSame("feed and front page", items.keySet(), front);
        expectSame(
                "front page and archive",
                front,
                all.stream().filter(front::contains).toList());
        Set<String> pages = new TreeSet<>();
        posts.forEach((path, page) -> {
            if (page.selectFirst("article.post") != null) {
                pages.add(path);
            }
        });
        expectSame("pages and archive", pages, new TreeSet<>(all));
        all.forEach(path -> {
            Document page = posts.get(path);
            if (page != null) {
                expectSame(
                        path + " and its original",
                        page.select("link[rel=canonical]").attr("href"),
                        page.select("a.original").attr("href"));
                Item item = items.get(path);
                if (item != null) {
                    expectSame(
                            path + " in the feed",
                            item.link(),
                            page.select("a.original").attr("href"));
                }
                expectListed(path, path);
            }
        });
        posts.forEach((path, page) -> {
            Element moved = page.selectFirst("meta[http-equiv=refresh]");
            if (moved != null) {
                expectListed(path, resolved(path, moved.attr("content").replaceFirst(".*url=", "")));
            } else if (page.selectFirst("article.post") == null) {
                expectSame(path, page.select("main").text(), WITHDRAWN);
            }
        });
        ids.keySet().stream().filter(path -> !all.contains(path)).forEach(this::expectUnnamed);
        posts.keySet().forEach(path -> ids.putIfAbsent(path, ""));
        items.forEach((path, item) -> {
            String before = ids.put(path, item.id());
            if (before != null && !before.isEmpty()) {
                expectSame("the id of " + path + " then and now", before, item.id());
            }
        });
        return faults;
    }

    /** A member's page lists what stands under its address. */
    private void expectListed(String carried, String original) {
        String member = "members/" + carried.split("/")[1] + ".html";
        if (!linked(member, ".card h2 a").contains(original)) {
            faults.add(member + " does not list " + original);
        }
    }

    /** What is withdrawn, hidden or gone is in no list, feed, index or map; the status page counts it, and tells of copies. */
    private void expectUnnamed(String path) {
        files.forEach((file, text) -> {
            if (!file.startsWith("posts/")
                    && !file.startsWith("status")
                    && !file.startsWith(".")
                    && text.contains(path)) {
                faults.add(file + " names " + path);
            }
        });
    }

    private void readFeeds() throws IOException {
        List<Item> rss = new ArrayList<>();
        for (Element item : xml("feed.xml").select("item")) {
            rss.add(new Item(item.select("guid").text(), item.select("> link").text()));
        }
        List<Item> json = new ArrayList<>();
        for (JsonNode item : new ObjectMapper().readTree(text("feed.json")).path("items")) {
            json.add(new Item(item.path("id").asText(), item.path("url").asText()));
            String page = item.path("_orrery").path("page").asText();
            items.put(page.substring(ROOT.length()), json.get(json.size() - 1));
        }
        List<Item> atom = new ArrayList<>();
        List<String> related = new ArrayList<>();
        for (Element entry : xml("atom.xml").select("entry")) {
            atom.add(new Item(
                    entry.select("> id").text(),
                    entry.select("> link[rel=alternate]").attr("href")));
            related.add(entry.select("> link[rel=related]").attr("href").substring(ROOT.length()));
        }
        expectSame("RSS and JSON Feed", rss, json);
        expectSame("Atom and JSON Feed", atom, json);
        expectSame("Atom's pages and JSON Feed's", related, List.copyOf(items.keySet()));
    }

    private void expectSame(String what, Object one, Object other) {
        boolean same = one instanceof Set<?> set && !(other instanceof Set<?>)
                ? List.copyOf(set).equals(other)
                : one.equals(other);
        if (!same) {
            faults.add(what + " differ: " + one + " and " + other);
        }
    }

    private Document xml(String path) {
        return Jsoup.parse(text(path), "", Parser.xmlParser());
    }

    private String text(String path) {
        @Nullable String text = files.get(path);
        return text == null ? "" : text;
    }

    private List<String> linked(String path, String links) {
        return Jsoup.parse(text(path), ROOT + path).select(links).stream()
                .map(link -> link.absUrl("href").substring(ROOT.length()))
                .toList();
    }

    private static String resolved(String from, String link) {
        return java.net.URI.create(ROOT + from).resolve(link).toString().substring(ROOT.length());
    }
}
