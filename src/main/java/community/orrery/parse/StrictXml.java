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
import org.jdom2.UncheckedJDOMFactory;
import org.jspecify.annotations.Nullable;

/**
 * Well-formed XML to a tree, in one pass that also guards depth and namespaces: no document type is read, no entity
 * expanded, nothing fetched. Nesting costs ROME and JDOM more than linear time, so a deep document never reaches them.
 */
final class StrictXml {

    /** No feed seen in the wild passes 40. */
    static final int DEPTH = 200;

    /** Of one element. An element with more is read by {@link Repair}: JDOM compares each attribute with all before it. */
    private static final int ATTRIBUTES = 200;

    private static final XMLInputFactory STAX = stax();
    private static final UncheckedJDOMFactory JDOM = new UncheckedJDOMFactory();
    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\s[^>]*\\?>");

    private final XMLStreamReader xml;
    private final Namespaces namespaces = new Namespaces();

    private StrictXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * What a document came to: a tree, or why not.
     *
     * @param excess what there is more of than any feed needs, in words; null when all is in bounds
     */
    record Read(@Nullable Document document, @Nullable String problem, @Nullable String excess) {}

    static Read read(String text) {
        if (isOverDeclared(text)) {
            return tooManyNamespaces();
        }
        // The declaration has done its work; whatever version and encoding it claims no longer matter.
        Matcher declaration = DECLARATION.matcher(text);
        StringReader reader = new StringReader(text);
        try {
            if (declaration.lookingAt()) {
                long skipped = reader.skip(declaration.end());
                assert skipped == declaration.end();
            }
            return new StrictXml(STAX.createXMLStreamReader(reader)).read();
        } catch (XMLStreamException e) {
            return new Read(null, words(e), null);
        } catch (RuntimeException e) {
            // The JDK's scanner stumbles over some broken document types (MissingResourceException, among others). A
            // stranger's bytes must not be able to end a run, so its own faults count as the document's.
            return new Read(null, "line 1: its document type can't be read", null);
        } catch (java.io.IOException e) {
            throw new AssertionError("a string can be skipped over", e);
        }
    }

    private Read read() throws XMLStreamException {
        Document document = new Document();
        Element open = null;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEPTH) {
                        return new Read(
                                null,
                                null,
                                "Its elements are nested deeper than " + DEPTH + " levels, which no feed needs.");
                    }
                    Element element = element();
                    if (namespaces.tooMany() || xml.getNamespaceCount() > Namespaces.MOST) {
                        return tooManyNamespaces();
                    }
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
                        open.addContent(JDOM.text(
                                Mojibake.undone(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength())));
                    }
                }
                default -> {} // comments, processing instructions and document types say nothing to a feed's reader
            }
        }
        xml.close();
        return new Read(document, null, null);
    }

    private Element element() {
        Element element = JDOM.element(xml.getLocalName(), namespaces.of(xml.getNamespaceURI()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttribute(JDOM.attribute(
                    xml.getAttributeLocalName(i),
                    Mojibake.undone(xml.getAttributeValue(i)),
                    namespaces.of(xml.getAttributeNamespace(i))));
        }
        return element;
    }

    /**
     * Whether one tag declares so many namespaces that the JDK's scanner, which compares each with all before it, would be
     * busy for minutes. A little generous: what only looks like a declaration counts, too.
     */
    private static boolean isOverDeclared(String text) {
        int tag = 0;
        int declared = 0;
        for (int at = text.indexOf("xmlns"); at >= 0; at = text.indexOf("xmlns", at + 5)) {
            boolean next = tag >= 0 && tag < at;
            while (tag >= 0 && tag < at) {
                tag = text.indexOf('<', tag + 1);
            }
            declared = next ? 1 : declared + 1;
            if (declared > 10 * Namespaces.MOST) {
                return true;
            }
        }
        return false;
    }

    private static Read tooManyNamespaces() {
        return new Read(null, null, "It declares more than " + Namespaces.MOST + " namespaces, which no feed needs.");
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

    /**
     * The JDK's own limits are said here, for they differ from one JDK to the next, and those of newer ones would refuse every
     * feed with a hundred thousand {@code &lt;}. No entity can be declared, the body's length bounds the rest, and how deep is
     * too deep is said above.
     */
    private static XMLInputFactory stax() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        factory.setProperty("jdk.xml.elementAttributeLimit", ATTRIBUTES);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        return factory;
    }
}
