package community.orrery.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The law that everything cleaned must keep: parsed again, as a browser will, it holds nothing outside the policy. Written
 * out here once more, from the issue and not from the policy's own tables, so that a slip there is seen.
 */
final class PolicyCheck {

    private static final Set<String> ELEMENTS = words(
            "p div h1 h2 h3 h4 h5 h6 blockquote pre hr ul ol li dl dt dd figure figcaption details"
                    + " summary table caption colgroup col thead tbody tfoot tr th td a b i em strong u s small mark sub sup del ins code kbd"
                    + " samp var cite dfn q abbr time bdi bdo span ruby rt rp br wbr img picture source video audio track");
    private static final Set<String> MATHS = words(
            "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover"
                    + " munderover mmultiscripts mprescripts none mtable mtr mtd mstyle merror mpadded mphantom menclose");
    private static final Set<String> PLAIN =
            words("id class lang dir title role href rel cite datetime open start reversed type value"
                    + " colspan rowspan span scope abbr alt width height src srcset sizes media loading decoding referrerpolicy controls"
                    + " preload poster loop muted kind srclang label");
    private static final Set<String> MATHS_ATTRIBUTES = words(
            "display mathvariant displaystyle scriptlevel stretchy fence separator"
                    + " lspace rspace form accent accentunder linethickness width height depth voffset columnalign rowalign columnspan"
                    + " rowspan largeop movablelimits symmetric minsize maxsize notation columnspacing rowspacing columnlines rowlines alttext");
    private static final Pattern ADDRESS = Pattern.compile("https?://[a-z0-9._\\[\\]:-]+(?:[/?#][^\\s\"<>\\\\]*)?");
    private static final Pattern MAILTO = Pattern.compile("mailto:[^\\s\"<>]+");
    private static final Pattern DATA =
            Pattern.compile("data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLASS =
            Pattern.compile("footnote[a-z-]*|reversefootnote|align-(?:left|center|right)|embed"
                    + "|language-[a-z0-9+#._-]+|[a-z]{1,3}[0-9]?");

    private PolicyCheck() {}

    /** What stands outside the policy; empty when all is well. */
    static List<String> violations(String markup, String idPrefix) {
        List<String> found = new ArrayList<>();
        Document document = Parser.htmlParser().parseInput("<!doctype html><html><head></head><body>" + markup, "");
        if (document.head().childNodeSize() > 0) {
            found.add("in the head: " + document.head().html());
        }
        for (Node node = document.body(); node != null; node = next(node)) {
            if (node instanceof Comment
                    || node instanceof DataNode
                    || node instanceof XmlDeclaration
                    || node instanceof DocumentType) {
                found.add("a " + node.getClass().getSimpleName() + ": " + node);
            } else if (node instanceof Element element && element != document.body()) {
                element(element, idPrefix, found);
            }
        }
        return found;
    }

    private static @Nullable Node next(Node node) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node up = node;
        while (up != null && up.nextSibling() == null) {
            up = up.parent();
        }
        return up == null ? null : up.nextSibling();
    }

    private static void element(Element element, String idPrefix, List<String> found) {
        String name = element.tagName();
        boolean maths = element.tag().namespace().equals(Parser.NamespaceMathml);
        boolean html = element.tag().namespace().equals(Parser.NamespaceHtml);
        if (!(maths ? MATHS : html ? ELEMENTS : Set.of()).contains(name)) {
            found.add("element " + name + " of " + element.tag().namespace());
        }
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue();
            boolean allowed = maths
                    ? MATHS_ATTRIBUTES.contains(attribute.getKey())
                    : PLAIN.contains(attribute.getKey()) && isSafe(attribute.getKey(), value, idPrefix);
            if (!allowed) {
                found.add(name + " " + attribute.getKey() + "=" + value);
            }
        }
        if (html && name.equals("a") && element.parents().is("a")) {
            found.add("a link in a link");
        }
        if (name.equals("a")
                && element.attr("href").startsWith("http")
                && !element.attr("rel").equals("noopener nofollow ugc")) {
            found.add("a link without its rel");
        }
        if (name.equals("img") && !element.attr("referrerpolicy").equals("no-referrer")) {
            found.add("an image that tells its host");
        }
    }

    private static boolean isSafe(String name, String value, String idPrefix) {
        return switch (name) {
            case "href" ->
                ADDRESS.matcher(value).matches() || MAILTO.matcher(value).matches() || value.startsWith("#" + idPrefix);
            case "src", "poster" ->
                ADDRESS.matcher(value).matches() || DATA.matcher(value).matches();
            case "cite" -> ADDRESS.matcher(value).matches();
            case "srcset" ->
                java.util.Arrays.stream(value.split(", "))
                        .allMatch(candidate ->
                                ADDRESS.matcher(candidate.split(" ")[0]).matches());
            case "id" -> value.startsWith(idPrefix);
            case "class" ->
                java.util.Arrays.stream(value.split(" "))
                        .allMatch(one -> CLASS.matcher(one).matches());
            default -> true;
        };
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
