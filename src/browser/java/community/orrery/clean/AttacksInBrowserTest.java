package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import community.orrery.cli.Main;
import community.orrery.site.Chromium;
import community.orrery.site.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every payload of the collection in a real browser: cleaned, it runs nothing, goes nowhere and asks no third party, whether
 * the page has a Content-Security-Policy or not. Skipped where there is no Chromium.
 */
class AttacksInBrowserTest {

    private static final Path PAGES = Path.of("target/browser/attacks");
    private static final Path DEMO = Path.of("target/browser/hostile");
    private static final Path PUBLISHED = Path.of("target/browser/published-attacks");
    private static final int BATCH = 60;
    private static final int IN_A_POST = 12;

    private static Chromium chromium;
    private static Folder attacks;
    private static Folder demo;

    @BeforeAll
    static void build() throws IOException {
        Assumptions.assumeTrue(
                Chromium.executable().isPresent(), "no Chromium on this machine: apt-get install chromium to run this");
        Main.main(new String[] {"demo", "--output", DEMO.toString()});
        Files.createDirectories(PAGES);
        Files.writeString(PAGES.resolve("404.html"), "<!doctype html><title>Nothing</title>");
        attacks = new Folder(PAGES, "/attacks/");
        demo = new Folder(DEMO, "/planet/");
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        Stream.of(chromium, attacks, demo).filter(each -> each != null).forEach(each -> {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static List<Integer> batches() {
        return IntStream.rangeClosed(0, (Attack.all().size() - 1) / BATCH)
                .boxed()
                .toList();
    }

    @ParameterizedTest(name = "batch {0}")
    @MethodSource("batches")
    void cleanedPayloadsDoNothing(int batch) throws IOException {
        List<Attack> all = Attack.all();
        List<Attack> some = all.subList(batch * BATCH, Math.min(all.size(), (batch + 1) * BATCH));
        Function<Attack, String> cleaned = attack -> attack.cleaned().html().markup();
        for (String policy : List.of("", sitePolicy())) {
            Visit visit = visit("cleaned-" + batch + (policy.isEmpty() ? "" : "-policy"), policy, some, cleaned);
            assertThat(visit.hits())
                    .as("ran %s", policy.isEmpty() ? "without a policy" : "under the policy")
                    .isEmpty();
            assertThat(visit.trespasses()).isEmpty();
            assertThat(visit.finding())
                    .as("each payload stays in its container")
                    .isEqualTo(some.stream()
                            .map(attack -> "SECTION " + attack.number())
                            .toList());
        }
    }

    /**
     * That a cleaner which lets something through is found out, and the second wall: the site's policy alone stops what got
     * through.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"handler-forms", "handlers", "svg", "mathml", "script", "url-links", "url-places", "mutation"})
    void rawPayloadsRunAndThePolicyAloneStopsThem(String kind) throws IOException {
        assertThat(visit("raw-" + kind, "", ofKind(kind), Attack::markup).hits())
                .isNotEmpty();
        assertThat(visit("raw-" + kind + "-policy", sitePolicy(), ofKind(kind), Attack::markup)
                        .hits())
                .isEmpty();
    }

    @Test
    void rawPayloadsThatLeaveOrAskAreCaught() throws IOException {
        for (String raw : List.of(
                "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
                "<script src=https://evil.example/x.js></script>",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<iframe src=https://evil.example/></iframe>",
                "<p style='background:url(https://evil.example/)'>x</p>",
                "<details open ontoggle=alert(1)>x</details>")) {
            Visit visit = visit("raw-one", "", List.of(new Attack(1, raw, raw)), Attack::markup);
            assertThat(visit.trespasses()).as(raw).isNotEmpty();
        }
    }

    @Test
    void hostilePostsOfTheSampleCommunityDoNothing() throws IOException {
        List<String> posts;
        try (Stream<Path> files = Files.list(DEMO.resolve("posts/bytes-on-strike"))) {
            posts = files.map(file -> DEMO.relativize(file).toString())
                    .filter(file -> file.endsWith(".html"))
                    .sorted()
                    .toList();
        }
        assertThat(posts).anyMatch(post -> post.contains("ten-storage-tips"));
        assertThat(posts).anyMatch(post -> post.contains("re-your-invoice"));
        for (String post : posts) {
            Visit visit = Visit.to(chromium.browser(), demo.url(post), "typeof window.orreryHacked");
            assertThat(visit.finding()).as(post).isEqualTo("undefined");
            assertThat(visit.trespasses()).as(post).isEmpty();
        }
    }

    /** Through the whole program: payloads as titles, names and tags, and several in each text. */
    @Test
    void publishedPayloadsDoNothing() throws IOException {
        Files.createDirectories(PUBLISHED);
        Files.writeString(PUBLISHED.resolve("attacks.json"), feed());
        Path list = Files.writeString(
                PUBLISHED.resolve("feeds.opml"),
                "<opml version=\"2.0\"><head><title>Attacks</title></head><body>"
                        + "<outline type=\"rss\" text=\"Attacks\" xmlUrl=\"attacks.json\"/></body></opml>");
        Path site = PUBLISHED.resolve("output");
        Main.main(new String[] {
            "update",
            "--quiet",
            "--feeds",
            list.toString(),
            "--output",
            site.toString(),
            "--archive",
            PUBLISHED.resolve("archive.db").toString()
        });
        List<String> pages;
        try (Stream<Path> files = Files.list(site.resolve("posts/attacks"))) {
            pages = Stream.concat(
                            Stream.of("index.html", "members/attacks.html", "tags.html", "archive.html"),
                            files.map(file -> site.relativize(file).toString()).filter(file -> file.endsWith(".html")))
                    .sorted()
                    .toList();
        }
        assertThat(pages).hasSize((Attack.all().size() - 1) / IN_A_POST + 1 + 4);
        try (Folder published = new Folder(site, "/planet/")) {
            for (String page : pages) {
                Visit visit = Visit.to(chromium.browser(), published.url(page), "document.title");
                assertThat(visit.hits()).as(page).isEmpty();
                assertThat(visit.trespasses()).as(page).isEmpty();
            }
        }
    }

    private static String feed() throws IOException {
        List<Map<String, Object>> items = new ArrayList<>();
        List<Attack> all = Attack.all();
        for (int from = 0; from < all.size(); from += IN_A_POST) {
            List<Attack> some = all.subList(from, Math.min(all.size(), from + IN_A_POST));
            String first = some.get(0).markup();
            items.add(Map.of(
                    "id", "attack-" + from,
                    "url", "https://attacks.example/" + from,
                    "title", first.substring(0, Math.min(300, first.length())),
                    "authors", List.of(Map.of("name", some.get(some.size() - 1).markup())),
                    "tags", some.stream().map(Attack::markup).toList(),
                    "date_published", "2026-01-01T00:00:00Z",
                    "content_html", some.stream().map(Attack::markup).collect(Collectors.joining("<hr>"))));
        }
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "version", "https://jsonfeed.org/version/1.1",
                        "title", "Attacks",
                        "home_page_url", "https://attacks.example/",
                        "items", items));
    }

    private static List<Attack> ofKind(String kind) {
        return Attack.all().stream()
                .filter(attack -> attack.name().startsWith(kind + " "))
                .toList();
    }

    private static Visit visit(String name, String policy, List<Attack> some, Function<Attack, String> shown)
            throws IOException {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=en><head><meta charset=utf-8>");
        if (!policy.isEmpty()) {
            page.append("<meta http-equiv=Content-Security-Policy content=\"")
                    .append(policy)
                    .append("\">");
        }
        page.append("<title>Attacks</title></head><body>");
        for (Attack attack : some) {
            page.append("<section data-attack=")
                    .append(attack.number())
                    .append('>')
                    .append(shown.apply(attack))
                    .append("</section>");
        }
        Files.writeString(PAGES.resolve(name + ".html"), page.append("</body></html>"));
        return Visit.to(
                chromium.browser(),
                attacks.url(name + ".html"),
                "[...document.body.children].map(e => e.tagName + ' ' + e.getAttribute('data-attack'))");
    }

    /** As the published pages carry it. */
    private static String sitePolicy() {
        try (Page page = chromium.browser().newPage()) {
            page.navigate(demo.url("index.html"));
            return page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
        }
    }
}
