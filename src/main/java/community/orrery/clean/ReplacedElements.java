package community.orrery.clean;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Pictures, sounds, films and what is embedded from elsewhere. */
final class ReplacedElements {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+(?:; ?codecs=[\"A-Za-z0-9., ]+)?");
    private static final Pattern MEDIA_QUERY = Pattern.compile("[A-Za-z0-9 ():.,-]{1,200}");

    private final OpenElements open;
    private final TagAttributes attributes;
    private final Images images;
    private final String base;
    private @Nullable String lead;

    ReplacedElements(OpenElements open, TagAttributes attributes, Images images, String base) {
        this.open = open;
        this.attributes = attributes;
        this.images = images;
        this.base = base;
    }

    /** The first picture that is more than an icon; null when there is none. */
    @Nullable
    String lead() {
        return lead;
    }

    void image(Element img) {
        Frame parent = open.top();
        String alt = Tree.attribute(img, "alt");
        if (parent.in(Frame.MATHS | Frame.MEDIA) || isEmoji(img, alt)) {
            if (!parent.in(Frame.MATHS | Frame.MEDIA)) {
                emoji(alt);
            }
            return;
        }
        Images.Image image = images.choose(img);
        if (image == null) {
            parent.lost = true;
            return;
        }
        Markup out = open.out;
        out.open("img");
        out.attribute("src", image.src());
        if (!image.srcset().isEmpty()) {
            out.attribute("srcset", image.srcset());
            sizes(img);
        }
        out.attribute("alt", alt);
        open.push(img);
        attributes.write(img, Policy.IMAGE, "img", "");
        open.pop();
        out.own(Policy.IMAGE_LOADING);
        out.endOfTag();
        parent.solid = true;
        remember(img, image.src());
    }

    private void sizes(Element element) {
        String sizes = Images.sizes(Tree.attribute(element, "sizes"));
        if (sizes != null) {
            open.out.attribute("sizes", sizes);
        }
    }

    private void remember(Element img, String src) {
        String width = AttributeValue.number(Tree.attribute(img, "width"), 0, 100_000);
        boolean icon = width != null && Integer.parseInt(width) < Policy.LEAD_IMAGE_WIDTH;
        if (lead == null && !icon && src.startsWith("http")) {
            lead = src;
        }
    }

    /** WordPress and GitHub turn emoji into pictures of their own hosts; they were characters before. */
    private static boolean isEmoji(Element img, String alt) {
        boolean marked = !alt.isEmpty()
                && alt.length() < 20
                && (img.hasClass("wp-smiley") || img.hasClass("emoji") || img.hasClass("twemoji"));
        return marked && alt.chars().anyMatch(c -> c > 0x2000);
    }

    private void emoji(String alt) {
        open.out.text(alt);
        open.plain.add(alt, !open.top().in(Frame.QUIET));
        open.top().solid = true;
    }

    /** Plays only when asked to, and loads nothing before. */
    void media(Element element, Policy.Rule rule) {
        String name = rule.written();
        String src = images.address(sourceOf(element));
        Frame frame = open.begin(element, name, rule.block());
        Markup out = open.out;
        if (src != null && !src.startsWith("data:")) {
            out.attribute("src", src);
            frame.solid = true;
        }
        String poster = name.equals("video") ? images.address(Tree.attribute(element, "poster")) : null;
        if (poster != null && !Images.isPlaceholder(poster)) {
            out.attribute("poster", poster);
        }
        attributes.write(element, rule, name, "");
        out.own(Policy.MEDIA_LOADING);
        out.endOfTag();
        frame.context |= Frame.MEDIA | Frame.QUIET;
    }

    private static String sourceOf(Element element) {
        String src = Tree.attribute(element, "src");
        return src.isBlank() ? Tree.attribute(element, "data-src") : src;
    }

    /** Of a picture, a film or a sound; a track of either of these. */
    void source(Element element, Policy.Rule rule) {
        String parent = open.top().written();
        boolean picture = parent.equals("picture");
        boolean media = parent.equals("video") || parent.equals("audio");
        String name = rule.written();
        String address = picture ? images.srcset(element) : images.address(sourceOf(element));
        boolean fits = name.equals("track") ? media : picture || media;
        if (!fits || address == null || address.isEmpty() || address.startsWith("data:")) {
            return;
        }
        Markup out = open.out;
        out.open(name);
        out.attribute(picture ? "srcset" : "src", address);
        if (picture) {
            sizes(element);
        }
        constrained(element, "type", MEDIA_TYPE);
        if (picture) {
            constrained(element, "media", MEDIA_QUERY);
        }
        open.push(element);
        attributes.write(element, rule, name, "");
        open.pop();
        out.endOfTag();
        open.top().solid |= media && name.equals("source");
    }

    private void constrained(Element element, String name, Pattern pattern) {
        String value = Tree.attribute(element, name).strip();
        if (pattern.matcher(value.toLowerCase(Locale.ROOT)).matches()
                || pattern.matcher(value).matches()) {
            open.out.attribute(name, value);
        }
    }

    /** A figure with a link that says what it is; in a figure of the author's the link alone; of a drawing its picture, if any. */
    void embed(Element element) {
        Frame parent = open.top();
        parent.lost = true;
        Element picture = Tree.isHidden(element) ? null : Embeds.picture(element);
        if (picture != null && images.choose(picture) != null) {
            image(picture);
            return;
        }
        Embeds.Embed embed =
                Tree.isHidden(element) || element.hasClass("wp-embedded-content") ? null : Embeds.of(element, base);
        if (embed == null || parent.in(Frame.MATHS | Frame.MEDIA)) {
            return;
        }
        boolean figure = !parent.in(Frame.FIGURE | Frame.HEADING | Frame.LINK);
        Markup out = open.out;
        if (figure) {
            open.block();
            out.own("<figure>");
        }
        if (parent.in(Frame.LINK)) {
            out.text(embed.name());
        } else {
            out.open("a");
            out.attribute("class", "embed");
            out.attribute("href", Trackers.without(embed.url()));
            out.own(Policy.LINK_REL);
            out.endOfTag();
            out.text(embed.name());
            out.close("a");
        }
        if (figure) {
            out.close("figure");
        }
        open.plain.boundary();
        open.plain.add(embed.name(), false);
        open.plain.boundary();
        parent.solid = true;
    }

    /** A task list's box is a sign, not a control. */
    void checkbox(Element input) {
        if (Tree.attribute(input, "type").equalsIgnoreCase("checkbox")
                && !open.top().in(Frame.MATHS | Frame.MEDIA)) {
            boolean spaced = input.nextSibling() instanceof TextNode text
                    && text.getWholeText().startsWith(" ");
            open.out.text((input.attributes().hasKey("checked") ? "☑" : "☐") + (spaced ? "" : " "));
        } else {
            open.top().lost = true;
        }
    }
}
