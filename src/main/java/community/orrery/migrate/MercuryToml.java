package community.orrery.migrate;

import community.orrery.opml.Incoming;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Mercury's mercury.toml: the planet's values, then a table for each feed, with filters perhaps. */
final class MercuryToml {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(h|ms|m|s)");

    private final Gathering gathering = new Gathering();

    private MercuryToml() {}

    /** Whether a text is of this kind, told by a table of feeds. */
    static boolean fits(String text) {
        return Pattern.compile("(?m)^[ \\t]*\\[\\[\\s*feed\\s*(?:\\.\\s*filter\\s*)?]]")
                .matcher(text)
                .find();
    }

    static MoveOutcome read(String text) {
        int tooDeep = Nesting.tooDeep(text);
        if (tooDeep > 0) {
            return new MoveOutcome.Unreadable(List.of(new Remark(
                    tooDeep,
                    "Brackets stand in brackets here, more than " + Nesting.MOST + " deep.",
                    "No planet needs that: mend it and import again.")));
        }
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            return new MoveOutcome.Unreadable(
                    toml.errors().stream().map(MercuryToml::mistake).toList());
        }
        MercuryToml reading = new MercuryToml();
        for (String name : toml.keySet()) {
            if (!name.equals("feed")) {
                reading.planet(line(toml, name));
            }
        }
        TomlArray feeds = toml.isArray("feed") ? toml.getArray("feed") : null;
        for (int i = 0; feeds != null && i < feeds.size(); i++) {
            if (feeds.get(i) instanceof TomlTable feed) {
                reading.feed(feed, number(feeds.inputPositionOf(i)));
            }
        }
        return reading.gathering.read("Mercury's mercury.toml");
    }

    private static Remark mistake(TomlParseError error) {
        return new Remark(
                number(error.position()), "This is not TOML: " + error.getMessage() + ".", "Mend it and import again.");
    }

    private void planet(Line line) {
        switch (line.name()) {
            case "name" -> gathering.setting("title", line.value(), line.number());
            case "url" -> gathering.setting("planet:link", line.value(), line.number());
            case "owner" -> gathering.setting("ownerName", line.value(), line.number());
            case "email" -> gathering.setting("ownerEmail", line.value(), line.number());
            case "items" -> gathering.setting("planet:postsPerPage", line.value(), line.number());
            case "timeout" -> gathering.setting("planet:callTimeout", duration(line.value()), line.number());
            case "parallelism" -> gathering.setting("planet:requests", line.value(), line.number());
            case "cache", "output" -> gathering.lost(line, Gathering.FOLDERS);
            case "theme" -> gathering.lost(line, Gathering.DESIGN);
            case "feed_id" ->
                gathering.lost(line, "The feed's own id is its address; the ids of its entries are their authors'.");
            case "generate_feed" -> gathering.lost(line, "Nothing to do: feeds are always written.");
            case "max_pages", "job_queue_depth" -> gathering.lost(line, "Nothing to do: it is not needed here.");
            default -> gathering.lost(line, Gathering.NOTHING);
        }
    }

    /** Go's “5m30s” as ISO 8601 has it; what is not of that form is left for the list's reader to refuse. */
    private static String duration(String go) {
        Duration sum = Duration.ZERO;
        Matcher parts = PART.matcher(go);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            end = parts.end();
            long nanos =
                    switch (parts.group(2)) {
                        case "h" -> Duration.ofHours(1).toNanos();
                        case "m" -> Duration.ofMinutes(1).toNanos();
                        case "s" -> Duration.ofSeconds(1).toNanos();
                        default -> Duration.ofMillis(1).toNanos();
                    };
            BigDecimal[] seconds = new BigDecimal(parts.group(1))
                    .multiply(BigDecimal.valueOf(nanos, 9))
                    .divideAndRemainder(BigDecimal.ONE);
            sum = sum.plusSeconds(seconds[0].longValue())
                    .plusNanos(seconds[1].movePointRight(9).longValue());
        }
        return end == go.length() && end > 0 ? sum.toString() : go;
    }

    private void feed(TomlTable feed, int line) {
        String address = "";
        String name = "";
        for (String key : feed.keySet()) {
            Line each = line(feed, key);
            switch (key) {
                case "name" -> name = each.value();
                case "feed" -> address = each.value();
                case "filter" -> filters(feed, each.number());
                default -> gathering.lost(each, Gathering.NOTHING);
            }
        }
        if (address.isBlank()) {
            gathering.remark(line, "A [[feed]] has no address (feed = …), and is left out.", "Add it by hand.");
        } else {
            gathering.feed(new Incoming(line, name, address, null, null, Map.of(), List.of()));
        }
    }

    private void filters(TomlTable feed, int line) {
        TomlArray filters = feed.isArray("filter") ? feed.getArray("filter") : null;
        for (int i = 0; filters != null && i < filters.size(); i++) {
            String when = filters.get(i) instanceof TomlTable filter && filter.isString("when")
                    ? " (" + filter.getString("when") + ")"
                    : "";
            gathering.remark(
                    Math.max(line, number(filters.inputPositionOf(i))),
                    "A filter" + when + " is not carried over.",
                    Gathering.FILTERS);
        }
    }

    private static Line line(TomlTable table, String name) {
        Object value = table.get(List.of(name));
        return new Line(name, String.valueOf(value), number(table.inputPositionOf(List.of(name))));
    }

    private static int number(@Nullable TomlPosition position) {
        return position == null ? 1 : position.line();
    }
}
