package community.orrery.site;

import community.orrery.feed.Planet;
import community.orrery.feed.Writing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A whole site in memory. */
final class PrintedSite {

    private final Map<String, byte[]> files = new TreeMap<>();

    PrintedSite(Planet planet, List<Writing> writings) {
        this(planet, writings, Theme.NONE);
    }

    PrintedSite(Planet planet, List<Writing> writings, Theme theme) {
        this(planet, writings, theme, SamplePlanet.TEXTS);
    }

    PrintedSite(Planet planet, List<Writing> writings, Theme theme, PostTexts texts) {
        SitePlan plan = SamplePlanet.plan(planet, writings, theme);
        Press press = new Press(plan, texts);
        plan.files().forEach(file -> files.put(file.path(), press.print(file)));
    }

    Map<String, byte[]> files() {
        return files;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new AssertionError("no " + path + " among " + files.keySet());
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A page as browsers read it. */
    Document page(String path) {
        return Jsoup.parse(text(path), "https://planet.example/blogs/" + path);
    }
}
