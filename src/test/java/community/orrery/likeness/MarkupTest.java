package community.orrery.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One two</p> | <div class='x'>One   two</div>",
                "<p>One</p><!-- built at 3 --> | <p>One</p>",
                "<img src='a.png?Expires=1&Signature=x'> | <img src=\"a.png?Expires=2&amp;Signature=y\" />",
                "<a href='/x?utm_source=rss&id=3'>x</a> | <a href='/x?id=3&utm_source=atom'>x</a>",
                "<a href='https://files.example/a.pdf?X-Amz-Signature=1&v=1'>a</a> | <a href='https://files.example/a.pdf?X-Amz-Signature=2&v=2'>a</a>",
                "<a href='/a.pdf?token=1&expires=1'>a</a> | <a href='/a.pdf?token=2&expires=2'>a</a>",
                "<link rel='stylesheet' href='/s.css?ver=1'> | <link rel='stylesheet' href='/s.css?ver=2'>",
                "<img src='chart.png?v=1'> | <img src='chart.png?v=2'>",
                "<p>Text</p><p>3 Comments</p> | <p>Text</p><p>12 comments</p>",
                "it&#8217;s | it’s",
                "<p>a</p><script>var t = 1;</script> | <p>a</p><script>var t = 2;</script>",
                "<h2 id='a1'>T</h2> | <h2 id='b2' class='y'>T</h2>",
            })
    void renderingsOfOneTextAreEqual(String one, String other) {
        assertThat(Markup.essence(one)).isEqualTo(Markup.essence(other));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One two</p> | <p>One too</p>",
                "<img src='a.png'> | <img src='b.png'>",
                "<a href='/x?id=3'>x</a> | <a href='/x?id=4'>x</a>",
                "<a href='https://video.example/watch?v=old'>x</a> | <a href='https://video.example/watch?v=new'>x</a>",
                "<a href='/viewtopic.php?t=3'>x</a> | <a href='/viewtopic.php?t=4'>x</a>",
                "<a href='/code?ref=v1.0'>x</a> | <a href='/code?ref=v2.0'>x</a>",
                "<a href='/data?source=one'>x</a> | <a href='/data?source=two'>x</a>",
                "<h2>T</h2> | <h3>T</h3>",
                "<p>a</p> | <p>a <strong>b</strong></p>",
                "<code class='language-c'>x</code> | <code class='language-go'>x</code>",
                "<img alt='a' src='i.png'> | <img alt='b' src='i.png'>",
            })
    void changesOfTheAuthorAreNot(String one, String other) {
        assertThat(Markup.essence(one)).isNotEqualTo(Markup.essence(other));
    }

    @Test
    void indentationOfCodeIsTheAuthors() {
        String right = "<pre><code>for node in rack:\n    boot(node)\nreport()</code></pre>";
        assertThat(Markup.essence(right))
                .isEqualTo(Markup.essence("<pre class='py'><code><span>for</span> node  in rack:\r\n"
                        + "&nbsp;&nbsp; &nbsp;boot(node)  \n\nreport()</code>\n</pre>"))
                .isEqualTo(Markup.essence("<div>\n" + right.replace("\n", "<br>") + "\n  </div>"))
                .isNotEqualTo(Markup.essence(right.replace("    boot", "boot")))
                .isNotEqualTo(Markup.essence(right.replace("\nreport", "\n    report")));
        assertThat(Markup.essence("<p>a\n   b</p>" + right + "<p>c\n   d</p>"))
                .isEqualTo(Markup.essence("<p>a b</p>" + right + "<p>c d</p>"));
    }

    @Test
    void readsHostileMarkupInTime() {
        assertThat(Markup.essence("<a ".repeat(20_000))).isNotEmpty();
        assertThat(Markup.essence("<!-- ".repeat(20_000))).isEmpty();
        assertThat(Markup.essence("<a x=\"" + "y".repeat(100_000))).isNotEmpty();
        assertThat(Markup.essence("<a " + "b='c' ".repeat(20_000) + ">")).isEqualTo("<a>");
        assertThat(Markup.essence("&#99999999;&#x110000;&#55296;&")).isNotEmpty();
    }
}
