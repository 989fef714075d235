package community.orrery.site;

import community.orrery.feed.Planet;
import community.orrery.likeness.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every page of a site has around it: its name, navigation, assets and security policy. */
final class Frame {

    private static final List<String> SECTIONS = List.of("index", "members", "tags", "archive", "search", "about");

    private final Planet planet;
    private final String version;
    private final Templates.DataScript early;
    private final String policy;

    Frame(Planet planet, SiteResources resources) {
        this.planet = planet;
        this.version = resources.digest().substring(0, 8);
        this.early = new Templates.DataScript(resources.text("assets/early.js").strip());
        this.policy = policy(early);
    }

    Templates.DataScript early() {
        return early;
    }

    /** What templates know as {@code site}. */
    Map<String, @Nullable Object> site(Words words, String section, String path) {
        Map<String, @Nullable Object> site = new HashMap<>();
        site.put("title", planet.title());
        site.put("description", planet.description());
        site.put("language", words.locale().toLanguageTag());
        site.put("direction", Views.isRightToLeft(words.locale()) ? "rtl" : "ltr");
        site.put("planetLanguage", Views.foreign(planet.language(), words.locale()));
        site.put("nav", nav(words, section));
        site.put("foot", foot(words));
        site.put("groups", groups(path));
        site.put("version", version);
        site.put("policy", policy);
        site.put("owner", planet.ownerName());
        site.put("ownerEmail", planet.ownerEmail());
        return site;
    }

    private static List<View.Link> nav(Words words, String section) {
        List<View.Link> links = new ArrayList<>();
        for (String each : SECTIONS) {
            links.add(new View.Link(each + ".html", words.text("nav." + each), each.equals(section)));
        }
        return links;
    }

    private static List<View.Link> foot(Words words) {
        return List.of(
                new View.Link(RssFeed.FILE, words.text("foot.rss"), false),
                new View.Link(AtomFeed.FILE, words.text("foot.atom"), false),
                new View.Link(JsonFeed.FILE, words.text("foot.json"), false),
                new View.Link(OpmlFile.FILE, words.text("foot.opml"), false));
    }

    /** The outermost groups; inner ones are found on their pages. */
    private List<View.Link> groups(String path) {
        return planet.groups().stream()
                .map(group -> new View.Link(
                        Views.path(group), group.name(), Views.path(group).equals(path)))
                .toList();
    }

    /** Scripts, styles and fonts of our own only; a post's pictures, sound and film may come from anywhere. */
    private static String policy(Templates.DataScript early) {
        return "default-src 'none'; script-src 'self' 'sha256-" + sha256(early.script())
                + "'; style-src 'self'; font-src 'self'; img-src 'self' http: https: data:; media-src http: https:;"
                + " form-action 'self' https:; base-uri 'none'";
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Digest.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }
}
