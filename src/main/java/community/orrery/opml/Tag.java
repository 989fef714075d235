package community.orrery.opml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a tag stands in the text: offsets, ends exclusive.
 *
 * @param name as written, prefix included
 * @param start of its opening angle bracket
 * @param end after its closing angle bracket
 * @param sound false when its attributes cannot be told apart: a quote or an equals sign is missing
 */
record Tag(Kind kind, String name, int start, int end, List<Span> attributes, boolean sound) {

    enum Kind {
        OPEN,
        CLOSE,
        EMPTY
    }

    /**
     * Where an attribute stands.
     *
     * @param name as written, prefix included
     * @param start of the name
     * @param valueStart after the opening quote
     * @param valueEnd before the closing quote; the attribute ends one further
     */
    record Span(String name, int start, int valueStart, int valueEnd) {}

    @Nullable
    Span attribute(String written) {
        for (Span span : attributes) {
            if (span.name().equals(written)) {
                return span;
            }
        }
        return null;
    }

    boolean is(String local) {
        return name.equalsIgnoreCase(local);
    }
}
