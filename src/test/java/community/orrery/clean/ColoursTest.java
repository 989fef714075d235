package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.util.Objects;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Code is coloured and stays the same code. */
class ColoursTest {

    private static final URI HERE = URI.create("https://blog.example/");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            textBlock =
                    """
                    c      | int n = 0x1F; // a "count"      | <k>int</> n = <m>0x1F</>; <c1>// a "count"</>
                    c      | char *s = "a\\"b", c = '\\''; | <k>char</> *s = <s>"a\\"b"</>, c = <s>'\\''</>;
                    cpp    | /* if */ template<typename T>  | <cm>/* if */</> <k>template</><<k>typename</> T>
                    c      | #include <mpi.h>               | <k>#include</> <mpi.h>
                    fortran| REAL :: x = 1.5D-3 ! don't     | <k>REAL</> :: x = <m>1.5D-3</> <c1>! don't</>
                    fortran| print *, 'it''s'               | <k>print</> *, <s>'it'</><s>'s'</>
                    python | def f(x): return x[1] # end    | <k>def</> f(x): <k>return</> x[<m>1</>] <c1># end</>
                    python | s = \"\"\"a 'b' c\"\"\"              | s = <s>\"\"\"a 'b' c\"\"\"</>
                    bash   | for f in *.c; do echo "${f#x}" | <k>for</> f <k>in</> *.c; <k>do</> <k>echo</> <s>"${f#x}"</>
                    bash   | echo a#b $# # c                | <k>echo</> a#b $# <c1># c</>
                    java   | var x = 1_000L + y2;           | <k>var</> x = <m>1_000L</> + y2;
                    js     | const a = `x ${b}`;            | <k>const</> a = <s>`x ${b}`</>;
                    go     | func main() { ch <- 1 }        | <k>func</> main() { ch <- <m>1</> }
                    rust   | fn f<'a>(x: &'a str) {}        | <k>fn</> f<'a>(x: &'a <k>str</>) {}
                    json   | {"key": "a: b", "n": [1, null]} | {<nt>"key"</>: <s>"a: b"</>, <nt>"n"</>: [<m>1</>, <k>null</>]}
                    yaml   | - name: a#b  # c               | - <nt>name</>: a#b  <c1># c</>
                    sql    | select a from b -- it's        | <k>select</> a <k>from</> b <c1>-- it's</>
                    diff   | +added                         | <gi>+added</>
                    html   | <a href="x">y</a><!-- z -->    | <nt><a</> <na>href</>=<s>"x"</>>y<nt></a</>><cm><!-- z --></>
                    """)
    void marksWhatCanBeToldWithoutAGrammar(String language, String code, String marked) {
        Element block = coloured(language, code);
        StringBuilder found = new StringBuilder();
        block.childNodes()
                .forEach(node -> found.append(
                        node instanceof Element span
                                ? "<" + span.className() + ">" + span.wholeText() + "</>"
                                : ((TextNode) node).getWholeText()));
        assertThat(found).hasToString(marked);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20260518})
    void changesNoCharacterAndUsesOnlyKnownClasses(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "\"",
            "'",
            "`",
            "\"\"\"",
            "/*",
            "*/",
            "//",
            "#",
            "--",
            "!",
            "<a b=",
            "<!--",
            "-->",
            "\\",
            "\n",
            "  ",
            "1e-5",
            "0x",
            ".",
            "if",
            "key:",
            "{",
            "}",
            "é\uD83D\uDE80",
            "&amp;",
            "&",
            "<",
            ">",
            "+",
            "-",
            "@@",
            "word_1"
        };
        String[] languages = {
            "c",
            "cpp",
            "fortran",
            "python",
            "bash",
            "java",
            "js",
            "go",
            "rust",
            "json",
            "yaml",
            "sql",
            "diff",
            "html",
            "toml",
            "makefile"
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder code = new StringBuilder("x");
            for (int i = random.nextInt(30); i >= 0; i--) {
                code.append(pieces[random.nextInt(pieces.length)]);
            }
            Element block = coloured(languages[round % languages.length], code.toString());
            assertThat(block.wholeText()).isEqualTo(code.toString());
            assertThat(block.select("*:not(code)")).allSatisfy(span -> {
                assertThat(span.tagName()).isEqualTo("span");
                assertThat(Policy.TOKEN_CLASSES).contains(span.className());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><code class=\"language-c\"><span class=\"k\">int</span> x;</code></pre>",
                "<pre><code>int x;</code></pre>",
                "<pre><code class=\"language-klingon\">int x;</code></pre>",
                "<p><code class=\"language-c\">int x;</code></p>"
            })
    void leavesAloneWhatIsColouredUnnamedUnknownOrInline(String html) {
        SafeHtml cleaned = clean(html);

        assertThat(cleaned.coloured()).isSameAs(cleaned);
    }

    @Test
    void coloursBlocksWithAndWithoutACodeElementAndAsManyAsThereAre() {
        String markup = clean(
                        "<pre class=language-c>int x;</pre><p>and</p><pre><code class=language-go>return 1</code></pre>"
                                + "<pre><code class=language-c>a <b>b</b> int</code></pre><p>end")
                .coloured()
                .markup();

        Elements coloured = Jsoup.parseBodyFragment(markup).select("pre:has(span)");
        assertThat(coloured.eachText()).containsExactly("int x;", "return 1");
        assertThat(markup).endsWith("<p>end</p>");
    }

    @Test
    void staysWithinThePolicyAndWithinBounds() {
        String hostile = "&lt;script&gt;alert(1)&lt;/script&gt; \" onload=\"x ".repeat(3_000);
        SafeHtml cleaned = clean("<pre><code class=language-js>" + hostile + "</code></pre>");
        String markup = cleaned.coloured().markup();

        assertThat(PolicyCheck.violations(markup, "p1-")).isEmpty();
        assertThat(Jsoup.parseBodyFragment(markup).select("script")).isEmpty();
        SafeHtml long1 = clean("<pre><code class=language-js>" + "if ".repeat(100_000) + "</code></pre>");
        assertThat(long1.coloured()).isSameAs(long1);
    }

    private static Element coloured(String language, String code) {
        String escaped = code.replace("&", "&amp;").replace("<", "&lt;");
        String markup = clean("<pre><code class=\"language-" + language + "\">" + escaped + "</code></pre>")
                .coloured()
                .markup();
        return Objects.requireNonNull(Jsoup.parseBodyFragment(markup).selectFirst("pre code"));
    }

    private static SafeHtml clean(String html) {
        return SafeHtml.onPage(
                HtmlCleaner.clean(new UntrustedHtml(html, HERE), new Origin(null, null))
                        .html(),
                "p1-");
    }
}
