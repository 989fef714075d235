package community.orrery.site;

import community.orrery.feed.Settings;
import community.orrery.site.PlannedFile.Stage;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page for bloggers, with the rules that the planet keeps, and the page for an address that leads nowhere. */
final class InfoPages {

    private InfoPages() {}

    static void plan(SitePlan plan) {
        Settings settings = plan.planet().settings();
        Inputs inputs = plan.inputs("about")
                .with(settings.newcomerPosts())
                .with(settings.feedPosts())
                .with(settings.minInterval())
                .with(settings.requestsPerHost());
        plan.add(Stage.LIST, "about.html", inputs, InfoPages::about);
        plan.add(Stage.LIST, "404.html", plan.inputs("404"), InfoPages::notFound);
    }

    private static byte[] about(Press press) {
        Settings settings = press.plan().planet().settings();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("newcomerPosts", settings.newcomerPosts());
        model.put("feedPosts", settings.feedPosts());
        model.put("minutes", settings.minInterval().toMinutes());
        model.put("requestsPerHost", settings.requestsPerHost());
        View.Head head = new View.Head(
                press.words().text("nav.about"),
                press.words().text("about.description", press.plan().planet().title()),
                press.absolute("about.html"),
                null,
                Feeds.links(press.plan()),
                SocialCards.ofPage(press, "about.html"),
                null);
        return press.page("about.html", "about.html", "about", head, model);
    }

    /** A server shows it under any address, so that its links start at the site's root where that is known. */
    private static byte[] notFound(Press press) {
        URI link = press.plan().planet().link();
        String path = link == null ? "" : link.getRawPath() == null ? "/" : link.getRawPath();
        String root = path.isEmpty() && link == null || path.endsWith("/") ? path : path + "/";
        View.Head head = new View.Head(press.words().text("missing.title"), "", null, "noindex", List.of(), null, null);
        return press.page("404.html", "404.html", "404", head, Map.of("root", root));
    }
}
