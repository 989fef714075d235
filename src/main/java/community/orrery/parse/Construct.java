package community.orrery.parse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * An Atom text construct or content element (RFC 4287 sections 3.1 and 4.1.3; Atom 0.3's type and mode) as what it says it
 * is.
 *
 * @param html whether the value is markup; plain text is not to be read as HTML
 */
record Construct(boolean html, String value) {

    private static final Construct NOTHING = new Construct(false, "");

    static Construct of(Element element, @Nullable URI base) {
        String type = attribute(element, "type");
        String mode = attribute(element, "mode");
        boolean markup =
                type.equals("html") || type.equals("xhtml") || type.startsWith("text/html") || type.contains("xhtml");
        Element only = element.getChildren().size() == 1 ? element.getChildren().get(0) : null;
        if (only != null && type.equals("html") && isPlainDiv(only)) {
            return new Construct(true, only.getText()); // TypePad: escaped as html is, in a div as xhtml is
        } else if (!element.getChildren().isEmpty()) {
            return new Construct(true, inline(element, base));
        } else if (mode.equals("base64") || isMedia(type) && mode.isEmpty()) {
            return decoded(element.getText(), markup, type);
        } else if (type.equals("xhtml") || type.equals("application/xhtml+xml") && !mode.equals("escaped")) {
            return new Construct(true, Texts.escaped(element.getText()));
        }
        return new Construct(markup, element.getText());
    }

    Passage passage(URI base) {
        return html ? Passage.markup(value, base) : Passage.plain(value, base);
    }

    /** As plain text. */
    String asText() {
        return html ? Texts.rendered(value) : Texts.fold(value);
    }

    private static String attribute(Element element, String name) {
        String value = Names.attribute(element, name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private static boolean isPlainDiv(Element element) {
        return Names.local(element).equals("div") && element.getChildren().isEmpty();
    }

    /** Without the div that Atom asks for around xhtml and that is no part of the text. */
    private static String inline(Element element, @Nullable URI base) {
        var children = element.getChildren();
        Element only = children.get(0);
        boolean wrapped = children.size() == 1
                && Names.local(only).equals("div")
                && only.getAttributes().isEmpty();
        boolean alone = wrapped && element.getTextTrim().isEmpty();
        return Markup.inside(alone ? only : element, base);
    }

    private static boolean isMedia(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("+xml") && !type.endsWith("/xml");
    }

    private static Construct decoded(String text, boolean markup, String type) {
        if (isMedia(type) && !type.equals("application/octet-stream")) {
            return NOTHING; // a picture, an archive: nothing to read
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.strip());
            return new Construct(markup, Repair.clean(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }
}
