package community.orrery.clean;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What publishing software adds around an author's words, recognised by the software's own marks, never by guess. */
final class Clutter {

    /** Class names of whole elements that go, by who writes them. */
    private static final Set<String> CLASSES = Policy.words(
            """
            feedflare blogger-post-footer
            sharedaddy sd-sharing sd-sharing-enabled jp-relatedposts sd-like jetpack-likes-widget-wrapper jp-post-flair
            addtoany_share_save_container addtoany_content a2a_kit addthis_toolbox addthis_inline_share_toolbox
            heateor_sss_sharing_container heateorSssClear ssba ssbp-wrap shariff essb_links swp_social_panel dpsp-share-text
            dpsp-content-wrapper social-share-buttons mashsb-container crp_related yarpp yarpp-related wp-block-jetpack-related-posts
            post-views wpulike simplesocialbuttons
            subscription-widget-wrap subscription-widget-wrap-editor button-wrapper image-link-expand
            medium-feed-link
            screen-reader-text sr-only visually-hidden visuallyhidden
            katex-html MathJax_Preview MJX_Assistive_MathML MathJax_SVG MathJax_CHTML
            wp-embedded-content-frame preheader
            """);

    /** The ear of a heading: a link to itself, which the planet's page has no use for. */
    private static final Set<String> HEADING_ANCHORS = Policy.words(
            "headerlink header-anchor heading-anchor heading-link hash-link anchor anchor-link anchorjs-link permalink quarto-anchor octicon-link");

    private static final Pattern ANCHOR_TEXT = Pattern.compile("[\\s#¶§🔗⚓︎️​-]*|(?i)link|(?i)permalink|(?i)anchor");

    /** Line numbers of code. */
    private static final Set<String> GUTTERS = Policy.words(
            "gutter rouge-gutter linenos lineno ln lnt linenodiv linenumber line-numbers-rows hljs-ln-numbers");

    /** Tables that only lay code beside its line numbers. */
    private static final Set<String> CODE_TABLES =
            Policy.words("rouge-table lntable highlighttable syntaxhighlighter hljs-ln");

    /**
     * "The post X appeared first on Y", as WordPress says it in the languages it speaks: how it begins, and what stands
     * between its two links.
     */
    private static final Pattern APPEARED_FIRST = Pattern.compile(String.join(
            "|",
            footer("The post", "(?:first appeared|appeared first) on"),
            footer("Der Beitrag", "erschien zuerst auf"),
            footer("La entrada", "(?:se publicó primero en|aparece primero en)"),
            footer("L[’']article", "est apparu en premier sur"),
            footer("Cet article", "est apparu en premier sur"),
            footer("L[’']articolo", "(?:proviene da|sembra essere il primo su)"),
            footer("[OA] post", "apareceu primeiro em"),
            footer("O conteúdo", "aparece primeiro em"),
            footer("Het bericht", "verscheen eerst op"),
            footer("Inlägget", "dök först upp på"),
            footer("Indlægget", "blev først udgivet på"),
            footer("Innlegget", "dukket først opp på"),
            footer("Artykuł", "pochodzi z serwisu"),
            footer("Příspěvek", "pochází z"),
            footer("Сообщение", "появились сначала на")));

    private static final Pattern POST_OF_BLOG = Pattern.compile(
            "(?i)(?:continue|keep) reading.*|read (?:more|on|the rest|the full (?:post|article|story)|full (?:post|article|story)).*"
                    + "|\\(?more\\)?(?: »| →|…|\\.\\.\\.)?|weiterlesen.*|lire la suite.*|seguir leyendo.*|continua a leggere.*|leia mais.*|lees verder.*");

    private static final int LONGEST_FOOTER = 1_000;

    private Clutter() {}

    /** An element that its software marks as not the author's. */
    static boolean is(Element element) {
        if (Tree.isHidden(element)) {
            return true;
        }
        List<String> classes = Tree.classes(element);
        for (int i = 0; i < classes.size(); i++) {
            if (CLASSES.contains(classes.get(i)) || classes.get(i).startsWith("sharethis-")) {
                return true;
            }
        }
        return Tree.attribute(element, "id").equals("jp-post-flair");
    }

    static boolean isGutter(Element element) {
        return has(element, GUTTERS) || isFirstOfTwoCells(element);
    }

    static boolean isCodeTable(Element table) {
        return has(table, CODE_TABLES);
    }

    /** Chroma gives the cells of numbers and of code one class. */
    private static boolean isFirstOfTwoCells(Element cell) {
        return cell.normalName().equals("td")
                && cell.hasClass("lntd")
                && cell.previousElementSibling() == null
                && cell.nextElementSibling() != null;
    }

    static boolean isHeadingAnchor(Element link) {
        boolean marked = has(link, HEADING_ANCHORS)
                || Tree.attribute(link, "aria-hidden").equals("true");
        return marked && ANCHOR_TEXT.matcher(Tree.text(link, 20)).matches();
    }

    /** The last paragraph of a WordPress feed's entry: words, a link to the post, words, a link to the blog, a full stop. */
    static boolean isAppearedFirst(Element paragraph) {
        if (paragraph.childNodeSize() < 4) {
            return false;
        }
        List<Node> content = Tree.content(paragraph);
        boolean shape = content.size() >= 4
                && content.size() <= 5
                && content.get(0) instanceof TextNode
                && isLink(content.get(1))
                && content.get(2) instanceof TextNode
                && isLink(content.get(3));
        return shape
                && APPEARED_FIRST.matcher(Tree.text(paragraph, LONGEST_FOOTER)).matches();
    }

    /** "Continue reading", where the link leads to the post itself or WordPress marks it so. */
    static boolean isMoreLink(Element link, boolean toPost) {
        boolean marked = !Tree.attribute(link, "class").isEmpty()
                && (link.hasClass("more-link") || link.hasClass("read-more") || link.hasClass("moretag"));
        return (marked || toPost) && POST_OF_BLOG.matcher(Tree.text(link, 400)).matches();
    }

    private static boolean isLink(Node node) {
        return node instanceof Element element && element.normalName().equals("a");
    }

    private static boolean has(Element element, Set<String> names) {
        List<String> classes = Tree.classes(element);
        for (int i = 0; i < classes.size(); i++) {
            if (names.contains(classes.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static String footer(String beginning, String middle) {
        return beginning + " .+ " + middle + " .+?\\.?";
    }
}
