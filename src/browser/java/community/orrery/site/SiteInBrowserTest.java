package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published pages in a real browser. Skipped where there is no Chromium. */
class SiteInBrowserTest {

    private static final Set<String> OF_POSTS = Set.of("image", "media");

    private static Chromium chromium;
    private static Folder demo;
    private static Folder madeUp;

    @BeforeAll
    static void build() throws IOException {
        Assumptions.assumeTrue(
                Chromium.executable().isPresent(), "no Chromium on this machine: apt-get install chromium to run this");
        BrowserSites.build();
        demo = new Folder(BrowserSites.DEMO, "/some/where/");
        madeUp = new Folder(BrowserSites.MADE_UP, "/blogs/");
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        Stream.of(chromium, demo, madeUp).filter(each -> each != null).forEach(each -> {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static BrowserContext context(ColorScheme scheme, int width) {
        return chromium.browser()
                .newContext(new NewContextOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, 900));
    }

    private static List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        // The page for lost addresses stands wherever a reader got lost, so its links begin at the planet's own
        // address,
        // which for the sample community is not where it is served here; the made-up planet's is.
        BrowserSites.kinds(BrowserSites.DEMO).stream()
                .filter(page -> !page.equals("404.html"))
                .forEach(page -> addresses.add(demo.url(page) + still(BrowserSites.DEMO, page)));
        BrowserSites.kinds(BrowserSites.MADE_UP)
                .forEach(page -> addresses.add(madeUp.url(page) + still(BrowserSites.MADE_UP, page)));
        return addresses;
    }

    private static String still(Path site, String page) {
        return BrowserSites.text(site, page).contains(BrowserSites.MOVED) ? "?still" : "";
    }

    /** What all the others look at: were a kind missing here, they would all be content. */
    @Test
    void looksAtEveryKindOfPage() {
        List<String> kinds = BrowserSites.kinds(BrowserSites.MADE_UP);
        for (String kind : List.of(
                "index.html",
                "page/1.html",
                "members.html",
                "members/[a-z-]+.html",
                "groups/[a-z-]+.html",
                "groups/[a-z-]+/members.html",
                "tags.html",
                "tags/[a-z0-9-]+.html",
                "archive.html",
                "archive/\\d{4}-\\d{2}.html",
                "search.html",
                "about.html",
                "status.html",
                "status-2.html",
                "status/[a-z-]+.html",
                "404.html",
                "posts/.+")) {
            assertThat(kinds).as(kind).anyMatch(page -> page.matches(kind));
        }
        assertThat(BrowserSites.text(BrowserSites.MADE_UP, "status.html"))
                .contains("class=\"alarm list-trouble\"", "<section class=\"alarm\">", "class=\"bad ");
        for (String telling : List.of("Zurückgezogen</h1>", "refresh", "class=\"continue\"", "class=\"prose\"")) {
            assertThat(kinds)
                    .as(telling)
                    .anyMatch(page -> page.startsWith("posts/")
                            && BrowserSites.text(BrowserSites.MADE_UP, page).contains(telling));
        }
    }

    @Test
    void readsWithoutJavaScript() {
        List<String> lacking = new ArrayList<>();
        try (BrowserContext context =
                chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            for (String address : addresses()) {
                page.navigate(address);
                boolean reads = page.locator("h1").isVisible()
                        && page.locator("main").innerText().strip().length() > 20
                        && page.locator("nav a").first().isVisible()
                        && !page.locator("button.theme").isVisible();
                if (!reads) {
                    lacking.add(address);
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    /**
     * From the skip link on: whatever has the focus is in sight and shows that it has it. A player's buttons are the browser's, and
     * only the player can be seen from outside.
     */
    @Test
    void leadsTheKeyboardThroughEveryKindOfPage() {
        List<String> lost = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            for (String address : addresses()) {
                page.navigate(address);
                page.evaluate("document.activeElement.blur()"); // the search page begins in its field
                for (int i = 0; i < 20; i++) {
                    page.keyboard().press("Tab");
                    Object trouble = page.evaluate(
                            "(() => { const e = document.activeElement; if (e.matches('body, audio, video'))"
                                    + " return null; const b = e.getBoundingClientRect(); const s = getComputedStyle(e);"
                                    + " return b.width > 0 && b.bottom > 0 && b.top < innerHeight && s.outlineStyle !== 'none'"
                                    + " ? null : e.outerHTML.slice(0, 120); })()");
                    if (trouble != null) {
                        lost.add(address + ": " + trouble);
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    /** The bar of groups stays at the upper edge: what is stepped back to must not stop beneath it. */
    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void stepsBackToNothingThatTheBarOfGroupsCovers(int width) {
        List<String> covered = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, width)) {
            Page page = context.newPage();
            page.navigate(madeUp.url("index.html"));
            page.locator(".foot a").first().focus();
            for (int i = 0; i < 60; i++) {
                page.keyboard().press("Shift+Tab");
                Object trouble = page.evaluate(
                        "(() => { const e = document.activeElement; if (!e.closest('.river')) return null;"
                                + " const bar = document.querySelector('.switch').getBoundingClientRect();"
                                + " return e.getBoundingClientRect().top < bar.bottom ? e.outerHTML.slice(0, 120) : null; })()");
                if (trouble != null) {
                    covered.add(trouble.toString());
                }
            }
        }
        assertThat(covered).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void keepsNobodyOut(ColorScheme scheme) {
        List<String> found = new ArrayList<>();
        try (BrowserContext context = context(scheme, 1280)) {
            Page page = context.newPage();
            for (String address : addresses()) {
                page.navigate(address);
                for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                    found.add(address + ": " + rule.getImpact() + " " + rule.getId() + " "
                            + rule.getNodes().stream()
                                    .limit(3)
                                    .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                    .toList());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** Else the test above would be content with everything. */
    @Test
    void noticesWhatKeepsSomebodyOut() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.setContent("<!doctype html><html lang=en><title>T</title><main><h1>T</h1><img src='data:,'></main>");
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .extracting(Rule::getId)
                    .containsExactly("image-alt");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 768, 1440, 2560})
    void fitsTheScreen(int width) {
        List<String> wide = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, width)) {
            Page page = context.newPage();
            for (String address : addresses()) {
                page.navigate(address);
                Object overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth");
                if (((Number) overflow).intValue() > 0) {
                    wide.add(
                            address + " by " + overflow + " px: "
                                    + page.evaluate(
                                            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                                                    + ".slice(0, 4).map(e => e.tagName + '.' + e.getAttribute('class')).join(' ')"));
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    /** At twice the letters' size, too: WCAG 1.4.10. */
    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void breaksLongWordsWhereTheScreenIsSmall(int percent) {
        List<String> wide = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, percent == 100 ? 320 : 360)) {
            Page page = context.newPage();
            List<String> paths = BrowserSites.pages(BrowserSites.MADE_UP).stream()
                    .filter(path ->
                            BrowserSites.text(BrowserSites.MADE_UP, path).contains(BrowserSites.LONG))
                    .toList();
            assertThat(paths).contains("index.html", "members.html", "members/wide.html", "tags.html", "status-2.html");
            for (String path : paths) {
                page.navigate(madeUp.url(path));
                page.evaluate("percent => { document.documentElement.style.fontSize = percent + '%'; }", percent);
                Object overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth");
                if (((Number) overflow).intValue() > 0) {
                    wide.add(path + " by " + overflow + " px");
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void namesGroupsOfABlogBelowEachOtherBesideItsFace(int width) {
        try (BrowserContext context = context(ColorScheme.LIGHT, width)) {
            Page page = context.newPage();
            page.navigate(madeUp.url("index.html"));
            assertThat(page.evaluate("[...document.querySelectorAll('.kicker:has(.group ~ .group)')]"
                            + ".map(e => e.querySelectorAll('.group').length).join()"))
                    .asString()
                    .matches("2(,2)*");
            assertThat(page.evaluate("[...document.querySelectorAll('.kicker')].filter(kicker => new Set("
                            + "[...kicker.querySelectorAll(':scope > :not(.avatar)')].map(e => e.getBoundingClientRect().left))"
                            + ".size > 1).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void asksNobodyElseForAnythingButPicturesAndSound() {
        List<String> elsewhere = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.onRequest(request -> note(request, elsewhere));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(error -> complaints.add(page.url() + ": " + error));
            addresses().forEach(page::navigate);
        }
        assertThat(elsewhere).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private static void note(Request request, List<String> elsewhere) {
        boolean ours = request.url().startsWith(demo.origin())
                || request.url().startsWith(madeUp.origin())
                || request.url().startsWith("data:");
        if (!ours && !OF_POSTS.contains(request.resourceType())) {
            elsewhere.add(request.frame().url() + " asks for " + request.url());
        }
    }

    @Test
    void paintsEveryKindOfPageWithOneStyleSheet() {
        List<String> blocking = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            for (String address : addresses()) {
                page.navigate(address);
                Object found = page.evaluate("[...document.head.querySelectorAll("
                        + "'link[rel=stylesheet], script[src]:not([defer]):not([async])')].map(e => e.tagName).join()");
                if (!found.equals("LINK")) {
                    blocking.add(address + ": " + found);
                }
            }
        }
        assertThat(blocking).isEmpty();
    }

    /** About 65 characters, as wide as the screen may be. */
    @Test
    void keepsLinesAtALengthThatIsGoodToRead() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 2560)) {
            Page page = context.newPage();
            page.navigate(demo.url("posts/rank-zero/a-halo-exchange-three-ways.html"));
            Object characters = page.evaluate("(() => { const p = document.querySelector('.prose p');"
                    + " const pen = document.createElement('canvas').getContext('2d');"
                    + " pen.font = getComputedStyle(p).font;"
                    + " return p.clientWidth / (pen.measureText(p.textContent).width / p.textContent.length); })()");
            assertThat(((Number) characters).doubleValue()).isBetween(60.0, 75.0);
        }
    }

    @Test
    void findsPostsAsOneTypesOverHttpAndFromDisk() {
        String disk = BrowserSites.DEMO
                .toAbsolutePath()
                .resolve("search.html")
                .toUri()
                .toString();
        for (String address : List.of(demo.url("search.html"), disk)) {
            try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
                Page page = context.newPage();
                page.navigate(address);
                page.locator("#q").pressSequentially("checkpoint");
                page.locator(".found li").first().waitFor();
                assertThat(page.locator(".search-status").textContent()).startsWith("Found:");
                page.locator(".found a").first().click();
                assertThat(page.locator(".crosspost").textContent()).startsWith("This is a crosspost from");
            }
        }
    }

    @Test
    void findsPostsByTheirAuthorTagAndBlog() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(demo.url("search.html"));
            assertThat(found(page, "brandsma")).isNotEmpty().allSatisfy(row -> assertThat(row)
                    .contains("Ilka Brandsma"));
            assertThat(found(page, "numerics").get(0)) // which its text does not say
                    .startsWith("How many digits do you actually have?");
            assertThat(found(page, "node zero collective").get(0)).contains("Node Zero Collective");
        }
    }

    private static List<String> found(Page page, String typed) {
        page.locator("#q").fill("");
        page.locator("#q").pressSequentially(typed);
        page.waitForURL(url -> url.endsWith("?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)));
        return page.locator(".found li").allInnerTexts();
    }

    @Test
    void looksForARareWordInTheNewestPostsUntilAskedToGoFurtherBack() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            List<Integer> loaded = manyShards(page, "search.html", 30);
            page.navigate(madeUp.url("search.html"));

            assertThat(found(page, "p15")).isEmpty();
            assertThat(loaded).as("each only once while typing").containsExactlyElementsOf(down(30, 23));
            assertThat(found(page, "zygote")).isEmpty();
            assertThat(loaded).as("nor for the next word").hasSize(8);

            assertThat(found(page, "p15")).isEmpty();
            page.locator(".further").click();
            page.locator(".found li").waitFor();
            assertThat(page.locator(".found h2").innerText()).isEqualTo("p15");
            assertThat(loaded).containsExactlyElementsOf(down(30, 15));
        }
    }

    @Test
    void looksAnAddressUpInTheNewestPostsUntilAskedToGoFurtherBack() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            List<Integer> loaded = manyShards(page, "status.html", 50);
            page.navigate(madeUp.url("status.html"));

            assertThat(answer(page, "https://elsewhere.example/25"))
                    .as("nothing is said to be unknown yet")
                    .isEqualTo("Weiter zurück suchen");
            assertThat(loaded).containsExactlyElementsOf(down(50, 31));
            assertThat(answer(page, "https://elsewhere.example/1")).isEqualTo("Weiter zurück suchen");
            assertThat(loaded).as("nor for the next address").hasSize(20);
            assertThat(answer(page, "https://elsewhere.example/40")).isEqualTo("Er ist hier: p40");

            assertThat(answer(page, "https://elsewhere.example/25")).isEqualTo("Weiter zurück suchen");
            assertThat(furtherAnswer(page)).isEqualTo("Er ist hier: p25");
            assertThat(loaded).containsExactlyElementsOf(down(50, 25));

            assertThat(answer(page, "https://nowhere.example/")).isEqualTo("Weiter zurück suchen");
            assertThat(furtherAnswer(page)).startsWith("Diese Adresse ist hier noch nicht angekommen, und kein Blog");
            assertThat(loaded).containsExactlyElementsOf(down(50, 1));
        }
    }

    @Test
    void findsWordsOfOneLetterAndAnyPartOfASentenceWithoutSpaces() {
        List<String> texts = List.of(
                "It reads what you don't: the I/O of Python 3 and C, on CentOS 7.",
                "在三十分钟之内我们的超级计算机完成了所有的高性能计算任务而且没有出现任何错误请各位同事放心使用谢谢大家的支持",
                "スーパーコンピュータ「富岳」で並列計算をする",
                "ซูเปอร์คอมพิวเตอร์ที่เร็วที่สุดในโลก",
                "Un café à Zürich",
                "ការសិក្សា\u200Bភាសា\u200Bខ្មែរ Rechen\u00ADzentrum");
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            shards(page, "search.html", 1, number -> IntStream.range(0, texts.size())
                    .mapToObj(i -> found(i, SearchIndex.words(texts.get(i))))
                    .collect(Collectors.joining(",")));
            page.navigate(madeUp.url("search.html"));
            for (String typed : List.of("don't", "don’t", "I/O", "Python 3", "CentOS 7", "C")) {
                assertThat(found(page, typed))
                        .as(typed)
                        .hasSize(1)
                        .first()
                        .asString()
                        .startsWith("p0");
            }
            for (String typed : List.of("计算机", "高性能计算", "超级计算机完成", "持")) {
                assertThat(found(page, typed)).as(typed).hasSize(1);
            }
            for (String typed : List.of("并", "机计", "性高能", "任错")) {
                assertThat(found(page, typed)).as(typed).isEmpty();
            }
            assertThat(found(page, "コンピュータ")).singleElement().asString().startsWith("p2");
            assertThat(found(page, "スパーコン")).isEmpty();
            assertThat(found(page, "並列")).singleElement().asString().startsWith("p2");
            assertThat(found(page, "คอมพิวเตอร์")).singleElement().asString().startsWith("p3");
            for (String typed : List.of("ភាសាខ្មែរ", "ភាសា\u200Bខ្មែរ", "rechenzentrum", "Rechen\u00ADzentrum")) {
                assertThat(found(page, typed))
                        .as(typed)
                        .singleElement()
                        .asString()
                        .startsWith("p5");
            }
            assertThat(found(page, "cafe zurich")).singleElement().asString().startsWith("p4");
            assertThat(found(page, "café")).singleElement().asString().startsWith("p4");
        }
    }

    private static String found(int number, String words) {
        return "{path:'posts/x/N.html',title:'pN',blog:'X',by:'',tags:'',words:'W',date:'',iso:'2026-01-01',excerpt:''}"
                .replace("N", String.valueOf(number))
                .replace("W", words);
    }

    @Test
    void findsALongGermanWordByItsBeginning() {
        String word = BrowserSites.LONG.toLowerCase(Locale.ROOT);
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            shards(
                    page,
                    "search.html",
                    1,
                    number -> found(1, SearchIndex.words("Das " + BrowserSites.LONG + " tagte.")));
            page.navigate(madeUp.url("search.html"));
            for (String typed : List.of(word, word.substring(0, 20), word.substring(0, 45))) {
                assertThat(found(page, typed)).as(typed).hasSize(1);
            }
        }
    }

    @Test
    void saysThatPostsCouldNotBeLoadedAndTriesAgainWhenAsked() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            List<Integer> loaded = shards(page, "search.html", 3, number -> found(number, "zebra"));
            List<Route> aborted = new ArrayList<>();
            page.route(madeUp.url("search/2.js*"), route -> {
                aborted.add(route);
                route.abort();
            });
            page.navigate(madeUp.url("search.html"));
            Locator status = page.locator(".search-status");
            Locator further = page.locator(".further");

            assertThat(found(page, "zebra")).hasSize(2);
            assertThat(status.innerText()).isEqualTo("Nicht alle Beiträge konnten geladen werden. Gefunden: 2");
            assertThat(further.innerText()).isEqualTo("Noch einmal versuchen");
            further.click();
            page.waitForCondition(
                    () -> aborted.size() == 2 && status.innerText().endsWith("Gefunden: 2"));
            assertThat(found(page, "nothing")).isEmpty();
            assertThat(status.innerText()).isEqualTo("Nicht alle Beiträge konnten geladen werden. Nichts gefunden.");

            page.unroute(madeUp.url("search/2.js*"));
            assertThat(found(page, "zebra")).hasSize(2);
            further.click();
            page.waitForCondition(() -> page.locator(".found li").count() == 3);
            assertThat(status.innerText()).isEqualTo("Gefunden: 3");
            assertThat(further.isVisible()).isFalse();
            assertThat(loaded).containsExactly(3, 1, 2);
        }
    }

    @Test
    void showsAllThatWasFoundFiftyByFifty() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            List<Integer> loaded = shards(page, "search.html", 9, number -> IntStream.range(0, 15)
                    .mapToObj(i -> found(number * 100 + i, "zebra"))
                    .collect(Collectors.joining(",")));
            page.navigate(madeUp.url("search.html"));
            Locator further = page.locator(".further");
            assertThat(found(page, "nothing")).isEmpty();
            assertThat(loaded).containsExactlyElementsOf(down(9, 2));

            assertThat(found(page, "zebra")).hasSize(50);
            assertThat(page.locator(".search-status").innerText()).isEqualTo("Gefunden: 120");
            assertThat(further.innerText()).isEqualTo("Mehr zeigen");
            further.click();
            assertThat(page.locator(".found li").count()).isEqualTo(100);
            further.click();
            assertThat(page.locator(".found li").count()).isEqualTo(120);
            assertThat(loaded).as("nothing more yet").hasSize(8);

            assertThat(further.innerText()).isEqualTo("Weiter zurück suchen");
            further.click();
            page.waitForCondition(() -> page.locator(".found li").count() == 135);
            assertThat(further.isVisible()).isFalse();

            assertThat(found(page, "zebr")).as("of other words the first again").hasSize(50);
        }
    }

    @Test
    void forgetsTheWordsThatTheReaderTakesBack() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            shards(page, "search.html", 1, number -> found(number, "zebra"));
            page.navigate(madeUp.url("search.html"));
            assertThat(found(page, "zebra")).hasSize(1);

            page.locator("#q").fill("");
            page.waitForCondition(() -> page.locator(".found li").count() == 0);

            assertThat(page.url()).isEqualTo(madeUp.url("search.html"));
        }
    }

    /** A shard that the browser kept may be older than the next one: then a post that moved on is in both. */
    @Test
    void findsWhatIsInAShardBesideAPostThatAnotherHasToo() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            shards(page, "search.html", 2, number -> found(7, "zebra") + "," + found(number, "zebra"));
            page.navigate(madeUp.url("search.html"));

            assertThat(found(page, "zebra")).hasSize(3);
        }
    }

    @Test
    void setsWhatItFoundInTheDirectionOfItsLetters() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            shards(page, "search.html", 1, number -> found(1, "zebra")
                    .replace("title:'p1'", "title:'HPC في العالم العربي: الحوسبة'")
                    .replace("excerpt:''", "excerpt:'الحوسبة عالية الأداء (HPC).'"));
            page.navigate(madeUp.url("search.html"));
            assertThat(found(page, "zebra")).hasSize(1);
            assertThat(page.evaluate("[...document.querySelectorAll('.found h2, .found .excerpt')]"
                            + ".map(e => e.dir + ' ' + getComputedStyle(e).direction).join()"))
                    .isEqualTo("auto ltr,auto rtl");
        }
    }

    @Test
    void keepsATitleOfTheOtherDirectionBesideItsDate() {
        String month = BrowserSites.kinds(BrowserSites.MADE_UP).stream()
                .filter(page -> page.startsWith("archive/"))
                .findFirst()
                .orElseThrow();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(madeUp.url(month));
            assertThat(page.evaluate("() => { const row = document.querySelector('.titles > li');"
                            + "const title = row.querySelector('a'); title.dir = 'rtl'; title.textContent = 'חדשות';"
                            + "const begins = (each) => Math.round(each.getBoundingClientRect().left);"
                            + "return begins(title) - begins(row.querySelector('.meta')); }"))
                    .isEqualTo(0);
            assertThat(page.evaluate("() => Math.round(document.querySelector('.titles > li > a').offsetWidth) < 200"))
                    .isEqualTo(true);
        }
    }

    @Test
    void keepsRoomToTypeWhereLettersAreLarge() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 360)) {
            Page page = context.newPage();
            for (String form : List.of("search.html", "status.html")) {
                page.navigate(madeUp.url(form));
                assertThat(page.evaluate("() => { document.documentElement.style.fontSize = '200%';"
                                + "const box = (each) => document.querySelector('form.search ' + each)"
                                + ".getBoundingClientRect(); const field = box('input:not([type=hidden])');"
                                + "const button = box('button');"
                                + "return field.width > 200 && (button.left >= field.right || button.top >= field.bottom);"
                                + "}"))
                        .as(form)
                        .isEqualTo(true);
            }
        }
    }

    /** Where the reader's own few colours stand in for ours, a line that cannot be seen can. */
    @Test
    void keepsTheLineBelowThePageThatIsShownToThatPageAlone() {
        try (BrowserContext context =
                chromium.browser().newContext(new NewContextOptions().setForcedColors(ForcedColors.ACTIVE))) {
            Page page = context.newPage();
            page.navigate(madeUp.url("index.html"));
            for (String links : List.of(".top nav a", ".switch a")) {
                assertThat(page.evaluate(
                                "links => [...document.querySelectorAll(links)].map(each =>"
                                        + "each.hasAttribute('aria-current') !== (getComputedStyle(each).borderBottomColor"
                                        + " === getComputedStyle(document.body).backgroundColor)).join()",
                                links))
                        .as(links)
                        .asString()
                        .contains("true")
                        .doesNotContain("false");
            }
        }
    }

    /** Has the page believe in so many shards, each of one post. Returns the numbers of those that it asks for. */
    private static List<Integer> manyShards(Page page, String file, int count) {
        return shards(page, file, count, number -> found(number, "")
                .replace("}", ",original:'https://elsewhere.example/N'}".replace("N", String.valueOf(number))));
    }

    /** The same for shards of these posts. */
    private static List<Integer> shards(Page page, String file, int count, IntFunction<String> posts) {
        String html = BrowserSites.text(BrowserSites.MADE_UP, file)
                .replaceFirst("data-shards=\"\\d+\"", "data-shards=\"" + count + "\"");
        page.route(
                madeUp.url(file) + "*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(html)));
        List<Integer> loaded = new ArrayList<>();
        page.route(madeUp.url("search/*"), route -> {
            int number = Integer.parseInt(route.request().url().replaceAll(".*/(\\d+)\\.js.*", "$1"));
            loaded.add(number);
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/javascript; charset=utf-8")
                    .setBody("orreryShard(" + number + ",[" + posts.apply(number) + "])"));
        });
        return loaded;
    }

    private static List<Integer> down(int from, int to) {
        return IntStream.iterate(from, number -> number >= to, number -> number - 1)
                .boxed()
                .toList();
    }

    private static String furtherAnswer(Page page) {
        page.locator(".answer button").click();
        return answer(page);
    }

    @Test
    void takesNoAddressForUnknownWhileWhatTellsOfItCannotBeLoaded() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            manyShards(page, "status.html", 2);
            page.navigate(madeUp.url("status.html"));
            for (String missing : List.of(madeUp.url("status/known-*.js*"), madeUp.url("search/1.js*"))) {
                page.route(missing, Route::abort);
                assertThat(answer(page, "https://elsewhere.example/1"))
                        .as(missing)
                        .isEqualTo("Nicht alle Beiträge konnten geladen werden. Noch einmal versuchen");
                page.unroute(missing);
            }
            assertThat(furtherAnswer(page)).isEqualTo("Er ist hier: p1");
        }
    }

    @Test
    void looksAnAddressUpInAllPostsThatCanBeLoaded() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            List<Integer> loaded = manyShards(page, "status.html", 30);
            List<String> missing = List.of(madeUp.url("search/25.js*"), madeUp.url("search/5.js*"));
            missing.forEach(each -> page.route(each, Route::abort));
            page.navigate(madeUp.url("status.html"));

            assertThat(answer(page, "https://elsewhere.example/20")).isEqualTo("Er ist hier: p20");
            assertThat(answer(page, "https://elsewhere.example/5")).isEqualTo("Weiter zurück suchen");
            assertThat(furtherAnswer(page))
                    .as("neither unknown nor a stranger")
                    .isEqualTo("Nicht alle Beiträge konnten geladen werden. Noch einmal versuchen");
            assertThat(answer(page, "https://elsewhere.example/1")).isEqualTo("Er ist hier: p1");
            assertThat(answer(page, "https://elsewhere.example/25")).startsWith("Nicht alle Beiträge");

            missing.forEach(page::unroute);
            assertThat(furtherAnswer(page)).isEqualTo("Er ist hier: p25");
            assertThat(answer(page, "https://nowhere.example/")).startsWith("Diese Adresse ist hier noch nicht");
            assertThat(loaded).as("each once").hasSize(30).doesNotHaveDuplicates();
        }
    }

    @Test
    void waitsForWhatAnEarlierQuestionIsLoading() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            List<Route> held = new ArrayList<>();
            Route.FulfillOptions late = new Route.FulfillOptions()
                    .setContentType("text/javascript; charset=utf-8")
                    .setBody("orreryShard(1,["
                            + found(1, "zebra").replace("}", ",original:'https://elsewhere.example/1'}") + "])");
            manyShards(page, "status.html", 1);
            page.route(madeUp.url("search/1.js*"), held::add);
            page.navigate(madeUp.url("status.html"));
            page.locator("#address").fill("https://elsewhere.example/1");
            page.locator("#address").press("Enter");
            page.waitForCondition(() -> !held.isEmpty());
            page.locator("#address").press("Enter");
            page.waitForTimeout(100);
            held.forEach(each -> each.fulfill(late));
            assertThat(answer(page)).isEqualTo("Er ist hier: p1");

            held.clear();
            shards(page, "search.html", 1, number -> found(number, "zebra"));
            page.route(madeUp.url("search/1.js*"), held::add);
            page.navigate(madeUp.url("search.html"));
            page.locator("#q").fill("zebr");
            page.locator("#q").press("Enter");
            page.waitForCondition(() -> !held.isEmpty());
            page.locator("#q").fill("zebra");
            page.locator("#q").press("Enter");
            held.forEach(each -> each.fulfill(late));
            page.waitForCondition(() -> page.locator(".found li").count() == 1);
        }
    }

    @Test
    void saysOverHttpAndFromDiskWhyAPostIsNotThere() {
        String disk = BrowserSites.DEMO
                .toAbsolutePath()
                .resolve("status.html")
                .toUri()
                .toString();
        for (String address : List.of(demo.url("status.html"), disk)) {
            try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
                Page page = context.newPage();
                page.navigate(address);
                assertThat(answer(page, "posts/node-zero-collective/a-halo-exchange-three-ways.html"))
                        .startsWith("This post is not where you looked for it:")
                        .contains("It is the same writing as another blog’s post", "A halo exchange, three ways")
                        .endsWith("Node Zero Collective");
                page.locator(".answer a").last().click();
                assertThat(page.locator("h1").textContent())
                        .isEqualTo("Which posts of Node Zero Collective are not on the front page");
                page.goBack();
                assertThat(answer(page, "posts/rank-zero/a-halo-exchange-three-ways.html"))
                        .isEqualTo("It is here: A halo exchange, three ways");
                assertThat(answer(page, "https://nowhere.example/x"))
                        .isEqualTo("The planet has not met this address, and no blog on its list lives there.");
            }
        }
    }

    @Test
    void answersTheLastOfSeveralQuestionsAboutAPost() {
        String copy = "https://planet.example/posts/node-zero-collective/a-halo-exchange-three-ways.html";
        List<Route> held = new ArrayList<>();
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.route(demo.url("search/*"), held::add);
            page.navigate(demo.url("status.html"));
            page.locator("#address").fill("https://nowhere.example/x");
            page.locator("form.lookup button").click();
            page.waitForCondition(() -> !held.isEmpty());

            page.locator("#address").fill(copy);
            page.evaluate("() => [1, 2].forEach(() => document.querySelector('form.lookup').requestSubmit())");
            assertThat(answer(page)).startsWith("This post is not where you looked for it:");
            page.unroute(demo.url("search/*"));
            held.forEach(Route::resume);
            page.waitForCondition(() -> page.locator("script[src^='search/']").count() == 0);
            assertThat(answer(page)).startsWith("This post is not where you looked for it:");
        }
    }

    private static String answer(Page page, String address) {
        page.locator("#address").fill(address.startsWith("posts/") ? "https://planet.example/" + address : address);
        page.locator("form.lookup button").click();
        return answer(page);
    }

    private static String answer(Page page) {
        page.waitForCondition(() -> !page.locator(".answer").innerText().matches("|Looking…|Suche läuft…"));
        return page.locator(".answer").innerText().replaceAll("\\s+", " ");
    }

    @Test
    void asksASearchEngineWithoutJavaScript() {
        try (BrowserContext context =
                chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(madeUp.url("search.html"));
            assertThat(page.locator("form.search").getAttribute("action")).isEqualTo("https://duckduckgo.com/");
            assertThat(page.locator("input[name=sites]").getAttribute("value")).isEqualTo("planet.example/blogs");
            assertThat(page.locator("button.theme").isVisible()).isFalse();
            page.navigate(madeUp.url("index.html"));
            assertThat(page.locator(".card").count()).isGreaterThan(19);
        }
    }

    @Test
    void remembersTheChoiceBetweenLightAndDark() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(demo.url("index.html"));
            Object light = page.evaluate("getComputedStyle(document.body).backgroundColor");
            page.locator("button.theme").click();
            page.navigate(demo.url("members.html"));
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isNotEqualTo(light);
            assertThat(page.locator("button.theme").getAttribute("aria-pressed"))
                    .isEqualTo("true");
        }
    }

    @Test
    void canBeUsedByKeyboard() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(demo.url("index.html"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            assertThat(page.evaluate("document.activeElement.getBoundingClientRect().top >= 0"))
                    .isEqualTo(true);
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.closest('main') !== null"))
                    .isEqualTo(true);
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
            for (int i = 0; i < 5; i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.endsWith("index.html") || url.contains("groups"));
        }
    }

    @Test
    void showsAFeedAsAPageThatCanBeRead() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            for (String feed : List.of("feed.xml", "atom.xml", "groups/personal/feed.xml", "opml.xml")) {
                page.navigate(madeUp.url(feed));
                assertThat(page.evaluate("getComputedStyle(document.documentElement).display"))
                        .isEqualTo("block");
                assertThat(before(page, "document.documentElement"))
                        .as("in the planet's language")
                        .startsWith(feed.equals("opml.xml") ? "Das sind alle Blogs" : "Das ist ein Feed.");
            }
            assertThat(before(page, "document.querySelector('outline[xmlUrl]')"))
                    .isEqualTo("Ada’s Cluster Notes");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('outline[xmlUrl]'), '::after').content"))
                    .isEqualTo("\"https://ada.example/feed.xml\"");
        }
    }

    /** What is shown before an element, without its quotes. */
    private static String before(Page page, String element) {
        return String.valueOf(page.evaluate("getComputedStyle(" + element + ", '::before').content"))
                .replaceAll("^\"|\"$", "");
    }

    @Test
    void printsThePostAndWhereItsLinksLeadAndNothingElse() {
        try (BrowserContext context = context(ColorScheme.DARK, 1280)) {
            Page page = context.newPage();
            page.navigate(madeUp.url("posts/ada/rich.html"));
            page.locator("button.theme").dblclick(); // dark by choice, too
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String screenOnly : List.of(".top nav", "button.theme", ".foot", ".skip", ".beside")) {
                assertThat(page.locator(screenOnly).first().isVisible())
                        .as(screenOnly)
                        .isFalse();
            }
            assertThat(page.locator("h1").isVisible()).isTrue();
            assertThat(page.locator(".prose").isVisible()).isTrue();
            assertThat(page.evaluate(
                            "getComputedStyle(document.querySelector('.crosspost a.original'), '::after').content"))
                    .isEqualTo("\" (https://ada.example/rich?a=1&b=2)\"");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.prose pre')).whiteSpace"))
                    .isEqualTo("pre-wrap");
            assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                    .as("ink on paper, whatever the reader's screen prefers")
                    .isEqualTo("light");
            page.navigate(madeUp.url("index.html"));
            assertThat(page.locator(".switch").isVisible()).isFalse();
            assertThat(page.locator(".pager").isVisible()).isFalse();
        }
    }

    @Test
    void printsThePostsTablesWhole() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 700)) {
            Page page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(madeUp.url("posts/ada/rich.html"));
            page.evaluate("document.querySelector('.prose').innerHTML += '<table>' + ('<tr>' + "
                    + "'<td>Nachrichtendurchsatz</td>'.repeat(14) + '</tr>').repeat(3) + '</table>'");
            assertThat(page.evaluate(
                            "[...document.querySelectorAll('.prose table')].filter(e => e.scrollWidth > e.clientWidth"
                                    + " || e.getBoundingClientRect().right > document.querySelector('.prose').getBoundingClientRect().right + 1)"
                                    + ".length"))
                    .isEqualTo(0);
        }
    }

    /** A month of answers and two years of posts, on a sheet of paper. */
    @Test
    void printsTheTablesOfTheStatusPageWhole() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 700)) {
            Page page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(madeUp.url("status.html"));
            page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })");
            page.evaluate(
                    "document.querySelectorAll('.wide td:empty').forEach(cell => { cell.textContent = '10,2 (3)'; })");
            assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .isEqualTo(0);
        }
    }

    /** A day is told beside the date where a script may run, and the date stands in any case. */
    @Test
    void tellsHowLongAgoAPostIsBesideItsDate() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280);
                BrowserContext plain =
                        chromium.browser().newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.clock().setFixedTime(Date.from(Instant.parse("2026-05-23T11:00:00Z")));
            page.navigate(madeUp.url("index.html"));
            Locator newest = page.locator(".card time").first();
            assertThat(newest.textContent()).isEqualTo("20. Mai 2026");
            assertThat(newest.getAttribute("title")).isEqualTo("vor 3 Tagen");
            assertThat(page.locator(".card time").last().getAttribute("title"))
                    .as("of what is older than two weeks the date says more")
                    .isNull();

            Page without = plain.newPage();
            without.navigate(madeUp.url("index.html"));
            Locator same = without.locator(".card time").first();
            assertThat(same.textContent()).isEqualTo("20. Mai 2026");
            assertThat(same.getAttribute("datetime")).isEqualTo("2026-05-20T10:00:00+00:00");
            assertThat(same.getAttribute("title")).isNull();
        }
    }

    @Test
    void leadsBackFromAnAddressThatIsNotThere() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = context.newPage();
            page.navigate(madeUp.url("posts/nobody/nothing.html"));
            page.locator("main a").first().click();
            assertThat(page.url()).isEqualTo(madeUp.url("index.html"));
        }
    }

    /** The pictures of the README: {@code -Dscreenshots=FOLDER}. */
    @Test
    void takesScreenshots() {
        String folder = System.getProperty("screenshots");
        Assumptions.assumeTrue(folder != null, "screenshots are taken with -Dscreenshots=FOLDER");
        String post = BrowserSites.pages(BrowserSites.DEMO).stream()
                .filter(page -> page.matches(System.getProperty("screenshots.post", "posts/rank-zero/a-halo.*")))
                .findFirst()
                .orElseThrow();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {390, 1440}) {
                try (BrowserContext context = context(scheme, width)) {
                    Page page = context.newPage();
                    for (String path : List.of("index.html", "members.html", post)) {
                        page.navigate(demo.url(path));
                        String name =
                                path.startsWith("posts/") ? "post" : path.equals("index.html") ? "front" : "members";
                        String file = name + (width < 600 ? "-phone-" : "-desktop-")
                                + scheme.name().toLowerCase(Locale.ROOT) + ".png";
                        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, file)));
                    }
                }
            }
        }
    }
}
