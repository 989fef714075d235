package community.orrery.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Documents of nested, crossed, unclosed and misplaced markup, the same for the same seed. */
final class BrokenMarkup {

    private static final List<String> TAGS =
            List.of(("a abbr address annotation-xml applet article b base bdo blockquote body br button caption"
                            + " center code col colgroup dd del desc details div dl dt em embed fieldset figcaption figure font foreignObject form"
                            + " frameset h1 h2 h6 head hr html i iframe image img input li link listing math malignmark marquee mglyph mi mo ms"
                            + " mtext nobr noembed noframes noscript object ol option p picture plaintext pre q rp rt ruby s script section select"
                            + " semantics small source span style sub summary sup svg table tbody td template textarea tfoot th thead title tr tt u"
                            + " ul var video wbr xmp x-y mfenced annotation msub mfrac track audio dir menu center strike big")
                    .split(" "));
    private static final List<String> ATTRIBUTES = List.of(
            "onclick=hit(1)",
            "onerror='hit(1)'",
            "href=javascript:hit(1)",
            "href=#x",
            "href=https://a.example/?a=1&b",
            "src=x",
            "src=data:image/svg+xml,x",
            "src='https://a.example/\"'",
            "style=position:fixed",
            "class='language-c k footnote'",
            "id=x",
            "id='a\"b'",
            "name=y",
            "title='</style><img src=x onerror=hit(1)>'",
            "alt='--><script>'",
            "xlink:href=javascript:hit(1)",
            "encoding=text/html",
            "type=checkbox",
            "width=3",
            "srcset='a 1x, javascript:b 2x'",
            "colspan=9999",
            "lang=en",
            "hidden",
            "open",
            "definitionurl=x",
            "autofocus",
            "background=javascript:x",
            "dir=rtl",
            "data-src=/y");
    private static final List<String> TEXTS = List.of(
            "words ",
            "&lt;img src=x onerror=hit(1)&gt;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<",
            ">",
            "&",
            "&amp;lt;",
            "</",
            "<!doctype html>",
            "<?x",
            "\n",
            "\u0000",
            "$$x_1$$",
            "\\(a\\)",
            "&#x1;",
            "\ud800",
            "é漢🙂",
            "<//>",
            "\"'",
            "&nbsp;",
            "<!-- x --!>",
            "</p",
            "\\[\\frac{1}{2}\\]",
            "$a_1$");

    private final Random random;

    BrokenMarkup(long seed) {
        random = new Random(seed);
    }

    String next() {
        StringBuilder out = new StringBuilder();
        List<String> open = new ArrayList<>();
        int parts = 5 + random.nextInt(60);
        for (int i = 0; i < parts; i++) {
            int kind = random.nextInt(10);
            if (kind < 5) {
                String tag = any(TAGS);
                out.append('<').append(random.nextInt(12) == 0 ? tag.toUpperCase(java.util.Locale.ROOT) : tag);
                for (int a = random.nextInt(3); a > 0; a--) {
                    out.append(random.nextInt(15) == 0 ? "/" : " ").append(any(ATTRIBUTES));
                }
                out.append(random.nextInt(20) == 0 ? "" : random.nextInt(10) == 0 ? "/>" : ">");
                open.add(tag);
            } else if (kind < 8 || open.isEmpty()) {
                out.append(any(TEXTS));
            } else {
                // Mostly the innermost, often not.
                int which = random.nextInt(3) == 0 ? random.nextInt(open.size()) : open.size() - 1;
                out.append("</").append(open.remove(which)).append('>');
            }
        }
        return out.toString();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
