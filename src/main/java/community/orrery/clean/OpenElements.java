package community.orrery.clean;

import org.jsoup.nodes.Element;

/** The stack of elements being written, and the rules of how they may stand in each other. */
final class OpenElements {

    final Markup out;
    final PlainText plain;
    private Frame top;
    private int depth;

    OpenElements(Element root, Markup out, PlainText plain) {
        this.top = new Frame(root, null, 0);
        this.out = out;
        this.plain = plain;
    }

    Frame top() {
        return top;
    }

    boolean isFull() {
        return depth >= Policy.DEPTH;
    }

    /** Goes into an element of which only the content is written. */
    Frame push(Element element) {
        Frame frame = new Frame(element, top, out.length());
        top = frame;
        depth++;
        return frame;
    }

    /** Begins a tag and leaves it open for attributes. */
    Frame begin(Element element, String written, boolean block) {
        if (block) {
            block();
        }
        Frame frame = push(element);
        frame.name = written;
        frame.block = block;
        out.open(written);
        return frame;
    }

    /** Makes room for a block: a parser would end a paragraph here, so the author's paragraph is a division. */
    void block() {
        plain.boundary();
        if (!top.in(Frame.PARAGRAPH)) {
            return;
        }
        for (Frame frame = top; frame != null; frame = frame.parent) {
            frame.context &= ~Frame.PARAGRAPH;
            if ("p".equals(frame.name)) {
                out.paragraphToDivision(frame.start);
                for (Frame inner = top; inner != null && inner != frame; inner = inner.parent) {
                    inner.start += Markup.WIDENED;
                }
                frame.name = "div";
            }
        }
    }

    /** Leaves the innermost: ends its tag, or takes it back when what it held is gone. */
    void close() {
        Frame frame = top;
        pop();
        top.lost |= frame.lost;
        String name = frame.name;
        if (name == null) {
            top.solid |= frame.solid;
            return;
        }
        boolean emptied = !frame.solid && (!frame.stays || frame.lost && isItem(name));
        if (emptied) {
            takeBack(frame);
        } else {
            out.close(name);
            top.solid |= frame.solid;
        }
        if (frame.block || frame.stays && !frame.in(Frame.MATHS)) {
            plain.boundary();
        }
    }

    /** An empty shell goes; the space or the line that it made between its neighbours stays. */
    private void takeBack(Frame frame) {
        boolean inline = !frame.block && !frame.stays;
        boolean space = inline && out.endsWithSpace();
        out.truncate(frame.start);
        if (inline && frame.breaks) {
            out.own("<br>");
            top.breaks = true;
        } else if (space && !out.endsWithSpace()) {
            out.own(" ");
        }
    }

    /** Leaves the innermost without a closing tag. */
    void pop() {
        Frame parent = top.parent;
        if (parent == null) {
            throw new IllegalStateException("the root is never closed");
        }
        top = parent;
        depth--;
    }

    private static boolean isItem(String name) {
        return name.equals("li") || name.equals("dt") || name.equals("dd");
    }

    /** An element out of its place becomes what it can be there; empty: only its content is written. */
    String fitting(String written) {
        switch (written) {
            case "li":
                String list = top.written();
                return list.equals("ul") || list.equals("ol") ? "li" : "div";
            case "dt", "dd":
                String parent = top.written();
                return parent.equals("dl") || parent.equals("div") ? written : "div";
            case "figcaption":
                return top.in(Frame.FIGURE) ? written : "div";
            case "summary":
                return top.written().equals("details") ? written : "div";
            case "rt", "rp":
                return top.written().equals("ruby") ? written : "";
            case "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "col", "caption":
                return top.in(Frame.UNTABLED) ? "" : written;
            default:
                return written;
        }
    }
}
