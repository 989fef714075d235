package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.KeptHtml;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever is done a shorter way for speed comes to the same as the long way, on random input from a fixed seed. */
class ShortcutsTest {

    private static final int TIMES = 20_000;
    private final Random random = new Random(17);

    @Test
    void signsOfTexAreThoseThatOneExpressionFinds() {
        Pattern signs = Pattern.compile(
                "<script[^>]{0,300}(?:mathjax|katex|math/tex)"
                        + "|class\\s*=\\s*[\"'][^\"'>]{0,200}\\b(?:arithmatex|mathjax|katex|math-inline|(?:math (?:inline|display)))\\b"
                        + "|<link[^>]{0,300}katex|\\$\\$[^$<]{0,400}\\\\[a-zA-Z]{2,}[^$<]{0,400}\\$\\$",
                Pattern.CASE_INSENSITIVE);
        List<String> pieces = List.of(
                "<script src=x",
                "<SCRIPT ",
                "<link ",
                "class",
                "class =",
                " Class=\n",
                "=",
                "\"",
                "'",
                ">",
                " ",
                "a",
                "$",
                "$$",
                "\\alpha",
                "mathjax",
                "MathJax",
                "katex",
                "KaTeX",
                "math/tex",
                "arithmatex",
                "math-inline",
                "math display",
                "math ",
                "<",
                "ma",
                "format",
                "word ".repeat(38),
                "x".repeat(9),
                "_",
                "é",
                "\u212aatex",
                "<\u017fcript ",
                "link",
                "math inline",
                "\ud83d\ude00",
                "ж",
                "-");
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            String markup = joined(pieces, 12);
            assertThat(TexSigns.in(markup))
                    .as(markup)
                    .isEqualTo(signs.matcher(markup).find());
            found += TexSigns.in(markup) ? 1 : 0;
        }
        assertThat(found).isBetween(TIMES / 20, TIMES * 19 / 20);
    }

    @Test
    void textIsCopiedOrEscapedAsItNeeds() {
        List<String> pieces = List.of(
                "word ",
                "é",
                "’",
                "漢",
                "\u00a0",
                "\u200b",
                "\ud83d\ude00",
                "\ud83d",
                "\ude00",
                "\ufffe",
                "\u0085",
                "\u007f",
                "\u0000",
                "\r",
                "\r\n",
                "\n",
                "\f",
                "&",
                "<",
                ">",
                "\"",
                "'",
                "$",
                "\\");
        for (int i = 0; i < TIMES; i++) {
            String text = joined(pieces, 6);
            Markup quick = new Markup(16);
            quick.text(text);
            assertThat(quick.finish()).as(text).isEqualTo(escaped(text));
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("\r\n?", "\n")
                // Halves of characters; a whole one has no halves to an expression.
                .replaceAll("[\\x{d800}-\\x{dfff}]", "")
                .replace('\f', ' ')
                .replaceAll("[\\p{Cc}&&[^\n\t]]", "")
                .replaceAll("[\\x{fdd0}-\\x{fdef}\\x{fffe}\\x{ffff}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Test
    void wordsThatAreCopiedTogetherAreThoseReadOneByOne() {
        List<String> pieces = List.of(
                "word",
                "a",
                " ",
                " ",
                "  ",
                "\n",
                "\t",
                "\u00a0",
                "\u00ad",
                "\u200b",
                "\u2028",
                "\u3000",
                "\u0007",
                "é",
                "漢",
                "か",
                "ｱ",
                "\u2062",
                "\ufeff",
                ".",
                "?",
                "-",
                "\ud83d",
                "\ud83d\ude00");
        for (int i = 0; i < TIMES; i++) {
            PlainText plain = new PlainText(8);
            StringBuilder whole = new StringBuilder();
            for (int texts = random.nextInt(4); texts >= 0; texts--) {
                String text = joined(pieces, 8);
                plain.add(joined(pieces, 5), random.nextBoolean());
                plain.takeBack();
                plain.add(text, random.nextBoolean());
                whole.append(text);
                if (random.nextBoolean()) {
                    plain.boundary();
                    whole.append(' ');
                }
            }
            String visible =
                    whole.toString().replaceAll("[\\p{Cc}&&[^ \n\t\r\f]]|[\u00ad\u200b\ufeff\u2060-\u2064]", "");
            String folded =
                    visible.replaceAll("[ \n\t\r\f\u00a0\u2028\u3000]+", " ").replaceAll("^ | $", "");
            long ideographs = folded.chars()
                    .filter(c -> c >= 0x3040 && c <= 0x30ff || c >= 0x3400 && c <= 0x9fff)
                    .count();
            assertThat(plain.text()).isEqualTo(folded);
            assertThat(plain.words())
                    .isEqualTo((folded.isEmpty() ? 0 : folded.split(" ").length) + (int) ideographs / 2);
        }
    }

    @Test
    void anAddressThatIsFinishedIsWhatTheWholeWayMakesOfIt() {
        List<String> pieces = List.of(
                "https://",
                "http://",
                "HTTP://",
                "//",
                "/",
                "a.example",
                "A.example",
                "user@",
                ":8080",
                ":",
                "[::1]",
                "..",
                ".",
                "./",
                "?",
                "#",
                "x",
                "%",
                "%41",
                " ",
                "\\",
                "é",
                "\"",
                "<",
                "{",
                "&",
                "=",
                "-",
                "_",
                "'",
                "\t");
        int finished = 0;
        for (int i = 0; i < TIMES; i++) {
            String url = (i % 2 == 0 ? "https://a.example" : "") + joined(pieces, 6);
            if (SafeUrl.isFinished(url)) {
                finished++;
                assertThat(SafeUrl.http(" " + url, "https://base.example/")).isEqualTo(url);
                assertThat(SafeUrl.link(" " + url, "https://base.example/")).isEqualTo(url);
            }
        }
        assertThat(finished).isGreaterThan(TIMES / 20);
    }

    @Test
    void trackersAreThoseThatOneExpressionFinds() {
        Pattern pixels =
                Pattern.compile("^https?://(?:feeds\\.feedburner\\.com/~|(?:stats|pixel)\\.(?:wp|wordpress)\\.com/"
                        + "|[a-z0-9.]*doubleclick\\.net/|[a-z0-9.-]+\\.goatcounter\\.com/count|counter\\.dev/"
                        + "|[a-z0-9.-]+/(?:matomo|piwik)\\.php\\b|visitor-badge\\.|(?:www\\.)?assoc-amazon\\.[a-z.]+/e/"
                        + "|[a-z0-9.]*substack\\.com/o/|www\\.facebook\\.com/tr\\b)");
        Pattern buttons =
                Pattern.compile("^https?://(?:feeds\\.feedburner\\.com/~(?:ff|a)/|(?:www\\.)?addtoany\\.com/share)");
        List<String> hosts = List.of(
                "feeds.feedburner.com",
                "pixel.wp.com",
                "stats.wordpress.com",
                "doubleclick.net",
                "goatcounter.com",
                "counter.dev",
                "visitor-badge.example",
                "assoc-amazon.co.uk",
                "www.assoc-amazon.de",
                "substack.com",
                "www.facebook.com",
                "addtoany.com",
                "www.addtoany.com",
                "blog.example",
                "t.co");
        List<String> before = List.of("", "", "a.", "ad", "www.", "feeds.feedburner.com/");
        List<String> after = List.of(
                "",
                "/",
                "/~",
                "/~ff/x",
                "/~a/",
                "/count?p=/x",
                "/matomo.php?x",
                "/e/ir",
                "/o/",
                "/tr?a",
                "/share",
                ":80/~",
                "?x=/");
        int found = 0;
        for (int i = 0; i < TIMES; i++) {
            String url = (random.nextBoolean() ? "https://" : "http://")
                    + one(before)
                    + one(hosts)
                    + one(after)
                    + one(after);
            assertThat(Trackers.isPixel(url))
                    .as(url)
                    .isEqualTo(pixels.matcher(url).find());
            assertThat(Trackers.isButton(url))
                    .as(url)
                    .isEqualTo(buttons.matcher(url).find());
            found += Trackers.isPixel(url) ? 1 : 0;
        }
        assertThat(found).isBetween(TIMES / 20, TIMES / 2);
    }

    @Test
    void aFooterIsFoundHoweverItsWordsAreParted() {
        List<String> before = List.of("", " ", "\n", "\u00a0", "\u2003\u00a0", "<!-- x -->", "<b></b>", "x ");
        List<String> words =
                List.of("The post", "The\npost", "The\u00a0 post", "Der Beitrag", "O post", "Thepost", "Cet");
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            String start = one(before);
            String words1 = one(words);
            String markup = "<p>" + start + words1 + " <a href=/1>X</a> "
                    + (random.nextBoolean() ? "appeared first on" : "erschien zuerst auf")
                    + " <a href=/2>Y</a>.</p>";
            Element paragraph = Jsoup.parseBodyFragment(markup).body().child(0);
            boolean english = words1.matches("The\\s*[\\s\u00a0]+post") && markup.contains("appeared first on");
            boolean german = words1.startsWith("Der") && markup.contains("erschien");
            boolean footer = (english || german) && !start.equals("x ") && !start.equals("<b></b>");
            assertThat(Clutter.isAppearedFirst(paragraph)).as(markup).isEqualTo(footer);
            found += footer ? 1 : 0;
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void whatOnlyLooksLikeAnIdIsNone() {
        KeptHtml html = Fixtures.clean("<p id=\"real\" title=\"see id=\">said id=\"fake\" <a href=\"#real\">x</a></p>")
                .html();
        assertThat(SafeHtml.inFeed(html, Fixtures.ORIGIN.permalink()).markup())
                .isEqualTo(
                        "<p title=\"see id=\">said id=\"fake\" <a href=\"https://blog.example/2024/05/post/#real\">x</a></p>");
    }

    private String one(List<String> pieces) {
        return pieces.get(random.nextInt(pieces.size()));
    }

    private String joined(List<String> pieces, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
