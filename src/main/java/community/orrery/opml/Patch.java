package community.orrery.opml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in one text, all given in its own offsets, so that none disturbs another. All else stays to the letter. */
final class Patch {

    private record Replacement(int start, int end, String with) {}

    private final String text;
    private final List<Replacement> replacements = new ArrayList<>();

    Patch(String text) {
        this.text = text;
    }

    void insert(int at, String with) {
        replace(at, at, with);
    }

    void replace(int start, int end, String with) {
        replacements.add(new Replacement(start, end, with));
    }

    String applied() {
        StringBuilder out = new StringBuilder(text.length() + 200);
        int from = 0;
        replacements.sort(Comparator.comparingInt(Replacement::start));
        for (Replacement replacement : replacements) {
            // Two lines that go may share the line end between them.
            int start = Math.max(from, replacement.start());
            out.append(text, from, start).append(replacement.with());
            from = Math.max(from, replacement.end());
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Sets an attribute: a new value between the old quotes, or a new attribute behind the last, spaced as that is. */
    void set(Element element, String namespace, String local, String writtenName, String value) {
        Element.Attribute present = element.attribute(namespace, local);
        if (present != null) {
            char quote = text.charAt(present.span().valueEnd());
            replace(present.span().valueStart(), present.span().valueEnd(), Markup.escaped(value, quote));
            return;
        }
        List<Tag.Span> spans = element.tag().attributes();
        int end = element.tag().start() + 1 + element.tag().name().length();
        String space = " ";
        if (!spans.isEmpty()) {
            Tag.Span last = spans.get(spans.size() - 1);
            int before = last.start();
            while (Character.isWhitespace(text.charAt(before - 1))) {
                before--;
            }
            space = text.substring(before, last.start());
            end = last.valueEnd() + 1;
        }
        insert(end, space + writtenName + "=\"" + Markup.escaped(value, '"') + "\"");
    }
}
