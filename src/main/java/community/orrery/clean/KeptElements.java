package community.orrery.clean;

import static community.orrery.clean.Frame.*;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Elements that stay what they are, or nearly: writes their tags, and says what may stand in them. */
final class KeptElements {

    /** A footnote's number, or its way back: no words for an excerpt. */
    private static final Pattern NOTE_MARK =
            Pattern.compile("[\\[(]?(?:[0-9]{1,3}|[*†‡§¶])[\\])]?|[↩⏎↑^\\ufe0e\\ufe0f ]+");

    /** Easy Footnotes for WordPress leaves the arrow of a note's way back to its style sheet. */
    private static final String DRAWN_WAY_BACK = "easy-footnote-to-top";

    private final OpenElements open;
    private final Markup out;
    private final PlainText plain;
    private final TagAttributes attributes;
    private final ReplacedElements replaced;
    private final Links links;
    private final Headings headings = new Headings();

    KeptElements(OpenElements open, TagAttributes attributes, ReplacedElements replaced, Links links) {
        this.open = open;
        this.out = open.out;
        this.plain = open.plain;
        this.attributes = attributes;
        this.replaced = replaced;
        this.links = links;
    }

    void write(Element element, String name, Policy.Rule rule) {
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
        boolean footer = name.equals("p")
                        && (Clutter.isAppearedFirst(element)
                                || Clutter.isPublishedOnMedium(element)
                                || isTopicFooter(element))
                || name.equals("hr") && Clutter.isPublishedOnMedium(element);
        if (footer) {
            open.top().lost = true;
            return;
        }
        Element listing = name.equals("table") ? LineNumbers.code(element) : null;
        if (listing != null) {
            open.push(listing).context |= UNTABLED;
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

    private boolean isTopicFooter(Element paragraph) {
        Element link = Clutter.topicLink(paragraph);
        return link != null && links.isPost(links.elsewhere(Tree.attribute(link, "href")));
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
        String language = Code.language(element, open.top().in(UNTABLED));
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
        boolean drawn = !Tree.attribute(element, "class").isEmpty()
                && element.hasClass(DRAWN_WAY_BACK)
                && !Tree.hasContent(element);
        Frame frame = open.begin(element, "a", false);
        attributes.write(element, rule, "a", "");
        if (fragment != null && (drawn || Tree.hasContent(element))) {
            String target = Links.target(fragment);
            out.jump(target, "#" + fragment, links.inOriginal(fragment));
            frame.context |= NOTE_MARK.matcher(Tree.text(element, 20)).matches() ? QUIET : 0;
        } else if (url != null) {
            out.attribute("href", url);
            out.own(Policy.LINK_REL);
        } else if (out.length() == frame.start + "<a".length()) {
            out.truncate(frame.start);
            frame.name = null;
            return;
        }
        out.endOfTag();
        frame.context |= LINK;
        if (drawn) {
            out.text("↩");
            frame.solid = true;
        }
    }
}
