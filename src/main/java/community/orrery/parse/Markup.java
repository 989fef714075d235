package community.orrery.parse;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jspecify.annotations.Nullable;

/**
 * Inline markup (Atom's xhtml, RSS written with naked tags) back to an HTML fragment. An xml:base inside the fragment is
 * honoured here, since HTML has no word for it.
 */
final class Markup {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "longdesc", "poster", "data");

    private final StringBuilder out = new StringBuilder();
    private final @Nullable URI outerBase;

    private Markup(@Nullable URI outerBase) {
        this.outerBase = outerBase;
    }

    /** What is inside an element, as HTML. */
    static String inside(Element element, @Nullable URI base) {
        Markup markup = new Markup(base);
        markup.children(element, null);
        return markup.out.toString();
    }

    private void children(Element element, @Nullable URI innerBase) {
        for (Content content : element.getContent()) {
            if (content instanceof Text text) {
                out.append(Texts.escaped(text.getText()));
            } else if (content instanceof Element child) {
                element(child, innerBase);
            }
        }
    }

    private void element(Element element, @Nullable URI innerBase) {
        String own = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
        URI base = own == null ? innerBase : Addresses.web(own, innerBase == null ? outerBase : innerBase);
        String name = element.getName();
        out.append('<').append(name);
        for (Attribute attribute : element.getAttributes()) {
            String space = attribute.getNamespaceURI();
            if (space.isEmpty() || space.equals(Names.XLINK)) { // no other is known to HTML
                attribute(attribute, base);
            }
        }
        out.append('>');
        if (!VOID.contains(name.toLowerCase(Locale.ROOT))) {
            children(element, base);
            out.append("</").append(name).append('>');
        } else if (element.getContentSize() > 0) {
            children(element, base);
        }
    }

    private void attribute(Attribute attribute, @Nullable URI base) {
        String value = attribute.getValue();
        if (base != null && ADDRESSES.contains(attribute.getName().toLowerCase(Locale.ROOT))) {
            URI resolved = Addresses.web(value, base);
            value = resolved == null ? value : resolved.toString();
        }
        out.append(' ').append(attribute.getQualifiedName()).append("=\"");
        out.append(Texts.escaped(value).replace("\"", "&quot;")).append('"');
    }
}
