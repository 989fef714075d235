package community.orrery.clean;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

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
            medium-feed-link beehiiv__footer
            kg-audio-player kg-video-player kg-video-overlay kg-bookmark-icon kg-bookmark-publisher
            screen-reader-text sr-only visually-hidden visuallyhidden
            katex-html MathJax_Preview MJX_Assistive_MathML MathJax_SVG MathJax_CHTML
            wp-embedded-content-frame preheader
            """);

    /** Before and behind a text in Drupal's own feed: title, author and day of the post, which the page says already. */
    private static final Set<String> DRUPAL_FIELDS =
            Policy.words("field--name-title field--name-uid field--name-created");

    /** The ear of a heading: a link to itself, which the planet's page has no use for. */
    private static final Set<String> HEADING_ANCHORS = Policy.words(
            "headerlink header-anchor heading-anchor heading-link hash-link anchor anchor-link anchorjs-link permalink quarto-anchor octicon-link");

    private static final Pattern ANCHOR_TEXT = Pattern.compile("[\\s#¶§🔗⚓︎️​-]*|(?i)link|(?i)permalink|(?i)anchor");

    /**
     * "The post X appeared first on Y", as WordPress says it in the languages it speaks: how it begins, and an expression for
     * what stands between its two links.
     */
    private static final Map<String, String> FOOTERS = Map.ofEntries(
            Map.entry("The post", "(?:first appeared|appeared first) on"),
            Map.entry("Der Beitrag", "erschien zuerst auf"),
            Map.entry("La entrada", "(?:se publicó primero en|aparece primero en)"),
            Map.entry("L’article", "est apparu en premier sur"),
            Map.entry("L'article", "est apparu en premier sur"),
            Map.entry("Cet article", "est apparu en premier sur"),
            Map.entry("L’articolo", "(?:proviene da|sembra essere il primo su)"),
            Map.entry("L'articolo", "(?:proviene da|sembra essere il primo su)"),
            Map.entry("O post", "apareceu primeiro em"),
            Map.entry("A post", "apareceu primeiro em"),
            Map.entry("O conteúdo", "aparece primeiro em"),
            Map.entry("Het bericht", "verscheen eerst op"),
            Map.entry("Inlägget", "dök först upp på"),
            Map.entry("Indlægget", "blev først udgivet på"),
            Map.entry("Innlegget", "dukket først opp på"),
            Map.entry("Artykuł", "pochodzi z serwisu"),
            Map.entry("Příspěvek", "pochází z"),
            Map.entry("Сообщение", "появились сначала на"));

    private static final Pattern APPEARED_FIRST = Pattern.compile(FOOTERS.entrySet().stream()
            .map(footer -> footer.getKey() + " .+ " + footer.getValue() + " .+?\\.?")
            .collect(Collectors.joining("|")));

    /** With which a footer may begin. */
    private static final List<String> FIRST_WORDS = FOOTERS.keySet().stream()
            .map(beginning -> beginning.split(" ")[0])
            .distinct()
            .toList();

    private static final Pattern POST_OF_BLOG = Pattern.compile(
            "(?i)(?:continue|keep) reading.*|read (?:more|on|the rest|the full (?:post|article|story)|full (?:post|article|story)).*"
                    + "|\\(?more\\)?(?: »| →|…|\\.\\.\\.)?|weiterlesen.*|lire la suite.*|seguir leyendo.*|continua a leggere.*|leia mais.*|lees verder.*");

    /** How Medium ends a story that stands in a publication, behind the links to both. */
    private static final String ON_MEDIUM =
            " on Medium, where people are continuing the conversation by highlighting and responding to this story.";

    /** The path of a topic: its name, which may be left out, and its number. */
    private static final Pattern TOPIC = Pattern.compile("/t/(?:[^/?#]+/)?\\d+$");

    private static final Pattern TWO_NUMBERS = Pattern.compile("\\D*\\d+\\D+\\d+\\D*");

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
        return Tree.attribute(element, "id").equals("jp-post-flair") || isFieldOfPost(element);
    }

    /** Within the text such a field is another post's. */
    private static boolean isFieldOfPost(Element element) {
        Element parent = element.parent();
        return parent != null && parent.normalName().equals("body") && Tree.hasClass(element, DRUPAL_FIELDS);
    }

    static boolean isHeadingAnchor(Element link) {
        boolean marked = Tree.hasClass(link, HEADING_ANCHORS)
                || Tree.attribute(link, "aria-hidden").equals("true");
        return marked && ANCHOR_TEXT.matcher(Tree.text(link, 20)).matches();
    }

    /** The last paragraph of a WordPress feed's entry: words, a link to the post, words, a link to the blog, a full stop. */
    static boolean isAppearedFirst(Element paragraph) {
        if (paragraph.childNodeSize() < 4 || !beginsAsFooter(paragraph)) {
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

    /** The last paragraph of a story in one of Medium's publications, or the line that stands before it. */
    static boolean isPublishedOnMedium(Element element) {
        Element paragraph = element;
        if (element.normalName().equals("hr")) {
            paragraph = Tree.beside(element, true) instanceof Element next ? next : element;
        }
        return paragraph.normalName().equals("p")
                && paragraph.childNodeSize() == 4
                && isLink(paragraph.childNode(0))
                && isLink(paragraph.childNode(2))
                && paragraph.childNode(3) instanceof TextNode words
                && words.getWholeText().stripTrailing().equals(ON_MEDIUM);
    }

    /**
     * How Discourse ends a topic, in any language: a paragraph with its numbers of posts and people, another with a link to it.
     *
     * @return the link, when the paragraph may be one of these two; else null
     */
    static @Nullable Element topicLink(Element paragraph) {
        boolean second = Tree.only(paragraph, "a") != null;
        Node numbers = second ? Tree.beside(paragraph, false) : paragraph;
        Element small = numbers instanceof Element first ? Tree.only(first, "small") : null;
        if (small == null || !TWO_NUMBERS.matcher(Tree.text(small, 200)).matches()) {
            return null;
        }
        Node end = second ? paragraph : Tree.beside(paragraph, true);
        Element link = end instanceof Element last && Tree.beside(last, true) == null ? Tree.only(last, "a") : null;
        return link != null && TOPIC.matcher(Tree.attribute(link, "href")).find() ? link : null;
    }

    /** A quick look at its first word, so that paragraphs of two links, which are many, are seldom read whole. */
    private static boolean beginsAsFooter(Element paragraph) {
        Node first = paragraph.childNode(0);
        if (!(first instanceof TextNode words)) {
            return true;
        }
        String text = words.getWholeText();
        int from = 0;
        while (from < text.length() && (Character.isWhitespace(text.charAt(from)) || text.charAt(from) == '\u00a0')) {
            from++;
        }
        for (int i = 0; i < FIRST_WORDS.size(); i++) {
            if (text.startsWith(FIRST_WORDS.get(i), from)) {
                return true;
            }
        }
        return from == text.length();
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
}
