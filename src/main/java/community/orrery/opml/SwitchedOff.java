package community.orrery.opml;

import java.util.stream.Stream;

/**
 * An outline that its author switched off (OPML 2.0, isComment), or that stands inside such a one. No run reads it, so that no
 * edit may act on it.
 *
 * @param by the outline that says so, often the same
 */
record SwitchedOff(Element outline, Element by) {

    /** All of them, in the text's order. */
    static Stream<SwitchedOff> in(Element parent) {
        return parent.children().stream()
                .flatMap(child -> child.isOpml("outline") && child.isComment()
                        ? child.all()
                                .filter(inside -> inside.isOpml("outline"))
                                .map(inside -> new SwitchedOff(inside, child))
                        : in(child));
    }

    /** Where it stands, to follow the words for what it is. */
    String where() {
        return "in line " + outline.line() + ", which "
                + (outline.equals(by)
                        ? "is switched off (isComment)"
                        : "isComment in line " + by.line() + " switches off");
    }

    /** How it is switched on, to be followed by what else may be done. */
    String remedy() {
        return "Take isComment out of line " + by.line();
    }
}
