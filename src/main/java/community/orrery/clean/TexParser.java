package community.orrery.clean;

import static community.orrery.clean.TexElements.*;

import java.util.Map;
import java.util.Optional;

/**
 * Reads one formula of TeX into MathML Core. Nothing is ever defined or expanded, so the result is bounded by the source.
 * A command that it does not know, or a brace without its fellow, makes the whole unreadable: it is then left as TeX.
 */
final class TexParser {

    private static final int DEEPEST = 40;

    private final TexSource tex;
    private final boolean display;
    private int depth;

    private TexParser(String tex, boolean display) {
        this.tex = new TexSource(tex);
        this.display = display;
    }

    /** @return a {@code math} element; empty when the formula can't be read */
    static Optional<String> mathMl(String tex, boolean display) {
        TexParser parser = new TexParser(tex, display);
        String row = parser.row("");
        if (parser.tex.isUnreadable() || !parser.tex.atEnd() || row.isEmpty()) {
            return Optional.empty();
        }
        String block = display ? " display=\"block\"" : "";
        return Optional.of("<math" + block + " alttext=\"" + escape(tex) + "\">" + row + "</math>");
    }

    /** Atoms up to the stop: a closing brace or bracket, an ampersand, a row's end or a command; not past it. */
    private String row(String stop) {
        StringBuilder out = new StringBuilder();
        tex.failIf(++depth > DEEPEST);
        while (!tex.isUnreadable() && !tex.atEnd() && !atStop(stop)) {
            out.append(scripted());
        }
        depth--;
        return out.toString();
    }

    private boolean atStop(String stop) {
        if (stop.equals("cell")) {
            return tex.peek() == '&' || tex.startsWith("\\\\") || tex.startsWith("\\end");
        }
        if (!stop.isEmpty() && (stop.length() > 1 ? tex.startsWithCommand(stop) : tex.startsWith(stop))) {
            return true;
        }
        boolean stray = tex.peek() == '}';
        tex.failIf(stray);
        return stray;
    }

    /** A nucleus with what is set above and below it. */
    private String scripted() {
        int start = tex.position();
        String nucleus = nucleus();
        boolean limits = display && isLarge(tex.since(start));
        String below = "";
        String above = "";
        while (!tex.isUnreadable() && !tex.atEnd() && "^_'".indexOf(tex.peek()) >= 0) {
            int script = tex.take();
            String argument = script == '\'' ? "<mo>′</mo>" : argument();
            if (script == '_') {
                tex.failIf(!below.isEmpty());
                below = argument;
            } else {
                above = above.isEmpty() ? argument : "<mrow>" + above + argument + "</mrow>";
            }
        }
        return scripts(nucleus, below, above, limits);
    }

    private static boolean isLarge(String source) {
        String name = source.strip().replaceAll("^\\\\|\\\\limits$", "");
        return TexVocabulary.LARGE.containsKey(name)
                || TexVocabulary.LIMITS.contains(name)
                || name.startsWith("underbrace")
                || name.startsWith("overbrace");
    }

    private String nucleus() {
        char c = tex.peek();
        switch (c) {
            case '\\':
                return command(tex.name());
            case '{':
                tex.take();
                String row = row("}");
                tex.expect("}");
                return "<mrow>" + row + "</mrow>";
            case '^', '_', '\'':
                return "";
            case '&', '#', '$', '%':
                return tex.fail();
            default:
                return c >= '0' && c <= '9' ? "<mn>" + tex.number() + "</mn>" : sign(tex.take());
        }
    }

    private static String sign(int character) {
        if (character == '~') {
            return space("0.333em");
        }
        String text = escape(Character.toString(character));
        if (Character.isLetter(character)) {
            return "<mi>" + text + "</mi>";
        }
        return operator(character == '-' ? "−" : character == '*' ? "∗" : text);
    }

    private String command(String name) {
        Map<String, String> operators = TexVocabulary.OPERATORS;
        if (TexVocabulary.IDENTIFIERS.containsKey(name)) {
            return "<mi>" + escape(TexVocabulary.IDENTIFIERS.getOrDefault(name, "")) + "</mi>";
        }
        if (operators.containsKey(name)) {
            return operator(escape(operators.getOrDefault(name, "")));
        }
        if (TexVocabulary.LARGE.containsKey(name)) {
            return operator(TexVocabulary.LARGE.getOrDefault(name, ""));
        }
        if (TexVocabulary.FUNCTIONS.contains(name) || TexVocabulary.LIMITS.contains(name)) {
            return "<mi>" + name + "</mi>";
        }
        if (TexVocabulary.SPACES.containsKey(name)) {
            return space(TexVocabulary.SPACES.getOrDefault(name, "0"));
        }
        if (TexVocabulary.IGNORED.contains(name)) {
            return "";
        }
        if (TexVocabulary.ALPHABETS.containsKey(name)) {
            return readable(alphabet(TexVocabulary.ALPHABETS.getOrDefault(name, new int[3]), tex.braced()));
        }
        if (TexVocabulary.ACCENTS.containsKey(name)) {
            String accent = TexVocabulary.ACCENTS.getOrDefault(name, "");
            return "<mover accent=\"true\">" + argument() + operator(accent) + "</mover>";
        }
        if (TexVocabulary.BELOW.containsKey(name)) {
            return "<munder>" + argument() + operator(TexVocabulary.BELOW.getOrDefault(name, "")) + "</munder>";
        }
        return construct(name);
    }

    private String construct(String name) {
        switch (name) {
            case "frac", "dfrac", "tfrac", "cfrac":
                return "<mfrac>" + argument() + argument() + "</mfrac>";
            case "binom", "dbinom", "tbinom":
                return "<mrow><mo>(</mo><mfrac linethickness=\"0\">" + argument() + argument()
                        + "</mfrac><mo>)</mo></mrow>";
            case "sqrt":
                return root();
            case "overset", "stackrel":
                String above = argument();
                return "<mover>" + argument() + above + "</mover>";
            case "underset":
                String below = argument();
                return "<munder>" + argument() + below + "</munder>";
            case "text", "textrm", "textit", "textbf", "texttt", "textsf", "mbox", "hbox":
                return "<mtext>" + escape(tex.braced()).replace(' ', '\u00a0') + "</mtext>";
            case "mathrm", "operatorname", "mathit", "rm":
                tex.skip("*");
                return readable(upright(tex.braced()));
            case "left":
                return fenced();
            case "begin":
                return environment();
            case "label":
                tex.braced();
                return "";
            case "tag":
                return space("2em") + "<mtext>(" + escape(tex.braced()) + ")</mtext>";
            case "pmod":
                return "<mrow>" + space("1em") + "<mo>(</mo><mi>mod</mi>" + space("0.333em") + argument()
                        + "<mo>)</mo></mrow>";
            case "bmod":
                return "<mo lspace=\"0.222em\" rspace=\"0.222em\">mod</mo>";
            case " ":
                return space("0.333em");
            case "not":
                return tex.skip("=") ? operator("≠") : tex.skip("\\in") ? operator("∉") : tex.fail();
            default:
                return tex.fail();
        }
    }

    private String readable(String element) {
        tex.failIf(element.isEmpty());
        return element;
    }

    private String root() {
        if (!tex.skip("[")) {
            return "<msqrt>" + argument() + "</msqrt>";
        }
        String degree = "<mrow>" + row("]") + "</mrow>";
        tex.expect("]");
        return "<mroot>" + argument() + degree + "</mroot>";
    }

    /** One atom, or a group. */
    private String argument() {
        if (tex.isUnreadable() || tex.atEnd() || ++depth > DEEPEST) {
            return tex.fail();
        }
        String atom = Character.isDigit(tex.peek()) ? "<mn>" + Character.toString(tex.take()) + "</mn>" : nucleus();
        depth--;
        return readable(atom);
    }

    private String fenced() {
        String open = fence();
        String inner = row("\\right");
        tex.expect("\\right");
        return "<mrow>" + open + inner + fence() + "</mrow>";
    }

    private String fence() {
        if (tex.atEnd()) {
            return tex.fail();
        }
        if (tex.peek() == '\\') {
            return TexElements.fence(readable(TexVocabulary.OPERATORS.getOrDefault(tex.name(), "")));
        }
        int sign = tex.take();
        return TexElements.fence(sign == '.' ? "" : Character.toString(sign));
    }

    private String environment() {
        String name = tex.braced();
        String fences = TexVocabulary.TABLES.get(name);
        if (fences == null) {
            return tex.fail();
        }
        if (name.equals("array") || name.startsWith("alignat")) {
            tex.braced();
        }
        String rows = rows();
        tex.expect("\\end");
        tex.failIf(!tex.braced().equals(name));
        String open = fences.isEmpty() ? "" : TexElements.fence(fences.substring(0, 1));
        String close = fences.length() < 2 ? "" : TexElements.fence(fences.substring(1, 2));
        return "<mrow>" + open + "<mtable>" + rows + "</mtable>" + close + "</mrow>";
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        StringBuilder row = new StringBuilder();
        while (!tex.isUnreadable()) {
            row.append("<mtd>").append(row("cell")).append("</mtd>");
            if (tex.skip("&")) {
                continue;
            }
            rows.append("<mtr>").append(row).append("</mtr>");
            row.setLength(0);
            if (!tex.skip("\\\\")) {
                break;
            }
        }
        return rows.toString().replace("<mtr><mtd></mtd></mtr>", "");
    }
}
