package community.orrery.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ini file in one of two dialects. Python's ConfigParser (Planet, Venus): names in small letters, a line that begins with
 * white space goes on the value before, {@code %(name)s} stands for another value. Ruby's iniparser (Pluto): values before
 * the first section, indents mean nothing, a comment may end a line.
 *
 * @param top what stands before the first section
 * @param sections in the file's order
 */
record Ini(List<Line> top, List<Section> sections, List<Remark> mistakes) {

    /** Python's name for the section whose values hold in all. */
    static final String DEFAULT = "DEFAULT";

    private static final Pattern HEADER = Pattern.compile("\\[([^]]*)].*");
    private static final Pattern PAIR = Pattern.compile("([^:=\\s][^:=]*?)\\s*[:=]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("%(?:\\(([^)]*)\\)s|%)");

    /**
     * @param line of its header
     */
    record Section(String name, int line, List<Line> lines) {

        @Nullable
        Line line(String... names) {
            for (String wanted : names) {
                for (Line line : lines) {
                    if (line.name().equals(wanted)) {
                        return line;
                    }
                }
            }
            return null;
        }
    }

    static Ini python(String text) {
        Ini raw = parse(text, true);
        Map<String, String> defaults = new LinkedHashMap<>();
        raw.sections.stream().filter(section -> section.name().equals(DEFAULT)).forEach(section -> section.lines()
                .forEach(line -> defaults.put(line.name(), line.value())));
        return new Ini(
                raw.top,
                raw.sections.stream()
                        .map(section -> interpolated(section, defaults))
                        .toList(),
                raw.mistakes);
    }

    static Ini ruby(String text) {
        return parse(text, false);
    }

    private static Ini parse(String text, boolean python) {
        List<Line> top = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<Remark> mistakes = new ArrayList<>();
        List<Line> lines = top;
        int number = 0;
        for (String written : text.split("\\r\\n|\\n|\\r", -1)) {
            number++;
            String line = written.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";") || line.matches("(?i)rem\\s.*")) {
                continue;
            }
            boolean goesOn = python && Character.isWhitespace(written.charAt(0)) && !lines.isEmpty();
            Matcher header = HEADER.matcher(line);
            Matcher pair = PAIR.matcher(line.replaceAll(python ? "\\s;.*$" : "\\s[#;].*$", ""));
            if (goesOn) {
                Line before = lines.remove(lines.size() - 1);
                lines.add(new Line(before.name(), (before.value() + " " + line).strip(), before.number()));
            } else if (header.matches()) {
                lines = new ArrayList<>();
                sections.add(new Section(header.group(1).strip(), number, lines));
            } else if (pair.matches()) {
                String name = python ? pair.group(1).toLowerCase(Locale.ROOT) : pair.group(1);
                lines.add(new Line(name, pair.group(2).strip(), number));
            } else {
                mistakes.add(new Remark(
                        number,
                        "“" + line + "” is neither a section nor a setting.",
                        "Write name = value, or mend it."));
            }
        }
        return new Ini(top, sections, mistakes);
    }

    private static Section interpolated(Section section, Map<String, String> defaults) {
        Map<String, String> values = new LinkedHashMap<>(defaults);
        section.lines().forEach(line -> values.put(line.name(), line.value()));
        return new Section(
                section.name(),
                section.line(),
                section.lines().stream()
                        .map(line -> new Line(line.name(), interpolated(line.value(), values), line.number()))
                        .toList());
    }

    /** Ten rounds at most, as Python has it: a value may name one that names another. */
    private static String interpolated(String value, Map<String, String> values) {
        String now = value;
        for (int round = 0; round < 10 && now.contains("%("); round++) {
            now = REFERENCE.matcher(now).replaceAll(found -> {
                String name = found.group(1);
                String named = name == null ? null : values.get(name.toLowerCase(Locale.ROOT));
                return Matcher.quoteReplacement(named == null ? found.group() : named);
            });
        }
        return now.replace("%%", "%");
    }
}
