package community.orrery.site;

import community.orrery.site.PlannedFile.Stage;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files published as they are: style sheet, scripts, pictures, and a theme's own. Only the style sheet of feeds is filled in: what
 * a browser shows of a feed has no other place for a sentence in the planet's language.
 */
final class Assets {

    static final String FEED_STYLE = "assets/feed.css";

    private static final Pattern TEXT = Pattern.compile("\\{\\{ ([a-z.]+) }}");

    private Assets() {}

    static void plan(SitePlan plan) {
        for (String name : plan.resources().assets()) {
            byte[] read = plan.resources().bytes(name);
            byte[] bytes = name.equals(FEED_STYLE) ? filled(read, plan.words()) : read;
            plan.add(Stage.ASSET, name, Inputs.of("asset").with(bytes), press -> bytes);
        }
    }

    private static byte[] filled(byte[] style, Words words) {
        return TEXT.matcher(new String(style, StandardCharsets.UTF_8))
                .replaceAll(text -> Matcher.quoteReplacement(quoted(words.text(text.group(1)))))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A string of CSS. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
