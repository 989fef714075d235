package community.orrery.migrate;

import community.orrery.migrate.Ini.Section;
import community.orrery.opml.Incoming;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The config.ini of Planet 2.0 and of Planet Venus: the planet's section, templates, filters, and one section for each feed. */
final class PlanetIni {

    static final String PLANET = "Planet";

    private static final String ITSELF = "Nothing to do: the feed itself is asked for that.";

    /** Planet-wide names whose loss needs other words than {@link #remedy} has. */
    private static final Map<String, String> LOST = Map.ofEntries(
            Map.entry("cache_directory", Gathering.FOLDERS),
            Map.entry("cache_sources_directory", Gathering.FOLDERS),
            Map.entry("cache_lists_directory", Gathering.FOLDERS),
            Map.entry("http_cache_directory", Gathering.FOLDERS),
            Map.entry("output_dir", Gathering.FOLDERS),
            Map.entry("output_theme", Gathering.DESIGN),
            Map.entry("template_files", Gathering.DESIGN),
            Map.entry("template_directories", Gathering.DESIGN),
            Map.entry("bill_of_materials", Gathering.DESIGN),
            Map.entry("django_autoescape", Gathering.DESIGN),
            Map.entry("date_format", "Dates are written in the planet's language: planet:language, planet:timezone."),
            Map.entry(
                    "new_date_format", "Dates are written in the planet's language: planet:language, planet:timezone."),
            Map.entry("encoding", "Nothing to do: pages and feeds are UTF-8."),
            Map.entry(
                    "days_per_page",
                    "Pages hold a number of posts: planet:postsPerPage. Months have pages of their own."),
            Map.entry("activity_threshold", "Nothing to do: the status page tells which blogs are silent or fail."),
            Map.entry("new_feed_items", "Of a newcomer's older posts at most planet:newcomerPosts are shown."),
            Map.entry("cache_keep_entries", "Nothing to do: the archive keeps every post."),
            Map.entry("log_level", "Use --quiet or --verbose."),
            Map.entry("log_format", "Use --quiet or --verbose; “orrery run” logs in key=value."),
            Map.entry("filter_directories", Gathering.FILTERS),
            Map.entry("pubsubhubbub_feeds", "Every feed names the hub."),
            Map.entry("feed", "Feeds have fixed addresses: feed.xml, atom.xml and feed.json."),
            Map.entry("feedtype", "Feeds have fixed addresses: feed.xml, atom.xml and feed.json."));

    private final Gathering gathering = new Gathering();
    private final Set<String> notFeeds = new HashSet<>();

    private PlanetIni() {}

    static MoveOutcome read(String text) {
        Ini ini = Ini.python(text);
        PlanetIni reading = new PlanetIni();
        ini.mistakes().forEach(each -> reading.gathering.remark(each.line(), each.what(), each.remedy()));
        List<Section> planets = ini.sections().stream()
                .filter(section -> section.name().equals(PLANET))
                .toList();
        planets.forEach(reading::planet);
        for (Section section : ini.sections()) {
            if (section.name().equals(Ini.DEFAULT)) {
                section.lines().forEach(line -> reading.gathering.lost(line, remedy(line.name())));
            } else if (!section.name().equals(PLANET)) {
                reading.section(section);
            }
        }
        return reading.gathering.read("the config.ini of Planet or Planet Venus");
    }

    private void planet(Section planet) {
        for (String kind : List.of("template_files", "filters")) {
            Line named = planet.line(kind);
            if (named != null) {
                notFeeds.addAll(Arrays.asList(named.value().split("\\s+")));
            }
        }
        for (Line line : planet.lines()) {
            String value = line.value();
            int number = line.number();
            switch (line.name()) {
                case "name" -> gathering.setting("title", value, number);
                case "link" -> gathering.setting("planet:link", value, number);
                case "owner_name" -> gathering.setting("ownerName", value, number);
                case "owner_email" -> gathering.setting("ownerEmail", value, number);
                case "items_per_page" -> gathering.setting("planet:postsPerPage", value, number);
                case "feed_timeout" -> gathering.setting("planet:callTimeout", "PT" + value + "S", number);
                case "pubsubhubbub_hub" -> gathering.setting("planet:hub", value, number);
                case "locale" -> gathering.setting("planet:language", language(value), number);
                case "spider_threads" -> {
                    if (!value.equals("0")) {
                        gathering.setting("planet:requests", value, number);
                    }
                }
                default -> gathering.lost(line, remedy(line.name()));
            }
        }
    }

    /** “fr_FR.UTF-8” names a language, a country and an encoding. */
    private static String language(String locale) {
        return locale.replaceFirst("[.@].*$", "").replace('_', '-');
    }

    private void section(Section section) {
        Line type = section.line("content_type");
        if (notFeeds.contains(section.name()) || section.name().endsWith(".tmpl")) {
            gathering.remark(
                    section.line(),
                    "[" + section.name() + "] is a template or a filter, and is not carried over.",
                    Gathering.DESIGN);
        } else if (type != null && isReadingList(type.value())) {
            gathering.remark(
                    section.line(),
                    "[" + section.name() + "] is a list of other feeds (" + type.value()
                            + "), and is not carried over.",
                    "Save that list and import it as well: orrery import FILE.");
        } else {
            feed(section);
        }
    }

    private static boolean isReadingList(String type) {
        return List.of("opml", "foaf", "csv", "config", ".").stream().anyMatch(type::contains);
    }

    private void feed(Section section) {
        Map<String, String> own = new HashMap<>();
        String home = null;
        for (Line line : section.lines()) {
            switch (line.name()) {
                case "name" -> {
                    // the outline's text
                }
                case "link" -> home = line.value();
                case "face", "image", "avatar" -> gathering.avatar(line, own);
                default -> gathering.lost(line, remedy(line.name()));
            }
        }
        Line name = section.line("name");
        gathering.feed(new Incoming(
                section.line(), name == null ? "" : name.value(), section.name(), home, null, own, List.of()));
    }

    private static String remedy(String name) {
        return switch (name) {
            case "filter", "exclude", "filters" -> Gathering.FILTERS;
            case "name_type",
                    "title_type",
                    "summary_type",
                    "content_type",
                    "xml_base",
                    "ignore_in_feed",
                    "future_dates",
                    "override" -> ITSELF;
            case "facewidth", "faceheight" -> "Nothing to do: pictures are shown in one size.";
            default -> LOST.getOrDefault(name, Gathering.NOTHING);
        };
    }

    /** Whether a text is of this kind, told by its one required section. */
    static boolean fits(@Nullable String text) {
        return text != null && text.lines().anyMatch(line -> line.strip().equals("[" + PLANET + "]"));
    }
}
