package community.orrery.clean;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the one form of markup that leaves this package: lower-case tags, double-quoted attributes, {@code < > & "}
 * escaped wherever they are not ours. No element whose content a parser reads otherwise (style, title, textarea…) is ever
 * written, so a {@code <} in the output is always one of our own tags, whatever surrounds it.
 */
final class Markup {

    /** A link to a place in the post, written at the end, when it is known whether the place is there. */
    private record Jump(int at, String target, String inPage, @Nullable String elsewhere) {}

    private record Place(int at, String id) {}

    private final StringBuilder out;
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Place> ids = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Markup(int size) {
        out = new StringBuilder(size);
    }

    int length() {
        return out.length();
    }

    /** Takes back everything since {@code start}. */
    void truncate(int start) {
        out.setLength(start);
        for (int last = jumps.size() - 1; last >= 0 && jumps.get(last).at >= start; last--) {
            jumps.remove(last);
        }
        for (int last = ids.size() - 1; last >= 0 && ids.get(last).at >= start; last--) {
            known.remove(ids.remove(last).id);
        }
    }

    void open(String name) {
        out.append('<').append(name);
    }

    void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
    }

    /** Writes an id unless the post has used it: the first of equals is the one that browsers find. */
    boolean id(String id) {
        if (!known.add(id)) {
            return false;
        }
        ids.add(new Place(out.length(), id));
        attribute("id", id);
        return true;
    }

    /**
     * Writes the href of a link into the post itself.
     *
     * @param target the id it names, decoded
     * @param inPage its address when the id turns out to be there
     * @param elsewhere its address otherwise; null: then it is no link
     */
    void jump(String target, String inPage, @Nullable String elsewhere) {
        jumps.add(new Jump(out.length(), target, inPage, elsewhere));
    }

    void endOfTag() {
        out.append('>');
    }

    void close(String name) {
        out.append("</").append(name).append('>');
    }

    void text(String text) {
        text(text, Characters.kinds(text));
    }

    /** @param kinds as {@link Characters} found them in the text */
    void text(String text, int kinds) {
        if ((kinds & Characters.MARKUP) == 0) {
            out.append(text);
        } else {
            escape(text, false);
        }
    }

    /** Text that may stand between tags and between double quotes. */
    void attributeText(String text) {
        escape(text, true);
    }

    /** Our own markup, already in this form. */
    void own(String markup) {
        out.append(markup);
    }

    /** The first newline after {@code <pre>} is not content: one more is needed where the content begins with one. */
    void newlineOfPre() {
        out.append('\n');
    }

    /** Makes the paragraph that begins at {@code start} a division; everything after it moves by {@link #WIDENED}. */
    void paragraphToDivision(int start) {
        out.replace(start + 1, start + 2, "div");
        for (int i = jumps.size() - 1; i >= 0 && jumps.get(i).at > start; i--) {
            Jump jump = jumps.get(i);
            jumps.set(i, new Jump(jump.at + WIDENED, jump.target, jump.inPage, jump.elsewhere));
        }
        for (int i = ids.size() - 1; i >= 0 && ids.get(i).at > start; i--) {
            ids.set(i, new Place(ids.get(i).at + WIDENED, ids.get(i).id));
        }
    }

    static final int WIDENED = 2;

    boolean endsWithSpace() {
        int length = out.length();
        return length > 0 && out.charAt(length - 1) <= ' ';
    }

    /** Everything, with each jump leading where its target is. */
    String finish() {
        if (jumps.isEmpty()) {
            return out.toString();
        }
        StringBuilder whole = new StringBuilder(out.length() + 80 * jumps.size());
        Markup addresses = new Markup(80);
        int from = 0;
        for (Jump jump : jumps) {
            whole.append(out, from, jump.at);
            from = jump.at;
            addresses.out.setLength(0);
            if (known.contains(jump.target)) {
                addresses.attribute("href", jump.inPage);
            } else if (jump.elsewhere != null) {
                addresses.attribute("href", jump.elsewhere);
                addresses.own(Policy.LINK_REL);
            }
            whole.append(addresses.out);
        }
        return whole.append(out, from, out.length()).toString();
    }

    private void escape(String text, boolean quoted) {
        int special = quoted ? Characters.MARKUP | Characters.QUOTE : Characters.MARKUP;
        int length = text.length();
        int from = 0;
        for (int i = 0; i < length; i++) {
            if ((Characters.kind(text.charAt(i)) & special) == 0) {
                continue;
            }
            String replacement = replacement(text, i, quoted);
            if (replacement != null) {
                out.append(text, from, i).append(replacement);
                from = i + 1;
            }
        }
        out.append(text, from, length);
    }

    /** What stands for the character, null when it stands for itself. Characters that XML forbids go: feeds are XML. */
    private static @Nullable String replacement(String text, int at, boolean quoted) {
        char c = text.charAt(at);
        switch (c) {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return quoted ? "&quot;" : null;
            case '\r':
                return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "" : "\n";
            case '\f':
                return " ";
            default:
                break;
        }
        if (c < ' ' || c >= 0x7f && c <= 0x9f || c >= 0xfffe || c >= 0xfdd0 && c <= 0xfdef) {
            return "";
        }
        return Character.isSurrogate(c) && isLone(text, at) ? "" : null;
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
}
