package community.orrery.clean;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element being written: what its content may be, and whether it turned out to hold anything. */
final class Frame {

    /** Inside a paragraph: a block ends it. */
    static final int PARAGRAPH = 1;
    /** Inside a link: another may not begin. */
    static final int LINK = 2;
    /** White space counts, and dollar signs are dollar signs. */
    static final int CODE = 4;
    /** Inside {@code math}: nothing but MathML. */
    static final int MATHS = 8;

    static final int FIGURE = 16;
    /** Not for excerpts. */
    static final int QUIET = 32;
    /** Inside video or audio: sources and tracks only. */
    static final int MEDIA = 64;

    static final int HEADING = 128;
    /** Inside a table that only laid out code, whose tags go. */
    static final int UNTABLED = 256;
    /** Directly or not inside {@code pre}. */
    static final int PREFORMATTED = 512;

    final Element element;
    final @Nullable Frame parent;
    /** The tag to close; null when only the content is written. */
    @Nullable
    String name;

    int start;
    int next;
    int context;
    boolean stays;
    boolean block;
    /** Something to see or hear was written inside. */
    boolean solid;
    /** Something that could have been seen was taken out. */
    boolean lost;
    /** A line break was written inside. */
    boolean breaks;
    /** Where the content of a {@code pre} begins; -1 in other elements. */
    int preStart = -1;

    Frame(Element element, @Nullable Frame parent, int start) {
        this.element = element;
        this.parent = parent;
        this.start = start;
        this.context = parent == null ? 0 : parent.context;
    }

    boolean in(int bit) {
        return (context & bit) != 0;
    }

    /** The nearest element that is really written. */
    String written() {
        Frame frame = this;
        while (frame.name == null && frame.parent != null) {
            frame = frame.parent;
        }
        return frame.name == null ? "" : frame.name;
    }
}
