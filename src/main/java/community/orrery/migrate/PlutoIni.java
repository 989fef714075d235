package community.orrery.migrate;

import community.orrery.migrate.Ini.Section;
import community.orrery.opml.Incoming;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pluto's planet.ini: the planet's values first, then one section for each feed, under a key. */
final class PlutoIni {

    private static final String NAMED = "Nothing to do: the feed names its authors.";

    private final Gathering gathering = new Gathering();

    private PlutoIni() {}

    /** Whether a text is of this kind: sections, one of which names a feed or how to make its address. */
    static boolean fits(String text) {
        return Ini.ruby(text).sections().stream()
                .anyMatch(section ->
                        section.line("feed", "feed_url", "xml_url", "github", "rubygems", "meetup", "googlegroups")
                                != null);
    }

    static MoveOutcome read(String text) {
        Ini ini = Ini.ruby(text);
        PlutoIni reading = new PlutoIni();
        ini.mistakes().forEach(each -> reading.gathering.remark(each.line(), each.what(), each.remedy()));
        ini.top().forEach(reading::planet);
        for (Section section : ini.sections()) {
            if (List.of("planet", "defaults").contains(section.name())) {
                section.lines().forEach(reading::planet);
            } else {
                reading.feed(section);
            }
        }
        return reading.gathering.read("Pluto's planet.ini");
    }

    private void planet(Line line) {
        switch (line.name()) {
            case "title", "name" -> gathering.setting("title", line.value(), line.number());
            case "author", "owner" -> gathering.setting("ownerName", line.value(), line.number());
            case "email" -> gathering.setting("ownerEmail", line.value(), line.number());
            case "subtitle", "title2", "name2" -> gathering.setting("planet:description", line.value(), line.number());
            case "source", "url" ->
                gathering.lost(
                        line, "The list is the file feeds.opml; let whatever keeps it up to date write that file.");
            case "include", "includes", "exclude", "excludes" -> gathering.lost(line, Gathering.FILTERS);
            default -> gathering.lost(line, Gathering.NOTHING);
        }
    }

    private void feed(Section section) {
        Map<String, String> own = new HashMap<>();
        for (Line line : section.lines()) {
            switch (line.name()) {
                case "title", "name", "link", "url", "html_url", "feed", "feed_url", "xml_url" -> {
                    // of the outline
                }
                case "avatar", "face" -> gathering.avatar(line, own);
                case "github", "rubygems" -> {
                    // may be an address in short
                }
                case "author", "owner", "email" -> gathering.lost(line, NAMED);
                case "include", "includes", "exclude", "excludes" -> gathering.lost(line, Gathering.FILTERS);
                case "encoding", "charset" -> gathering.lost(line, "Nothing to do: encodings are found out.");
                default -> gathering.lost(line, Gathering.NOTHING);
            }
        }
        Line feed = section.line("feed", "feed_url", "xml_url");
        Line home = section.line("link", "url", "html_url");
        Line name = section.line("title", "name");
        String inShort = feed == null ? inShort(section) : null;
        if (feed == null && inShort == null) {
            gathering.noFeed(section.line(), "[" + section.name() + "]", home == null ? "" : home.value());
            return;
        }
        gathering.feed(new Incoming(
                section.line(),
                name == null ? section.name() : name.value(),
                feed == null ? String.valueOf(inShort) : feed.value(),
                home == null ? null : home.value(),
                null,
                own,
                List.of()));
    }

    /** Pluto makes the addresses of some feeds itself. Those of Meetup and Google Groups no longer exist. */
    private static @Nullable String inShort(Section section) {
        Line github = section.line("github");
        if (github != null && github.value().contains("/")) {
            return "https://github.com/" + github.value() + "/commits/master.atom";
        }
        Line gem = section.line("rubygems");
        return gem == null ? null : "https://rubygems.org/gems/" + gem.value() + "/versions.atom";
    }
}
