package community.orrery.parse;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Well-formed XML to a tree, in one pass that also guards the depth: no document type is read, no entity expanded, nothing
 * fetched. Nesting costs ROME and JDOM more than linear time, so a deep document never reaches them.
 */
final class StrictXml {

    /** No feed seen in the wild passes 40. */
    static final int DEPTH = 200;

    private static final XMLInputFactory STAX = stax();
    private static final UncheckedJDOMFactory JDOM = new UncheckedJDOMFactory();
    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\s[^>]*\\?>");

    private StrictXml() {}

    /** What a document came to: a tree, or why not. */
    record Read(@Nullable Document document, @Nullable String problem, boolean tooDeep) {}

    static Read read(String text) {
        // The declaration has done its work; whatever version and encoding it claims no longer matter.
        Matcher declaration = DECLARATION.matcher(text);
        StringReader reader = new StringReader(text);
        try {
            if (declaration.lookingAt()) {
                long skipped = reader.skip(declaration.end());
                assert skipped == declaration.end();
            }
            return read(STAX.createXMLStreamReader(reader));
        } catch (XMLStreamException e) {
            return new Read(null, words(e), false);
        } catch (RuntimeException e) {
            // The JDK's scanner stumbles over some broken document types (MissingResourceException, among others). A
            // stranger's bytes must not be able to end a run, so its own faults count as the document's.
            return new Read(null, "line 1: its document type can't be read", false);
        } catch (java.io.IOException e) {
            throw new AssertionError("a string can be skipped over", e);
        }
    }

    private static Read read(XMLStreamReader xml) throws XMLStreamException {
        Document document = new Document();
        Element open = null;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEPTH) {
                        return new Read(null, null, true);
                    }
                    Element element = element(xml);
                    if (open == null) {
                        document.setRootElement(element);
                    } else {
                        open.addContent(element);
                    }
                    open = element;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    open = open == null ? null : open.getParentElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (open != null) {
                        open.addContent(JDOM.text(Mojibake.undone(xml.getText())));
                    }
                }
                default -> {} // comments, processing instructions and document types say nothing to a feed's reader
            }
        }
        xml.close();
        return new Read(document, null, false);
    }

    private static Element element(XMLStreamReader xml) {
        Element element = JDOM.element(xml.getLocalName(), namespace(xml.getPrefix(), xml.getNamespaceURI()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String uri = xml.getAttributeNamespace(i);
            Namespace namespace =
                    uri == null || uri.isEmpty() ? Namespace.NO_NAMESPACE : namespace(xml.getAttributePrefix(i), uri);
            element.setAttribute(
                    JDOM.attribute(xml.getAttributeLocalName(i), Mojibake.undone(xml.getAttributeValue(i)), namespace));
        }
        return element;
    }

    static Namespace namespace(@Nullable String prefix, @Nullable String uri) {
        String given = uri == null ? "" : uri;
        if (given.equals(XMLConstants.XML_NS_URI)) {
            return Namespace.XML_NAMESPACE;
        }
        if (given.isEmpty()) {
            return Namespace.NO_NAMESPACE;
        }
        // JDOM refuses some names that XML allows, or that a damaged document brings: they mean nothing to us either
        // way.
        String name = prefix == null || Verifier.checkNamespacePrefix(prefix) != null ? "" : prefix;
        return Namespace.getNamespace(
                name,
                Verifier.checkNamespaceURI(given) == null
                        ? given
                        : "urn:unreadable:" + Integer.toHexString(given.hashCode()));
    }

    private static String words(XMLStreamException problem) {
        String message = problem.getMessage() == null ? "" : problem.getMessage();
        String reason = message.replaceFirst("(?s)^.*?Message: ", "").strip();
        if (reason.startsWith("http://www.w3.org/TR/1999/REC-xml-names-19990114#")) {
            String[] parts = reason.split("[#?&]");
            reason = parts.length > 2 ? "the prefix \"" + parts[2] + "\" is not declared" : "a prefix is not declared";
        }
        return "line "
                + Math.max(
                        1,
                        problem.getLocation() == null
                                ? 1
                                : problem.getLocation().getLineNumber()) + ": " + reason;
    }

    private static XMLInputFactory stax() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
