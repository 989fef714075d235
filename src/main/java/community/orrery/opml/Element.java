package community.orrery.opml;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of the list: what StAX read, and where it stands in the text.
 *
 * @param namespace empty for OPML's own
 * @param local name without prefix
 * @param text all character data directly inside, white space folded
 * @param tag its start tag
 * @param contentEnd where its end tag begins; the start tag's end when it has none
 * @param end after its last character
 * @param line of its first character, from 1
 */
record Element(
        String namespace,
        String local,
        List<Attribute> attributes,
        List<Element> children,
        String text,
        Tag tag,
        int contentEnd,
        int end,
        int line) {

    /** The planet's own names live here: OPML 2.0 allows elements and attributes of a declared namespace. */
    static final String PLANET = "urn:orrery:planet";

    /** Declarations of prefixes are attributes of this namespace (Namespaces in XML 1.0 section 3). */
    static final String PREFIXES = "http://www.w3.org/2000/xmlns/";

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /**
     * @param value decoded once
     */
    record Attribute(String namespace, String local, String value, Tag.Span span) {}

    boolean isOpml(String name) {
        return !namespace.equals(PLANET) && tag.is(name);
    }

    /** OPML's own attribute, in any case: lists in the wild write xmlurl and XMLURL. Null when absent or blank. */
    @Nullable
    String opml(String name) {
        Attribute found = attribute("", name);
        String value = found == null ? "" : fold(found.value());
        return value.isEmpty() ? null : value;
    }

    @Nullable
    Attribute attribute(String inNamespace, String name) {
        for (Attribute attribute : attributes) {
            boolean same = inNamespace.isEmpty()
                    ? attribute.local().equalsIgnoreCase(name)
                    : attribute.local().equals(name);
            if (same && attribute.namespace().equals(inNamespace)) {
                return attribute;
            }
        }
        return null;
    }

    /** An outline that its author switched off (OPML 2.0, isComment): it and all inside count as a comment. */
    boolean isComment() {
        return "true".equalsIgnoreCase(opml("isComment"));
    }

    /** The outlines directly inside that count. */
    List<Element> outlines() {
        if (children.isEmpty()) {
            return children;
        }
        return children.stream()
                .filter(child -> child.isOpml("outline") && !child.isComment())
                .toList();
    }

    /** This and everything inside, in the text's order. */
    Stream<Element> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
    }

    /** The prefix that this element binds to the planet's namespace; null when it binds none. */
    @Nullable
    String planetPrefix() {
        for (Attribute attribute : attributes) {
            if (attribute.namespace().equals(PREFIXES) && attribute.value().equals(PLANET)) {
                return attribute.local();
            }
        }
        return null;
    }

    static String fold(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c < ' ' || (c == ' ' && stripped.charAt(i + 1) == ' ')) {
                return SPACE.matcher(stripped).replaceAll(" ");
            }
        }
        return stripped;
    }
}
