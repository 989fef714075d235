package community.orrery.clean;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a post's markup may hold: the whole policy as data. Whatever is not named here does not reach a page. Whoever
 * changes it raises {@link HtmlCleaner#POLICY_VERSION}.
 */
final class Policy {

    /** Elements that go together with all they hold. Any other unknown element goes alone: its text stays. */
    static final Set<String> DROPPED_WHOLE = words(
            """
            script style template noscript noembed noframes head title meta link base basefont bgsound
            object applet embed param iframe frame frameset portal fencedframe
            svg canvas map area dialog slot shadow
            button select option optgroup datalist textarea input output progress meter keygen isindex
            annotation annotation-xml mglyph malignmark
            """);

    /**
     * HTML: {@code element [> written-as] [flags] [: attributes]}. Flags: {@code block} cannot stand in a paragraph, {@code
     * void} has no content, {@code stays} is kept even when empty. {@code id}, {@code class}, {@code lang}, {@code dir},
     * {@code title} and {@code role} may stand on each.
     */
    static final Map<String, Rule> HTML = rules(
            """
            p block
            div block
            article > div block
            section > div block
            main > div block
            header > div block
            footer > div block
            nav > div block
            aside > div block
            address > div block
            hgroup > div block
            fieldset > div block
            form > div block
            center > div.align-center block
            h1 block
            h2 block
            h3 block
            h4 block
            h5 block
            h6 block
            blockquote block : cite
            pre block
            listing > pre block
            xmp > pre block
            plaintext > pre block
            hr block void
            ul block
            menu > ul block
            dir > ul block
            ol block : start reversed type
            li block stays : value
            dl block
            dt block stays
            dd block stays
            figure block
            figcaption block
            details block : open
            summary block
            table block
            caption block
            colgroup stays : span
            col void : span
            thead stays
            tbody stays
            tfoot stays
            tr stays
            th stays : colspan rowspan scope abbr
            td stays : colspan rowspan
            a : href
            b
            i
            em
            strong
            u
            s
            strike > s
            small
            mark
            sub
            sup
            del : cite datetime
            ins : cite datetime
            code
            tt > code
            kbd
            samp
            var
            cite
            dfn
            q : cite
            abbr
            acronym > abbr
            time : datetime
            bdi
            bdo
            span
            font > span
            ruby
            rt
            rp
            br void
            wbr void
            img void : width height
            picture
            source void
            video block : width height loop muted
            audio block : loop
            track void : kind srclang label
            """);

    /** MathML Core, written inside {@code math} only; nothing else may stand there. */
    static final Set<String> MATHML = words(
            """
            math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover
            mmultiscripts mprescripts none mtable mtr mtd mstyle merror mpadded mphantom menclose
            """);

    static final Set<String> MATHML_ATTRIBUTES = words(
            """
            alttext display mathvariant displaystyle scriptlevel stretchy fence separator lspace rspace form accent accentunder
            linethickness width height depth voffset columnalign rowalign columnspan rowspan largeop movablelimits
            symmetric minsize maxsize notation columnspacing rowspacing columnlines rowlines
            """);

    /** Class names that mean something to our style sheets; any other goes. */
    static final Set<String> CLASSES = words(
            """
            footnote footnotes footnote-ref footnote-backref footnote-back footnote-definition reversefootnote
            align-left align-center align-right
            """);

    /** The language of a code block, as a class name of {@code pre} or {@code code}. */
    static final Pattern LANGUAGE_CLASS = Pattern.compile("language-[a-z0-9][a-z0-9+#._-]{0,30}");

    /** The tokens that Pygments, Rouge and Chroma agree on: short names, kept on spans in code so that it can be coloured. */
    static final Set<String> TOKEN_CLASSES = words(
            """
            c c1 ch cm cp cpf cs k kc kd kn kp kr kt kv n na nb bp nc no nd ni ne nf fm nl nn nx py nt nv vc vg vi vm nbp
            o ow p m mb mf mh mi mo il l ld s sa sb sc dl sd s2 se sh si sx sr s1 ss g gd ge gr gh gi go gp gs gu gt w err
            """);

    /** Footnotes and their notes, for assistive technology (DPUB-ARIA). */
    static final Set<String> ROLES = words("doc-noteref doc-backlink doc-endnotes doc-endnote doc-footnote");

    /** The site vouches for no link that a member's post holds, and gives no page a handle on ours. */
    static final String LINK_REL = " rel=\"noopener nofollow ugc\"";

    static final Rule IMAGE = HTML.getOrDefault("img", new Rule("img", "", Set.of(), false, true, false));

    /** Images come when they are scrolled to, and their host is not told from which page. */
    static final String IMAGE_LOADING = " loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"";

    /** Sound and film come when a reader asks for them. */
    static final String MEDIA_LOADING = " controls=\"\" preload=\"none\"";

    /** A narrower picture does not stand for its post. */
    static final int LEAD_IMAGE_WIDTH = 200;

    /** Longest kept inline image, in characters of its URL; larger ones go. */
    static final int DATA_IMAGE_CHARACTERS = 100_000;

    /** Raster images only: an SVG is a document. */
    static final Pattern DATA_IMAGE = Pattern.compile(
            "data:image/(?:png|jpeg|jpg|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}", Pattern.CASE_INSENSITIVE);

    /** Deepest nesting that is written; what lies deeper keeps its text. Browsers stop at 512. */
    static final int DEPTH = 200;

    /** Longest input that is read, in characters: the rest of a longer one is left out. */
    static final int INPUT_CHARACTERS = 4_000_000;

    /** Longest excerpt, in characters. */
    static final int EXCERPT_CHARACTERS = 300;

    private Policy() {}

    /** What becomes of an allowed element. */
    record Rule(String written, String added, Set<String> attributes, boolean block, boolean empty, boolean stays) {}

    static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static Map<String, Rule> rules(String table) {
        Map<String, Rule> rules = new HashMap<>();
        table.lines().forEach(line -> {
            String[] halves = line.split(":", 2);
            String[] left = halves[0].strip().split("\\s+");
            Set<String> attributes = new HashSet<>(words("lang dir title role"));
            if (halves.length == 2) {
                attributes.addAll(words(halves[1]));
            }
            Set<String> flags = Set.of(left);
            String[] written = (left.length > 2 && left[1].equals(">") ? left[2] : left[0]).split("\\.", 2);
            rules.put(
                    left[0],
                    new Rule(
                            written[0].intern(),
                            written.length == 2 ? written[1] : "",
                            Set.copyOf(attributes),
                            flags.contains("block"),
                            flags.contains("void"),
                            flags.contains("stays")));
        });
        return Map.copyOf(rules);
    }
}
