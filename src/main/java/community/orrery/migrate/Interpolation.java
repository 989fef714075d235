package community.orrery.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what Python's ConfigParser knows as {@code %(name)s}: another value of the section, or of the defaults. A few short
 * lines that name each other can come to more than any memory holds, so what they come to is bounded; a value that is longer
 * is a mistake and stays out.
 */
final class Interpolation {

    /** Letters of one value. */
    private static final int MOST = 64 * 1024;

    /** Letters of all values of a file in which something was filled in. */
    private static final int MOST_IN_ALL = 16 * MOST;

    /** As Python has it: a value may name one that names another. */
    private static final int ROUNDS = 10;

    private static final Pattern REFERENCE = Pattern.compile("%(?:\\(([^)]*)\\)s|%)");

    private final Map<String, String> defaults;
    private final List<Remark> mistakes;
    private int spare = MOST_IN_ALL;

    Interpolation(Map<String, String> defaults, List<Remark> mistakes) {
        this.defaults = defaults;
        this.mistakes = new ArrayList<>(mistakes);
    }

    List<Remark> mistakes() {
        return mistakes;
    }

    Ini.Section of(Ini.Section section) {
        Map<String, String> own = new HashMap<>();
        section.lines().forEach(line -> own.put(line.name(), line.value()));
        List<Line> lines = new ArrayList<>();
        for (Line line : section.lines()) {
            String value = line.value().contains("%(") ? filled(line.value(), own) : line.value();
            if (value == null) {
                mistakes.add(new Remark(
                        line.number(),
                        "“" + line.name() + "” grows too long with all that it names by %(…)s, and is left out.",
                        "Write there what it should be."));
            } else {
                lines.add(new Line(line.name(), value.replace("%%", "%"), line.number()));
            }
        }
        return new Ini.Section(section.name(), section.line(), lines);
    }

    /** @return null when it is too long */
    private @Nullable String filled(String value, Map<String, String> own) {
        int most = Math.min(MOST, spare);
        String now = value;
        for (int round = 0; round < ROUNDS && now.contains("%("); round++) {
            String next = once(now, own, most);
            if (next == null) {
                spare -= most;
                return null;
            }
            now = next;
        }
        spare -= now.length();
        return now;
    }

    private @Nullable String value(String name, Map<String, String> own) {
        String value = own.get(name);
        return value == null ? defaults.get(name) : value;
    }

    private @Nullable String once(String value, Map<String, String> own, int most) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (Matcher found = REFERENCE.matcher(value); found.find(); from = found.end()) {
            String name = found.group(1);
            String named = name == null ? null : value(name.toLowerCase(Locale.ROOT), own);
            if (named == null) {
                named = found.group();
            }
            out.append(value, from, found.start());
            if (out.length() + named.length() > most) {
                return null;
            }
            out.append(named);
        }
        out.append(value, from, value.length());
        return out.length() > most ? null : out.toString();
    }
}
