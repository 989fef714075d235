package community.orrery.parse;

import java.net.URI;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What relative addresses in a document are relative to.
 *
 * @param document where the document says it is: Content-Location, else the address it came from (RFC 3986 section 5.1)
 */
record Bases(URI document) {

    /**
     * The nearest xml:base around an element, itself included, each resolved against the next one out; null when there is
     * none, or none that is a web address.
     */
    @Nullable
    URI xmlBase(Element element) {
        String own = element.hasAttributes() ? element.getAttributeValue("base", Namespace.XML_NAMESPACE) : null;
        Element parent = element.getParentElement();
        URI outer = parent == null ? null : xmlBase(parent);
        if (own == null) {
            return outer;
        }
        URI resolved = Addresses.web(own, outer == null ? document : outer);
        return resolved == null ? outer : resolved;
    }

    /** Nearest xml:base, else the first of the others that is there, else the document. */
    URI of(Element element, @Nullable URI... others) {
        URI base = xmlBase(element);
        for (int i = 0; base == null && i < others.length; i++) {
            base = others[i];
        }
        return base == null ? document : base;
    }

    /** The nearest xml:lang around an element; null when absent or blank. */
    static @Nullable String language(Element element) {
        for (Element at = element; at != null; at = at.getParentElement()) {
            String value = at.hasAttributes() ? at.getAttributeValue("lang", Namespace.XML_NAMESPACE) : null;
            if (value != null) {
                return Texts.language(value);
            }
        }
        return null;
    }
}
