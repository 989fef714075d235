package community.orrery.opml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a text into elements that know their place. DTDs are off, nesting is bounded. */
final class XmlTree {

    static final int MAX_DEPTH = 64;

    private final Lines lines;
    private final Mistakes mistakes;
    private final List<Tag> tags;
    private final Deque<Open> open = new ArrayDeque<>();
    private int nextTag;
    private @Nullable Element root;

    /** An element whose end has not come yet. */
    private record Open(
            String namespace,
            String local,
            List<Element.Attribute> attributes,
            List<Element> children,
            StringBuilder text,
            Tag tag) {}

    private XmlTree(Lines lines, List<Tag> tags, Mistakes mistakes) {
        this.lines = lines;
        this.tags = tags;
        this.mistakes = mistakes;
    }

    /** The root, or null after a mistake. */
    static @Nullable Element read(String text, Mistakes mistakes) {
        Lines lines = new Lines(text);
        List<Tag> tags = TagScanner.scan(text, lines, mistakes);
        if (!mistakes.none()) {
            return null;
        }
        XmlTree tree = new XmlTree(lines, tags, mistakes);
        try {
            tree.read(factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            new XmlFault(text, lines, tags, mistakes).tell(e);
        }
        return mistakes.none() ? tree.root : null;
    }

    /** The JDK's own limits are said here: newer ones would refuse a list with a hundred thousand {@code &amp;}. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty("jdk.xml.elementAttributeLimit", TagScanner.MOST_ATTRIBUTES);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the list is read");
        });
        return factory;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext() && open.size() <= MAX_DEPTH) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text().append(reader.getText());
                    }
                }
                default -> {
                    // Comments and processing instructions stay in the text, where edits keep them.
                }
            }
        }
        if (open.size() > MAX_DEPTH) {
            mistakes.add(
                    lines.at(open.element().tag().start()),
                    "Elements are nested more than " + MAX_DEPTH + " deep here.",
                    "Put groups into groups a few levels at most.");
        }
    }

    private void start(XMLStreamReader reader) {
        Tag tag = tags.get(nextTag++);
        List<Element.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            Tag.Span span = tag.attribute(written(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)));
            if (span != null) {
                attributes.add(new Element.Attribute(
                        orEmpty(reader.getAttributeNamespace(i)),
                        reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i),
                        span));
            }
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            Tag.Span span = prefix == null ? null : tag.attribute("xmlns:" + prefix);
            if (prefix != null && span != null) {
                String uri = orEmpty(reader.getNamespaceURI(i));
                attributes.add(new Element.Attribute(Element.PREFIXES, prefix, uri, span));
            }
        }
        open.push(new Open(
                orEmpty(reader.getNamespaceURI()),
                reader.getLocalName(),
                attributes,
                new ArrayList<>(),
                new StringBuilder(),
                tag));
    }

    private void end() {
        Open ended = open.pop();
        boolean empty = ended.tag().kind() == Tag.Kind.EMPTY;
        Tag last = empty ? ended.tag() : tags.get(nextTag++);
        Element element = new Element(
                ended.namespace(),
                ended.local(),
                List.copyOf(ended.attributes()),
                List.copyOf(ended.children()),
                Element.fold(ended.text().toString()),
                ended.tag(),
                empty ? ended.tag().end() : last.start(),
                last.end(),
                lines.at(ended.tag().start()));
        if (open.isEmpty()) {
            root = element;
        } else {
            open.element().children().add(element);
        }
    }

    private static String written(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static String orEmpty(@Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
