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
    private static final Pattern PYTHON_COMMENT = Pattern.compile("\\s;");
    private static final Pattern RUBY_COMMENT = Pattern.compile("\\s[#;]");

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
        Map<String, String> defaults = new HashMap<>();
        raw.sections.stream().filter(section -> section.name().equals(DEFAULT)).forEach(section -> section.lines()
                .forEach(line -> defaults.put(line.name(), line.value())));
        Interpolation interpolation = new Interpolation(defaults, raw.mistakes);
        return new Ini(raw.top, raw.sections.stream().map(interpolation::of).toList(), interpolation.mistakes());
    }

    static Ini ruby(String text) {
        return parse(text, false);
    }

    private static Ini parse(String text, boolean python) {
        List<Line> top = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<Remark> mistakes = new ArrayList<>();
        List<Line> lines = top;
        StringBuilder more = new StringBuilder();
        int number = 0;
        for (String written : text.split("\\r\\n|\\n|\\r", -1)) {
            number++;
            String line = written.strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";") || line.matches("(?i)rem\\s.*")) {
                continue;
            }
            if (python && Character.isWhitespace(written.charAt(0)) && !lines.isEmpty()) {
                more.append(' ').append(line);
                continue;
            }
            goOn(lines, more);
            Matcher header = HEADER.matcher(line);
            Line pair = pair(line, number, python);
            if (header.matches()) {
                lines = new ArrayList<>();
                sections.add(new Section(header.group(1).strip(), number, lines));
            } else if (pair != null) {
                lines.add(pair);
            } else {
                mistakes.add(new Remark(
                        number,
                        "“" + line + "” is neither a section nor a setting.",
                        "Write name = value, or mend it."));
            }
        }
        goOn(lines, more);
        return new Ini(top, sections, mistakes);
    }

    /** Adds to the last value what went on in later lines, all at once. */
    private static void goOn(List<Line> lines, StringBuilder more) {
        if (!more.isEmpty()) {
            Line before = lines.remove(lines.size() - 1);
            lines.add(new Line(before.name(), (before.value() + more).strip(), before.number()));
            more.setLength(0);
        }
    }

    /** @return null for a line that is no setting */
    private static @Nullable Line pair(String line, int number, boolean python) {
        Matcher comment = (python ? PYTHON_COMMENT : RUBY_COMMENT).matcher(line);
        String said = comment.find() ? line.substring(0, comment.start()) : line;
        int sign = 0;
        while (sign < said.length() && said.charAt(sign) != ':' && said.charAt(sign) != '=') {
            sign++;
        }
        if (sign == 0 || sign == said.length()) {
            return null;
        }
        String name = said.substring(0, sign).strip();
        return new Line(
                python ? name.toLowerCase(Locale.ROOT) : name,
                said.substring(sign + 1).strip(),
                number);
    }
}
