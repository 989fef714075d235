package community.orrery.clean;

import static community.orrery.clean.Frame.*;

import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** One pass over one post's tree: decides for each node what of it is written. It never recurses: the tree may be deep. */
final class Cleaning {

    private final URI base;
    private final Markup out;
    private final PlainText plain = new PlainText();
    private final OpenElements open;
    private final TagAttributes attributes;
    private final ReplacedElements replaced;
    private final Images images;
    private final Links links;
    private final Tex tex;

    private final Headings headings = new Headings();

    /** A fence around more than this is none that an author wrote. */
    private static final int FENCED = 100;

    /** A footnote's number, or its way back: no words for an excerpt. */
    private static final Pattern NOTE_MARK =
            Pattern.compile("[\\[(]?(?:[0-9]{1,3}|[*†‡§¶])[\\])]?|[↩⏎↑^\\ufe0e\\ufe0f ]+");

    Cleaning(UntrustedHtml html, Origin origin, Element body) {
        base = html.base();
        String address = base.toString();
        out = new Markup(html.markup().length() + html.markup().length() / 4 + 64);
        open = new OpenElements(body, out, plain);
        attributes = new TagAttributes(open, address, origin.idPrefix());
        images = new Images(base, origin.permalink());
        replaced = new ReplacedElements(open, attributes, images, address);
        links = new Links(base, origin);
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
                new SafeHtml(out.finish()), plain.text(), plain.excerpt(), plain.words(), leadImage, tex.isShown());
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
            if (Policy.DROPPED_WHOLE.contains(name) || parent.in(MEDIA) && !isMediaPart(name) || isClutter(element)) {
                parent.lost = true;
            } else if (rule == null || parent.in(MATHS) || open.isFull()) {
                open.push(element);
            } else {
                allowed(element, name, rule);
            }
        }
    }

    private boolean isClutter(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return Clutter.is(element) || open.top().in(CODE | PREFORMATTED | UNTABLED) && Clutter.isGutter(element);
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
                } else if (!formula(Tex.formula(element))) {
                    open.top().lost = true;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void allowed(Element element, String name, Policy.Rule rule) {
        switch (name) {
            case "a" -> link(element, rule);
            case "pre", "listing", "xmp", "plaintext" -> pre(element, rule);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, rule, name.charAt(1) - '0');
            case "video", "audio" -> replaced.media(element, rule);
            case "source", "track" -> replaced.source(element, rule);
            default -> ordinary(element, name, rule);
        }
    }

    private void ordinary(Element element, String name, Policy.Rule rule) {
        if (name.equals("p") && Clutter.isAppearedFirst(element)) {
            open.top().lost = true;
            return;
        }
        if (name.equals("table") && Clutter.isCodeTable(element)) {
            open.push(element).context |= UNTABLED;
            return;
        }
        String written = open.fitting(rule.written());
        if (written.isEmpty()) {
            open.push(element);
            return;
        }
        Frame frame = tag(element, rule, written);
        if (rule.empty()) {
            open.pop();
            open.top().solid |= written.equals("hr");
            open.top().breaks |= written.equals("br");
            plain.boundary();
        } else if (written.equals("span") && out.length() == frame.start + "<span>".length()) {
            out.truncate(frame.start); // a span that says nothing is not worth its tags
            frame.name = null;
        } else {
            frame.context = contextOf(written, frame.context);
        }
    }

    private static int contextOf(String written, int context) {
        return switch (written) {
            case "p" -> context | PARAGRAPH;
            case "code", "kbd", "samp" -> context | CODE;
            case "figure" -> context | FIGURE;
            case "figcaption", "caption" -> context | QUIET;
            default -> context;
        };
    }

    private Frame tag(Element element, Policy.Rule rule, String written) {
        Frame frame = open.begin(element, written, rule.block());
        frame.stays = rule.stays();
        attributes.write(element, rule, written, rule.added());
        out.endOfTag();
        return frame;
    }

    private void heading(Element element, Policy.Rule rule, int level) {
        if (open.top().in(HEADING)) {
            open.push(element);
        } else {
            tag(element, rule, headings.place(level)).context |= HEADING | QUIET | PARAGRAPH;
        }
    }

    private void pre(Element element, Policy.Rule rule) {
        if (open.top().in(PREFORMATTED)) {
            open.push(element);
            return;
        }
        String language = Code.language(element);
        boolean codeInside = !language.isEmpty() && Tree.find(element, "code") != null;
        Frame frame = open.begin(element, rule.written(), true);
        attributes.write(element, rule, rule.written(), codeInside ? "" : language);
        attributes.forNextCode(codeInside ? language : "");
        out.endOfTag();
        frame.context |= CODE | QUIET | PREFORMATTED;
        frame.preStart = out.length();
    }

    private void link(Element element, Policy.Rule rule) {
        Frame parent = open.top();
        String raw = Tree.attribute(element, "href");
        String fragment = raw.isEmpty() ? null : links.fragment(raw);
        String url = raw.isEmpty() || fragment != null ? null : links.elsewhere(raw);
        boolean goes = url != null && Trackers.isButton(url)
                || parent.in(HEADING) && Clutter.isHeadingAnchor(element)
                || Clutter.isMoreLink(element, links.isPost(url));
        if (goes) {
            parent.lost = true;
            return;
        }
        if (parent.in(LINK)) {
            open.push(element);
            return;
        }
        Frame frame = open.begin(element, "a", false);
        attributes.write(element, rule, "a", "");
        if (fragment != null && !Tree.content(element).isEmpty()) {
            String target = Links.target(fragment);
            out.jump(target, "#" + attributes.idPrefix() + fragment, links.inOriginal(fragment));
            frame.context |= NOTE_MARK.matcher(Tree.text(element, 20)).matches() ? QUIET : 0;
        } else if (url != null) {
            out.attribute("href", url);
            out.attribute("rel", Policy.LINK_REL);
        } else if (out.length() == frame.start + "<a".length()) {
            out.truncate(frame.start);
            frame.name = null;
            return;
        }
        out.endOfTag();
        frame.context |= LINK;
    }

    // Text and formulas

    private void text(TextNode node) {
        Frame frame = open.top();
        String text = node.getWholeText();
        if (frame.in(MEDIA)) {
            return;
        }
        if (frame.in(CODE | MATHS | PREFORMATTED) || !tex.mayHold(text)) {
            write(text);
            return;
        }
        Tex.Joined joined = Tex.withContinuation(text, node);
        frame.next += joined.siblings();
        for (Tex.Piece piece : tex.split(joined.text())) {
            if (!piece.isFormula() || !formula(piece)) {
                write(piece.source());
            }
        }
    }

    private void write(String text) {
        Frame frame = open.top();
        if (frame.name != null && out.length() == frame.preStart && text.startsWith("\n")) {
            out.newlineOfPre();
        }
        out.text(text);
        plain.add(text, !frame.in(QUIET));
        frame.solid |= frame.in(CODE | PREFORMATTED) || !Tree.isBlank(text);
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
