package community.orrery.clean;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Substack's components: empty elements with JSON in an attribute, of which a script makes a formula, a tweet, a film. Each gets
 * for content the markup that other software has for the same, which is trusted no more than a stranger's: it goes through the
 * same gate.
 */
final class Components {

    private static final String ATTRIBUTES = "data-attrs";

    /** Where a component notes what it shows, the surest first. */
    private static final List<String> ADDRESSES = List.of("url", "canonical_url");

    private static final Pattern YOUTUBE = Pattern.compile("[\\w-]{6,20}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

    private Components() {}

    static boolean is(Element element, String name) {
        return (name.equals("div") || name.equals("span"))
                && !Tree.attribute(element, ATTRIBUTES).isEmpty()
                && !Tree.hasContent(element);
    }

    /** Of a component that leads nowhere, such as an uploaded film, nothing is made. */
    static void unfold(Element component) {
        Map<String, String> texts = JsonTexts.of(Tree.attribute(component, ATTRIBUTES));
        String formula = text(texts, "persistentExpression");
        if (!formula.isEmpty()) {
            component.appendElement("script").attr("type", Tex.DISPLAY).appendChild(new DataNode(formula));
            return;
        }
        if (component.hasClass("mention-wrap")) {
            component.appendText(text(texts, "name"));
            return;
        }
        String words = text(texts, "full_text");
        if (!words.isEmpty()) {
            quote(component, Parser.unescapeEntities(words, false));
        }
        String address = address(component, texts);
        if (!address.isEmpty()) {
            component.appendElement("iframe").attr("src", address).attr("title", title(texts));
        }
    }

    private static void quote(Element component, String words) {
        Element paragraph = component.appendElement("blockquote").appendElement("p");
        String[] lines = words.split("\n", -1);
        paragraph.appendText(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            paragraph.appendElement("br");
            paragraph.appendText(lines[i]);
        }
    }

    /** Empty when there is none that a reader could follow. */
    private static String address(Element component, Map<String, String> texts) {
        String kind = (Tree.attribute(component, "class") + " " + Tree.attribute(component, "data-component-name"))
                .toLowerCase(Locale.ROOT);
        String video = text(texts, "videoId");
        if (kind.contains("youtube") && YOUTUBE.matcher(video).matches()) {
            String start = text(texts, "startTime");
            boolean later = NUMBER.matcher(start).matches();
            return "https://www.youtube.com/embed/" + video + (later ? "?start=" + start : "");
        }
        if (kind.contains("vimeo") && NUMBER.matcher(video).matches()) {
            return "https://player.vimeo.com/video/" + video;
        }
        for (String name : ADDRESSES) {
            String url = text(texts, name);
            String scheme = SafeUrl.scheme(url);
            if (scheme.equals("http") || scheme.equals("https")) {
                return url;
            }
        }
        return "";
    }

    private static String title(Map<String, String> texts) {
        String title = text(texts, "title");
        String user = text(texts, "username");
        return title.isEmpty() && !user.isEmpty() ? "@" + user : title;
    }

    private static String text(Map<String, String> texts, String name) {
        return texts.getOrDefault(name, "").strip();
    }
}
