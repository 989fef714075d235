package community.orrery.clean;

import static community.orrery.clean.Frame.*;

import community.orrery.feed.KeptHtml;
import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** One pass over one post's tree: decides for each node what of it is written. It never recurses: the tree may be deep. */
final class Cleaning {

    /** A fence around more than this is none that an author wrote. */
    private static final int FENCED = 100;

    private final URI base;
    private final Markup out;
    private final PlainText plain;
    private final OpenElements open;
    private final TagAttributes attributes;
    private final ReplacedElements replaced;
    private final KeptElements kept;
    private final Images images;
    private final Tex tex;

    Cleaning(UntrustedHtml html, Origin origin, Element body) {
        base = html.base();
        String address = base.toString();
        out = new Markup(html.markup().length() + html.markup().length() / 4 + 64);
        plain = new PlainText(html.markup().length());
        open = new OpenElements(body, out, plain);
        attributes = new TagAttributes(open, address);
        images = new Images(base, origin.permalink());
        replaced = new ReplacedElements(open, attributes, images, address);
        kept = new KeptElements(open, attributes, replaced, new Links(base, origin));
        tex = new Tex(html.markup(), origin.usesMaths());
    }

    Cleaned run() {
        Frame root = open.top();
        while (open.top() != root || root.next < root.element.childNodeSize()) {
            step();
        }
        String lead = replaced.lead();
        URI leadImage = lead == null ? null : SafeUrl.resolve(lead, base).orElse(null);
        return new Cleaned(
                new KeptHtml(out.finish(), leadImage), plain.text(), plain.excerpt(), plain.words(), tex.isShown());
    }

    private void step() {
        Frame frame = open.top();
        if (frame.next < frame.element.childNodeSize()) {
            node(frame.element.childNode(frame.next++));
        } else {
            open.close();
        }
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            text(text);
        } else if (node instanceof DataNode data) {
            // Of xmp and the like, whose content is text to its last character; scripts and styles never get here.
            write(data.getWholeData());
        } else if (node instanceof Element element) {
            element(element, element.normalName());
        }
    }

    private void element(Element element, String name) {
        Frame parent = open.top();
        String namespace = element.tag().namespace();
        if (namespace.equals(Parser.NamespaceMathml) || name.equals("math")) {
            maths(element, name);
        } else if (namespace.equals(Parser.NamespaceSvg)) {
            parent.lost = true;
        } else if (!special(element, name)) {
            Policy.Rule rule = Policy.HTML.get(name);
            boolean dropped = rule == null && Policy.DROPPED_WHOLE.contains(name);
            if (dropped || parent.in(MEDIA) && !isMediaPart(name) || isClutter(element)) {
                parent.lost = true;
                return;
            }
            if (Components.is(element, name) && !parent.in(CODE | PREFORMATTED | MATHS)) {
                Components.unfold(element);
            }
            if (rule == null || parent.in(MATHS) || open.isFull()) {
                open.push(element);
            } else {
                kept.write(element, name, rule);
            }
        }
    }

    private boolean isClutter(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return Clutter.is(element) || open.top().in(CODE | PREFORMATTED | UNTABLED) && LineNumbers.is(element);
    }

    private static boolean isMediaPart(String name) {
        return name.equals("source") || name.equals("track");
    }

    /** Elements that become something else than themselves. */
    private boolean special(Element element, String name) {
        switch (name) {
            case "img" -> replaced.image(element);
            case "iframe", "embed", "object", "frame", "lite-youtube", "lite-vimeo", "amp-youtube" ->
                replaced.embed(element);
            case "input" -> replaced.checkbox(element);
            case "noscript" -> {
                Element twin = images.fromNoscript(element);
                if (twin != null) {
                    replaced.image(twin);
                }
            }
            case "script" -> {
                if (!Tex.isFormula(element)) {
                    replaced.embed(element);
                } else {
                    scriptsFormula(Tex.formula(element));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void text(TextNode node) {
        Frame frame = open.top();
        String text = node.getWholeText();
        if (frame.in(MEDIA)) {
            return;
        }
        int kinds = plain.add(text, !frame.in(QUIET));
        boolean formulas = (kinds & Characters.TEX) != 0 && !frame.in(CODE | MATHS | PREFORMATTED) && tex.mayHold(text);
        if (formulas) {
            plain.takeBack();
            withFormulas(frame, Tex.withContinuation(text, node));
        } else {
            writeMarkup(text, kinds);
        }
    }

    private void withFormulas(Frame frame, Tex.Joined joined) {
        frame.next += joined.siblings();
        for (Tex.Piece piece : tex.split(joined.text())) {
            if (!piece.isFormula() || !formula(piece)) {
                write(piece.source());
            }
        }
    }

    private void write(String text) {
        writeMarkup(text, plain.add(text, !open.top().in(QUIET)));
    }

    private void writeMarkup(String text, int kinds) {
        Frame frame = open.top();
        if (frame.name != null && out.length() == frame.preStart && text.startsWith("\n")) {
            out.newlineOfPre();
        }
        out.text(text, kinds);
        frame.solid |= frame.in(CODE | PREFORMATTED) || (kinds & Characters.SOLID) != 0;
    }

    /** Writes a formula as MathML, through the same gate as a stranger's own; false when it can't be read. */
    private boolean formula(Tex.Piece piece) {
        Element math = MathMl.of(piece.formula(), piece.display()).orElse(null);
        if (math == null) {
            return false;
        }
        Frame here = open.top();
        maths(math, "math");
        while (open.top() != here) {
            step();
        }
        return true;
    }

    private void scriptsFormula(Tex.Piece piece) {
        if (!piece.isFormula() || open.top().in(MATHS | MEDIA)) {
            open.top().lost = true;
        } else if (!formula(piece)) {
            write(piece.source());
        }
    }

    private void maths(Element element, String name) {
        if (name.equals("mfenced") && element.childNodeSize() <= FENCED) {
            Tree.spellOutFences(element);
            maths(element, "mrow");
            return;
        }
        Frame parent = open.top();
        boolean outer = name.equals("math") && !parent.in(MATHS);
        if (Policy.DROPPED_WHOLE.contains(name) || parent.in(MEDIA)) {
            parent.lost = true;
        } else if (!Policy.MATHML.contains(name) || open.isFull() || outer == parent.in(MATHS)) {
            open.push(element);
        } else {
            Frame frame = open.begin(element, name, false);
            attributes.writeMaths(element);
            out.endOfTag();
            frame.context |= MATHS;
            frame.stays = !outer;
        }
    }
}
